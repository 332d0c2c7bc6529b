import type { EnumModel, OperationModel, PropertyModel, TypeModel } from "../api/model.ts";
import type { RelatedPlace } from "../diagnostics/diagnostic.ts";
import { findOperations, findType } from "../metadata/look-up.ts";
import type {
  Metadata,
  MetadataEnum,
  MetadataItem,
  MetadataOperation,
  MetadataType,
  MetadataValue,
} from "../metadata/model.ts";
import type { ComparedSite } from "./model.ts";

/*
 * What the rules in `rules/metadata/` share: the pairs of what the docs describe and what the metadata declares under
 * the same name.
 */

/** A type of the docs and of the metadata. */
export interface TypePair {
  readonly docs: TypeModel;
  readonly metadata: MetadataType;
}

/** A type that a resource page defines and that the metadata has as well. */
export function typePairs({ model, metadata }: ComparedSite): readonly TypePair[] {
  return model.types.flatMap((docs) => {
    const found = docs.inferred ? null : findType(metadata, qualifiedName(docs));
    return found === null ? [] : [{ docs, metadata: found }];
  });
}

/** An enum of the docs and of the metadata. An enum without a name in the docs has no counterpart. */
export function enumPairs({ model, metadata }: ComparedSite): readonly {
  readonly docs: EnumModel;
  readonly metadata: MetadataEnum;
}[] {
  return model.enums.flatMap((docs) => {
    const found = docs.inline ? undefined : metadata.enums.get(qualifiedName(docs).toLowerCase());
    return found === undefined ? [] : [{ docs, metadata: found }];
  });
}

/** An action or function of the docs, with the overloads that the metadata has under its name. */
export function operationPairs({ model, metadata }: ComparedSite): readonly {
  readonly docs: OperationModel;
  readonly name: string;
  readonly metadata: readonly MetadataOperation[];
}[] {
  return model.operations.flatMap((docs) => {
    const name = calledName(docs);
    return name === null ? [] : [{ docs, name, metadata: findOperations(metadata, name) }];
  });
}

/** Rows about the parameters of an action or function. */
export function parameterRows({ functionParameters, requestBody }: OperationModel): readonly ParameterRow[] {
  return [...functionParameters, ...(requestBody?.properties ?? [])];
}

type ParameterRow = Pick<PropertyModel, "name" | "type" | "collection" | "source"> & {
  /** Values that the docs list, or the enum of them; null or empty if there are none. */
  readonly values: string | readonly string[] | null;
};

/** A documented parameter of an action or function that the metadata has, with its declarations in the overloads. */
export function documentedParameters(site: ComparedSite): readonly {
  readonly row: ParameterRow;
  readonly operation: string;
  readonly overloads: readonly MetadataOperation[];
  readonly declared: readonly (MetadataItem & MetadataValue)[];
}[] {
  return operationPairs(site).flatMap(({ docs, name, metadata: overloads }) =>
    overloads.length === 0
      ? []
      : parameterRows(docs).map((row) => ({
          row,
          operation: name,
          overloads,
          declared: overloads.flatMap(({ parameters }) => parameters.get(row.name.toLowerCase()) ?? []),
        })),
  );
}

/** Name of the action or function that an operation calls; null for any other operation. */
export function calledName({ kind, requests }: OperationModel): string | null {
  if (kind !== "action" && kind !== "function") return null;
  const last = requests[0]?.path.split("/").at(-1) ?? "";
  const name = last.replace(/\(.*$/, "");
  return /^[\w.]+$/.test(name) ? name : null;
}

export function qualifiedName({ namespace, name }: { readonly namespace: string; readonly name: string }): string {
  return `${namespace}.${name}`;
}

/** Whether a documented property and its declaration state different types. */
export function typesDiffer(
  docs: Pick<ParameterRow, "type" | "collection" | "values">,
  declared: MetadataValue,
  site: ComparedSite,
): boolean {
  // `Json` of the docs has no counterpart in the primitive types of OData.
  if (docs.type === "unknown" || docs.type === "Edm.Untyped") return false;
  if (docs.collection !== declared.collection) return true;
  const hasValues = docs.values !== null && docs.values.length > 0;
  if (docs.type === "Edm.String" && hasValues && site.metadata.enums.has(declared.type.toLowerCase())) return false;
  return docs.type.toLowerCase() !== declared.type.toLowerCase() && !isListedEnum(docs.type, declared.type, site);
}

/** Whether a type stands for a String whose values the docs list: the metadata has a String, or an enum with the values. */
function isListedEnum(docs: string, declared: string, { model, metadata }: ComparedSite): boolean {
  const listed = model.enums.find((item) => qualifiedName(item) === docs);
  if (listed === undefined) return false;
  if (declared === "Edm.String") return listed.inline;
  const members = metadata.enums.get(declared.toLowerCase())?.members;
  return (
    members !== undefined && (listed.inline || listed.members.every(({ name }) => members.has(name.toLowerCase())))
  );
}

/** A type as the dialect writes it: `Int32`, `user collection`. */
export function shownType({ type, collection }: Pick<MetadataValue, "type" | "collection">): string {
  const name = type.replace(/^(?:Edm|microsoft\.graph)\./, "");
  return collection ? `${name} collection` : name;
}

/** The line of the metadata that a finding is about. */
export function declaredAt({ file }: Metadata, { line }: MetadataItem): readonly RelatedPlace[] {
  return [{ message: "in the metadata", place: { file, line, column: 1 } }];
}
