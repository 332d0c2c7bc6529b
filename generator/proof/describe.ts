import ts from "typescript";
import { compareStrings } from "../util/compare.ts";

/** Values of a list that are named before it is cut short. */
const LISTED = 12;

/** Names of resources as the docs write them, by the names of their interfaces. */
export type ResourceNames = ReadonlyMap<string, string>;

/** Parts of a type, a union's members or itself, without `undefined`. */
function alternativesOf(type: ts.Type): readonly ts.Type[] {
  const parts = type.isUnion() ? type.types : [type];
  return parts.filter((part) => (part.flags & ts.TypeFlags.Undefined) === 0);
}

/** The texts that a type allows, or null where it is more than a list of texts. */
export function listedTexts(type: ts.Type): readonly string[] | null {
  const parts = alternativesOf(type).filter((part) => (part.flags & ts.TypeFlags.Null) === 0);
  const texts = parts.flatMap((part) => (part.isStringLiteral() ? [part.value] : []));
  return texts.length > 0 && texts.length === parts.length ? texts : null;
}

/**
 * Says what a type is, in the words of the docs. Sorted, as the compiler orders the parts of a type as it has met them:
 * in the order of all bodies of a run.
 */
export function describeType(type: ts.Type, checker: ts.TypeChecker, names: ResourceNames): string {
  const texts = (listedTexts(type) ?? []).toSorted(compareStrings);
  const others = alternativesOf(type).filter((part) => !part.isStringLiteral());
  const words = others.map((part) => describePart(part, checker, names)).toSorted(compareStrings);
  const shown = texts.length > LISTED ? [...texts.slice(0, LISTED), `${texts.length - LISTED} more`] : texts;
  const distinct = new Set([...shown, ...words.filter((word) => word !== "null"), ...words]);
  return joinWords([...distinct]);
}

function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? "a value";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} or ${last}`;
}

function describePart(type: ts.Type, checker: ts.TypeChecker, names: ResourceNames): string {
  if ((type.flags & ts.TypeFlags.BooleanLike) !== 0) return "boolean";
  if ((type.flags & ts.TypeFlags.NumberLike) !== 0) return "number";
  if (isText(type)) return "string";
  if ((type.flags & ts.TypeFlags.Null) !== 0) return "null";
  if (checker.isArrayType(type)) {
    const item = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    return item === undefined ? "a list" : `a list (of ${describeType(item, checker, names)})`;
  }
  const named = type.isIntersection() ? type.types[0] : type;
  const name = named?.getSymbol()?.name ?? "";
  return names.get(name) ?? "an object";
}

/** A text, or `string & {}`, which is any text beside a list of known ones. */
function isText(type: ts.Type): boolean {
  const parts = type.isIntersection() ? type.types : [type];
  return parts.some((part) => (part.flags & ts.TypeFlags.StringLike) !== 0);
}
