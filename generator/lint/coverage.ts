import type { ApiModel } from "../api/model.ts";
import type { Metadata, MetadataItem } from "../metadata/model.ts";
import { compareStrings } from "../util/compare.ts";
import { groupBy } from "../util/group.ts";
import { calledName, qualifiedName } from "./metadata.ts";

/** What the docs describe of a namespace of the metadata. */
export interface NamespaceCoverage {
  readonly namespace: string;
  readonly types: Count;
  readonly enums: Count;
}

interface Count {
  readonly documented: number;
  readonly all: number;
}

/** A type, enum, action or function of the metadata that the docs leave out. */
export interface Undocumented {
  readonly kind: "type" | "enum" | "action" | "function";
  readonly name: string;
  readonly line: number;
}

/** Counts the types and enums of each namespace of the metadata, and those that the docs define, by namespace. */
export function coverNamespaces(model: ApiModel, { types, enums }: Metadata): readonly NamespaceCoverage[] {
  const known = definedNames(model);
  const items = [
    ...[...types.values()].map((item) => ({ item, kind: "types" as const })),
    ...[...enums.values()].map((item) => ({ item, kind: "enums" as const })),
  ];
  const count = (all: readonly { readonly item: MetadataItem }[]): Count => ({
    documented: all.filter(({ item }) => known.has(item.name.toLowerCase())).length,
    all: all.length,
  });
  return [...groupBy(items, ({ item }) => namespaceOf(item))]
    .map(([namespace, own]) => ({
      namespace,
      types: count(own.filter(({ kind }) => kind === "types")),
      enums: count(own.filter(({ kind }) => kind === "enums")),
    }))
    .toSorted((a, b) => compareStrings(a.namespace, b.namespace));
}

/** Lists what the docs leave out, in the order of the metadata. */
export function listUndocumented(model: ApiModel, metadata: Metadata): readonly Undocumented[] {
  const known = definedNames(model);
  const called = new Set(
    model.operations.flatMap((operation) => calledName(operation)?.split(".").at(-1)?.toLowerCase() ?? []),
  );
  const isUnknown = ({ name }: MetadataItem): boolean => !known.has(name.toLowerCase());
  const found: readonly Undocumented[] = [
    ...[...metadata.types.values()].filter(isUnknown).map(({ name, line }) => ({ kind: "type" as const, name, line })),
    ...[...metadata.enums.values()].filter(isUnknown).map(({ name, line }) => ({ kind: "enum" as const, name, line })),
    ...[...metadata.operations.values()]
      .flat()
      .filter(({ name }) => !called.has(name.toLowerCase()))
      .map(({ kind, name, bound, line }) => ({ kind, name: bound === null ? name : `${name} of ${bound}`, line })),
  ];
  return found.toSorted((a, b) => a.line - b.line);
}

function definedNames({ types, enums }: ApiModel): ReadonlySet<string> {
  const defined = [...types.filter(({ inferred }) => !inferred), ...enums];
  return new Set(defined.map((item) => qualifiedName(item).toLowerCase()));
}

function namespaceOf({ name }: MetadataItem): string {
  return name.slice(0, name.lastIndexOf("."));
}
