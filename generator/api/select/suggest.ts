import { nearestNames } from "../../util/nearest.ts";
import type { ApiModel } from "../model.ts";
import { namesOf } from "./match.ts";
import { plainPaths, type Pattern } from "./pattern.ts";

/** The part of a pattern before its first wildcard. */
function literalPart(text: string): string {
  return text.replace(/[*?{].*$/s, "");
}

/** Suggests name prefixes similar to the literal part of the pattern, such as `windows*` for `windws*`. */
function suggestNames(names: readonly string[], text: string): readonly string[] {
  const literal = literalPart(text);
  if (literal === text) return nearestNames(text, names);
  const rest = text.slice(literal.length);
  const starts = names.flatMap((name) => [name.slice(0, literal.length), name.slice(0, literal.length + 1)]);
  return nearestNames(literal, starts).map((start) => `${start}${rest}`);
}

/** Suggests paths with as many segments as the pattern has before its first wildcard, then the rest of the pattern. */
function suggestPaths(model: ApiModel, text: string): readonly string[] {
  const segments = text.split("/");
  const special = segments.findIndex((segment) => /[*?]|\{[^}]*,/.test(segment));
  const count = special === -1 ? segments.length : special;
  const start = segments
    .slice(0, count)
    .join("/")
    .replace(/\{[^{},]*\}/g, "{}");
  const rest = segments
    .slice(count)
    .map((segment) => `/${segment}`)
    .join("");
  const paths = model.operations.flatMap(plainPaths);
  const starts = paths.map((path) => path.split("/").slice(0, count).join("/"));
  return nearestNames(start, starts).map((near) => `${near.replaceAll("{}", "{id}")}${rest}`);
}

/** Suggests patterns that match something, to replace one that matches nothing. */
export function suggestPatterns(model: ApiModel, { kind, text }: Pattern): readonly string[] {
  switch (kind) {
    case "path":
      return suggestPaths(model, text);
    case "page":
      return suggestNames(
        [model.types, model.enums, model.operations].flatMap((items) => items.map(({ source }) => source.file)),
        text,
      );
    case "name": {
      const operations = model.operations.flatMap(({ name, module }) => [name, module]);
      return suggestNames([...model.types.flatMap(namesOf), ...model.enums.flatMap(namesOf), ...operations], text);
    }
  }
}
