import type { HeadingKind, TitleKind, Vocabulary } from "../dialect.ts";
import type { PermissionScheme } from "../model.ts";
import { bareHeading, type ColumnKind } from "./vocabulary.ts";

/** A vocabulary as tables for look-up; words are in lower case. */
export interface Words {
  readonly titles: ReadonlyMap<string, TitleKind>;
  readonly headings: ReadonlyMap<string, HeadingKind>;
  readonly columns: ReadonlyMap<string, ColumnKind>;
  readonly permissionTypes: ReadonlyMap<string, PermissionScheme>;
  readonly notSupported: ReadonlySet<string>;
  /** Words for types, longest first. */
  readonly types: readonly (readonly [word: string, type: string])[];
}

/** Prepares a vocabulary for look-up. */
export function readWords(vocabulary: Vocabulary): Words {
  const { titles, headings, columns, permissionTypes, notSupported = [], types = {} } = vocabulary;
  return {
    titles: kindsByWord(titles),
    headings: kindsByWord(headings),
    columns: kindsByWord(columns),
    permissionTypes: kindsByWord(permissionTypes),
    notSupported: new Set(notSupported.map(bareWord)),
    types: Object.entries(types).toSorted(([a], [b]) => b.length - a.length),
  };
}

/** A word as it is looked up: without marks around it, in lower case. */
export function bareWord(text: string): string {
  return bareHeading(text.replace(/[*`]/g, "").trim()).toLowerCase();
}

function kindsByWord<Kind extends string>(
  lists: Readonly<Partial<Record<Kind, readonly string[]>>> | undefined,
): ReadonlyMap<string, Kind> {
  if (lists === undefined) return new Map();
  return new Map(keysOf(lists).flatMap((kind) => (lists[kind] ?? []).map((word) => [bareWord(word), kind] as const)));
}

function keysOf<Kind extends string>(lists: Readonly<Partial<Record<Kind, unknown>>>): readonly Kind[] {
  const keys: Kind[] = [];
  for (const key in lists) keys.push(key);
  return keys;
}
