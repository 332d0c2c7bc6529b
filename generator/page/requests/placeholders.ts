import { isItemKey } from "../../util/item-key.ts";
import { singular } from "../../util/singular.ts";
import { camelCase, upperFirst } from "../../util/words.ts";
import type { PathParameterFacts } from "../model.ts";
import { readAliases } from "./aliases.ts";

type Found = Omit<PathParameterFacts, "name">;

/** Placeholders whose names need the segment before them to be meaningful. */
const GENERIC = /^(?:id|ids|name|key|value|index|guid|objectId)$/i;
const PLACEHOLDER =
  /(?<=\/)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=\/|$)|\{[^{}]*\}(?:\s*\|\s*[\w-]+)?|<[^<>/]*>|(?<=\/)\([\w-]+\)(?=\/|$)|(?<=\/):[a-z]\w*(?=\/|$)|(?<==)\s*(?:'[^'{}<>]*'|\w[\w.:-]*)(?=\s*[,)])/gi;
const LITERAL = /^(?:true|false|null|min|max)$/i;

/**
 * Finds the placeholders of a path and names them: `{id}` after its segment, repeated placeholders distinctly, function
 * arguments after their parameters.
 *
 * @param path path below the version
 * @param argumentNames documented function parameters; a sample value of one of them is also a placeholder
 * @param queryText query of the URL, which contains the values of parameter aliases
 */
export function readPathParameters(
  path: string,
  argumentNames: ReadonlySet<string>,
  queryText: string | null = null,
): readonly PathParameterFacts[] {
  const found: Found[] = [];
  for (const match of path.matchAll(PLACEHOLDER)) {
    const placeholder = toPlaceholder(path, match[0], match.index, argumentNames);
    if (placeholder !== null) found.push(placeholder);
  }
  return nameAll(path, [...found, ...readAliases(path, queryText)]);
}

function toPlaceholder(path: string, raw: string, index: number, argumentNames: ReadonlySet<string>): Found | null {
  // In a path of files, a colon is the end of that path.
  if (raw.startsWith(":") && path.includes(":/")) return null;
  const before = path.slice(0, index);
  const segment = before.split("/").length - 2;
  const argument = /[(,]\s*@?([\w.-]+)\s*=\s*(?:[\w.]*')?$/.exec(before)?.[1] ?? null;
  const isSample = !isWholly(raw);
  if (isSample && (argument === null || !isSampleArgument(raw.trim(), argument, argumentNames))) return null;
  const lead = raw.length - raw.trimStart().length;
  const quotes = isSample && raw.trim().startsWith("'");
  const text = quotes ? raw.trim().slice(1, -1) : raw.trim();
  const offset = index + lead + (quotes ? 1 : 0);
  return { segment, placeholder: text, offset, form: formOf(path, offset, argument), argument };
}

/** `on='reviewer'` is fixed; `count=n`, `start=start-value` and values of documented parameters are placeholders. */
function isSampleArgument(raw: string, argument: string, argumentNames: ReadonlySet<string>): boolean {
  if (raw === "''" || LITERAL.test(raw)) return false;
  if (argumentNames.has(argument.toLowerCase())) return true;
  if (!raw.startsWith("'")) return /^[A-Za-z]/.test(raw);
  return raw.toLowerCase() === `'${argument.toLowerCase()}'` || /[-_ ]?value'$/i.test(raw);
}

function formOf(path: string, offset: number, argument: string | null): PathParameterFacts["form"] {
  if (path[offset - 1] === "'") return "quoted";
  if (argument !== null) return "literal";
  return path.slice(0, offset).endsWith(":/") ? "filePath" : "segment";
}

function nameAll(path: string, found: readonly Found[]): readonly PathParameterFacts[] {
  const segments = path.split("/").slice(1);
  const base = found.map((each) => singularId(baseName(each), ownerName(segments, each.segment)));
  const named: PathParameterFacts[] = [];
  const taken = new Set<string>();
  for (const [index, each] of found.entries()) {
    const candidates = candidateNames(each, segments, base[index] ?? "value", isRepeated(base, index));
    const name =
      candidates.find((candidate) => !taken.has(candidate.toLowerCase())) ??
      `${base[index] ?? "value"}${String(index + 1)}`;
    taken.add(name.toLowerCase());
    named.push({ name, ...each });
  }
  return named;
}

function isRepeated(names: readonly string[], index: number): boolean {
  return names.filter((name) => name === names[index]).length > 1;
}

/** The id of one of several: `/users/{usersId}` → `userId`. */
function singularId(name: string, owner: string): string {
  const isOfMany = name.length > owner.length + "Id".length && singular(name.slice(0, -"Id".length)) === owner;
  return isOfMany && name.endsWith("Id") ? `${owner}Id` : name;
}

/** `{id | userPrincipalName}` → `idOrUserPrincipalName`. */
function baseName({ argument, placeholder }: Found): string {
  if (argument !== null) return camelCase(argument);
  if (isItemKey(placeholder)) return "id";
  const parts = placeholder
    .replace(/[{}<>():]/g, "")
    .split("|")
    .map((part) => camelCase(part));
  const [first = "value", ...others] = parts.filter((part) => part !== "");
  return [first, ...others.map((part) => `Or${upperFirst(part)}`)].join("");
}

function candidateNames(each: Found, segments: readonly string[], base: string, repeated: boolean): readonly string[] {
  const owner = ownerName(segments, each.segment);
  const first = base.split("Or")[0] ?? base;
  const qualified = owner === "" ? base : `${owner}${upperFirst(base)}`;
  if (each.argument === null && GENERIC.test(first))
    return [qualified, `${outerName(segments, each.segment)}${upperFirst(qualified)}`];
  const fromSegment = owner === "" ? qualified : `${owner}Id`;
  // If two placeholders are equal, the one that matches its segment keeps the name.
  if (repeated && each.argument === null && fromSegment !== base && /id$/i.test(base))
    return [base, fromSegment, qualified];
  return [base, qualified, `${outerName(segments, each.segment)}${upperFirst(qualified)}`];
}

/** Singular of the nearest fixed segment before a placeholder: `user` for `/users/{id}`. */
function ownerName(segments: readonly string[], segment: number): string {
  for (let index = segment - (isWholly(segments[segment]) ? 1 : 0); index >= 0; index--) {
    const text =
      segments[index]
        ?.replace(/\(.*$/, "")
        .replace(/[{<].*$/, "")
        .replace(/[:=]+$/, "") ?? "";
    const last = text.split(".").at(-1) ?? "";
    if (/^[A-Za-z]/.test(last)) return camelCase(singular(last));
  }
  return "";
}

function isWholly(segment: string | undefined): boolean {
  return segment === undefined || /^[{<(]|^:\w/.test(segment) || isItemKey(segment);
}

function outerName(segments: readonly string[], segment: number): string {
  const fixed = segments.slice(0, segment).filter((text) => !isWholly(text));
  return ownerName(fixed, fixed.length - 1) === ownerName(segments, segment)
    ? camelCase(singular(fixed.at(-2) ?? ""))
    : ownerName(fixed, fixed.length - 1);
}
