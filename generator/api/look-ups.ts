import { createCollector, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { RecordedMap, type Note } from "../util/recorded-map.ts";
import { sha256 } from "../util/hash.ts";
import { once } from "../util/once.ts";
import { RecordedTable } from "../util/table.ts";
import { readAnswers } from "./answers.ts";
import type { LinkContext, TypeDraft } from "./draft.ts";
import { splitLookUp, type LookUp, type LookUpKind, type More, type Reads } from "./look-up.ts";
import type { HeldLookUps, LookUpMemory } from "./look-up-memory.ts";

const TYPE = "type " satisfies `${LookUpKind} `;
const LISTED = "listed " satisfies `${LookUpKind} `;

/** What linking an operation adds to the context, in a form that can be added again without linking. */
export interface Told {
  readonly diagnostics: readonly Diagnostic[];
  readonly comparedLists: LinkContext["comparedLists"];
  readonly flagEnums: readonly string[];
  readonly enumUses: readonly (readonly [key: string, ids: readonly string[]])[];
  readonly unstated: readonly (readonly [type: string, names: readonly string[]])[];
}

/** What came of a step, what it looked up and told. */
export interface RecordedStep<T> {
  readonly made: T;
  readonly reads: Reads;
  readonly told: Told;
  /** Whether it told nothing else, so that the step need not be done again while what it looked up is as it was. */
  readonly isPlain: boolean;
}

/** Records what steps look up in a context. */
export interface LookUps {
  /**
   * Whether a step would look up what it looked up when it was recorded.
   *
   * @param more what else the step depends on
   */
  holds(reads: Reads, more: More): boolean;
  /**
   * Does a step, and finds out what it looks up and tells. Nothing of what it tells is in the context yet, unless the
   * step is not plain; `replay` adds it.
   */
  record<T>(step: (view: LinkContext) => T, more: More): RecordedStep<T>;
  /** Whether there is a type among them that no page defines: it grows with each operation. */
  areGrowing(keys: readonly LookUp[]): boolean;
  /** Ends the run: what held in it may hold in the next. */
  end(): void;
}

/**
 * Prepares to record what steps look up.
 *
 * @param context names of the docs; nothing but the steps changes it as long as the result is used, and these no type
 *   that a page defines
 * @param memory what held in the run before, or null
 */
export function recordLookUps(context: LinkContext, memory: LookUpMemory | null): LookUps {
  const digestOf = createDigest(context);
  const digest = (keys: readonly LookUp[], more: More): string =>
    sha256([JSON.stringify(more), ...keys.map(digestOf)].join("\n"));
  // What stands there is taken down when the first step is asked about.
  const held = memory === null ? null : once(() => memory.begin(readAnswers(context), digestOf));
  const holds: LookUps["holds"] = ({ keys, digest: before }, more) => digest(keys, more) === before;
  return {
    holds: held === null ? holds : (reads, more) => holdsStill(context, held(), holds, reads, more),
    end: () => held?.().end(),
    record: (step, more) => {
      const keys = new Set<LookUp>();
      let isPlain = true;
      const note =
        (kind: LookUpKind): Note =>
        (key) => {
          // Who looks at all of a table depends on what nobody can know before.
          if (key === null) isPlain = false;
          else keys.add(`${kind} ${key}`);
        };
      const noteSet = (): void => {
        isPlain = false;
      };
      const view = viewContext(context, note, noteSet);
      const before = countShared(context);
      const made = step(view);
      const read = [...keys];
      isPlain &&=
        countShared(context) === before && !read.some((key) => key.startsWith(LISTED) && digestOf(key) !== "");
      return { made, reads: { keys: read, digest: digest(read, more) }, told: tellView(view), isPlain };
    },
    areGrowing: (keys) =>
      keys.some((key) => key.startsWith(TYPE) && context.types.get(key.slice(TYPE.length))?.inferred === true),
  };
}

/** What held in the run before need not be looked up again where nothing has changed. */
function holdsStill(
  context: LinkContext,
  held: HeldLookUps,
  holds: LookUps["holds"],
  reads: Reads,
  more: More,
): boolean {
  if (held.isHeld(reads, more)) return true;
  if (!holds(reads, more)) return false;
  const growing = reads.keys.filter((key) => isGrowing(context, ...splitLookUp(key)));
  held.hold(reads, more, growing);
  return true;
}

/** The context as an operation sees it: what it adds comes to lists of its own where it can be added again later. */
function viewContext(context: LinkContext, note: (kind: LookUpKind) => Note, noteSet: () => void): LinkContext {
  const { symbols, types, stubs, listedEnums } = context;
  return {
    ...context,
    symbols: {
      byId: new RecordedMap(symbols.byId, note("id")),
      byName: new RecordedMap(symbols.byName, note("name")),
      byFile: new RecordedMap(symbols.byFile, note("file")),
      get names() {
        note("names")("");
        return symbols.names;
      },
    },
    enumsByValues: new RecordedMap(context.enumsByValues, note("values")),
    namedLists: new RecordedMap(context.namedLists, note("list")),
    types: new RecordedTable(types, note("type"), noteSet),
    stubs: new RecordedTable(stubs, note("stub"), noteSet),
    listedEnums: new RecordedTable(listedEnums, note("listed"), noteSet),
    collector: createCollector(),
    comparedLists: [],
    flagEnums: new Set(),
    enumUses: new Map(),
    unstated: new Map(),
  };
}

/** How much there is in what a step adds to at once. */
function countShared({ alternatives, inlineEnums }: LinkContext): number {
  return alternatives.length + inlineEnums.size;
}

function tellView({ collector, comparedLists, flagEnums, enumUses, unstated }: LinkContext): Told {
  const listed = (sets: ReadonlyMap<string, ReadonlySet<string>>) =>
    [...sets].map(([key, set]) => [key, [...set]] as const);
  return {
    diagnostics: collector.diagnostics,
    comparedLists,
    flagEnums: [...flagEnums],
    enumUses: listed(enumUses),
    unstated: listed(unstated),
  };
}

/** Adds what a step told, now or when it was done. */
export function replay(
  context: LinkContext,
  { diagnostics, comparedLists, flagEnums, enumUses, unstated }: Told,
): void {
  context.collector.pipe([null, diagnostics]);
  context.comparedLists.push(...comparedLists);
  for (const id of flagEnums) context.flagEnums.add(id);
  unite(context.enumUses, enumUses);
  unite(context.unstated, unstated);
}

function unite(sets: Map<string, Set<string>>, more: Told["enumUses"]): void {
  for (const [key, values] of more) {
    const known = sets.get(key) ?? new Set();
    for (const value of values) known.add(value);
    sets.set(key, known);
  }
}

/** What operations look at of a type; what a page says of it in words they do not. */
function digestType(draft: TypeDraft | undefined): string {
  if (draft === undefined) return "";
  const { symbol, base, open, inferred, properties } = draft;
  return sha256(
    JSON.stringify([symbol, base, open, inferred, [...properties].map(([name, { type }]) => [name, type])]),
  );
}

/** What stands behind a look-up, found out once; behind one that the steps may change, each time. */
function createDigest(context: LinkContext): (key: LookUp) => string {
  const known = new Map<LookUp, string>();
  const look = (key: LookUp): string => {
    const [kind, name] = splitLookUp(key);
    const digest = digestOf(context, kind, name);
    if (!isGrowing(context, kind, name)) known.set(key, digest);
    return digest;
  };
  return (key) => known.get(key) ?? look(key);
}

function isGrowing({ types }: LinkContext, kind: LookUpKind, name: string): boolean {
  return kind === "stub" || kind === "listed" || (kind === "type" && types.get(name)?.inferred !== false);
}

function digestOf({ symbols, types, stubs, ...context }: LinkContext, kind: LookUpKind, name: string): string {
  switch (kind) {
    case "id":
      return textOf(symbols.byId.get(name));
    case "name":
      return textOf(symbols.byName.get(name));
    case "file":
      return textOf(symbols.byFile.get(name));
    case "names":
      return sha256(symbols.names.join("\n"));
    case "values":
      return textOf(context.enumsByValues.get(name));
    case "list":
      return textOf(context.namedLists.get(name));
    case "stub":
      return textOf(stubs.get(name));
    case "listed":
      return context.listedEnums.has(name) ? "listed" : "";
    case "type":
      return digestType(types.get(name));
  }
}

function textOf(found: unknown): string {
  return found === undefined ? "" : JSON.stringify(found);
}
