import type { OpenApiDocument, Schema } from "../../../generator/openapi/model.ts";

/** A base type whose subtypes a program tells apart. */
export interface Base {
  /** Name of the schema of any of its subtypes. */
  readonly schema: string;
  readonly subtypes: readonly Subtype[];
}

interface Subtype {
  /** Value of the discriminator. */
  readonly value: string;
  /** A property that only this subtype has. */
  readonly property: string;
}

/** Finds the bases of a document with subtypes that have properties of their own. */
export function findBases({ components }: OpenApiDocument): readonly Base[] {
  return Object.entries(components.schemas).flatMap(([schema, { anyOf }]) => {
    const mapping = (anyOf ?? []).map(({ discriminator }) => discriminator?.mapping).find((item) => item !== undefined);
    const values = Object.entries(mapping ?? {}).filter(([value]) => value.startsWith("#"));
    const names = values.map(([value]) => [value, propertiesOf(components.schemas, value.slice(1))] as const);
    const subtypes = names.flatMap(([value, own]) => {
      const others = new Set(names.filter(([other]) => other !== value).flatMap(([, list]) => list));
      const property = own.find((name) => !others.has(name));
      return property === undefined ? [] : [{ value, property }];
    });
    return subtypes.length === 0 ? [] : [{ schema, subtypes }];
  });
}

/** Own properties of a schema and of the parts that it names. */
function propertiesOf(schemas: Readonly<Record<string, Schema>>, name: string): readonly string[] {
  const parts = [schemas[name], ...(schemas[name]?.allOf ?? [])];
  return parts.flatMap((part) => Object.keys(part?.properties ?? {}));
}

/**
 * Prints a program that compiles only if the subtypes of a base narrow.
 *
 * @param type text of the base's type
 * @param index number of the base, for names
 */
export function narrowingProgram({ subtypes }: Base, type: string, index: number): string {
  return subtypes
    .map(({ value, property }, number) => {
      const member = `target[${JSON.stringify(property)}]`;
      return `export function narrow${index}x${number}(target: ${type}) {
  if (target["@odata.type"] === ${JSON.stringify(value)}) return ${member};
  // @ts-expect-error another subtype does not have the property
  return ${member};
}
`;
    })
    .join("\n");
}
