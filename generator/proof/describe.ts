import ts from "typescript";
import { compareStrings } from "../util/compare.ts";

/** Number of values to list; the others are counted. */
const LISTED = 12;

/** Names of resources in the docs, by the names of their interfaces. */
export type ResourceNames = ReadonlyMap<string, string>;

/** Members of a union, or the type itself, without `undefined`. */
function alternativesOf(type: ts.Type): readonly ts.Type[] {
  const parts = type.isUnion() ? type.types : [type];
  return parts.filter((part) => (part.flags & ts.TypeFlags.Undefined) === 0);
}

/**
 * Lists the string literals that a type allows.
 *
 * @returns null if it allows other values
 */
export function listedTexts(type: ts.Type): readonly string[] | null {
  const parts = alternativesOf(type).filter((part) => (part.flags & ts.TypeFlags.Null) === 0);
  const texts = parts.flatMap((part) => (part.isStringLiteral() ? [part.value] : []));
  return texts.length > 0 && texts.length === parts.length ? texts : null;
}

/**
 * Describes a type in the terms of the docs. The parts are sorted, as their order in the compiler depends on all bodies
 * of a run.
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

/** Whether a type is text, or `string & {}`, which allows any text next to string literals. */
function isText(type: ts.Type): boolean {
  const parts = type.isIntersection() ? type.types : [type];
  return parts.some((part) => (part.flags & ts.TypeFlags.StringLike) !== 0);
}
