import type { ApiModel } from "../model.ts";
import { fullName, neededNames } from "./closure.ts";
import { pick, unite, without, type Picked } from "./match.ts";
import { narrowType } from "./narrow.ts";
import { plainPaths, readPattern, type Pattern } from "./pattern.ts";
import { filesIn } from "./sources.ts";
import { suggestPatterns } from "./suggest.ts";

/** Patterns of the items that a package contains. */
export interface SelectionPatterns {
  /** If empty, everything is included. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** A pattern that matches nothing. */
export interface UnmatchedPattern {
  readonly list: keyof SelectionPatterns;
  readonly text: string;
  /** Similar patterns that match something. */
  readonly suggestions: readonly string[];
}

/** A part of a model, and the patterns that match nothing. */
export interface Selection {
  readonly model: ApiModel;
  readonly unmatched: readonly UnmatchedPattern[];
}

/**
 * Reduces a model to a selection. Input: the whole model and patterns. Output: a model of the matched items and
 * everything they depend on, with the same names as in the whole model.
 *
 * @param model the linked model
 * @param patterns items to include and to exclude
 */
export function selectModel(model: ApiModel, patterns: SelectionPatterns): Selection {
  if (patterns.include.length + patterns.exclude.length === 0) return { model, unmatched: [] };
  const include = readList(model, "include", patterns.include);
  const exclude = readList(model, "exclude", patterns.exclude);
  const start = patterns.include.length === 0 ? everything(model) : unite(include.map(({ picked }) => picked));
  const picked = without(start, excludedBy(exclude));
  return { model: part(model, picked), unmatched: [...include, ...exclude].flatMap((entry) => entry.unmatched) };
}

/** A pattern with the items it matches. */
interface Entry {
  readonly pattern: Pattern;
  readonly picked: Picked;
  readonly unmatched: readonly UnmatchedPattern[];
}

function readList(model: ApiModel, list: keyof SelectionPatterns, texts: readonly string[]): readonly Entry[] {
  return texts.map((text) => {
    const pattern = readPattern(text);
    const picked = pick(model, pattern);
    const unmatched = isEmpty(picked) ? [{ list, text, suggestions: suggestPatterns(model, pattern) }] : [];
    return { pattern, picked, unmatched };
  });
}

/** Paths exclude an operation only if they match all of its URLs, because a function has all of its URLs or none. */
function excludedBy(entries: readonly Entry[]): Picked {
  const paths = entries.map(({ pattern }) => pattern).filter(({ kind }) => kind === "path");
  const isLeft = (path: string): boolean => !paths.some((pattern) => pattern.matches(path));
  const picks = entries.map(({ pattern, picked }) => {
    if (pattern.kind !== "path") return picked;
    const operations = [...picked.operations].filter((operation) => !plainPaths(operation).some(isLeft));
    return { ...picked, operations: new Set(operations) };
  });
  return unite(picks);
}

function isEmpty({ types, enums, operations }: Picked): boolean {
  return types.size + enums.size + operations.size === 0;
}

function everything({ types, enums, operations }: ApiModel): Picked {
  return { types: new Set(types), enums: new Set(enums), operations: new Set(operations) };
}

function part(model: ApiModel, picked: Picked): ApiModel {
  const needed = neededNames(model, picked);
  const context = { types: new Map(model.types.map((type) => [fullName(type), type])), needed };
  const types = model.types.filter((type) => needed.has(fullName(type))).map((type) => narrowType(type, context));
  const enums = model.enums.filter((item) => needed.has(fullName(item)));
  const operations = model.operations.filter((operation) => picked.operations.has(operation));
  const files = filesIn([...types, ...enums, ...operations]);
  const diagnostics = model.diagnostics.filter(({ place }) => files.has(place.file));
  return { ...model, types, enums, operations, diagnostics };
}
