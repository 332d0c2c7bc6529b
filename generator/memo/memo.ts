import path from "node:path";
import type { Host } from "../host/host.ts";
import { openStore, type Store } from "./store.ts";
import { keyOf } from "./key.ts";
import { areUnchanged, track, type Reads } from "./track.ts";

/** A kind of work whose results are cached: its name, and how one of its results is recognized. */
export interface Step<O> {
  readonly name: string;
  /** A result is plain JSON. Entries are checked for damage and belong to this version of the program. */
  readonly is: (value: unknown) => value is O;
}

/** An item without a cached result, and the view of the input that its work must read from. */
export interface Missing<I> {
  /** Index of its key. */
  readonly index: number;
  readonly view: I;
}

/**
 * Runs work, or returns the result of an earlier run in which everything that the work read was the same. This is the
 * only cache of results in the program: pages, modules, findings, checked examples and whole runs all go through it.
 */
export interface Memo {
  /**
   * Runs one piece of work.
   *
   * @param key identifies the work within its step; it covers all dependencies other than the input
   * @param input plain data, which the work reads only through the view
   */
  run<I extends object, O>(step: Step<O>, key: string, input: I, make: (view: I) => O | Promise<O>): Promise<O>;
  /**
   * Runs many pieces of one step.
   *
   * @param keys one key for each piece
   * @param make runs the pieces without a cached result; returns their results in order
   * @returns results in the order of the keys
   */
  runAll<I extends object, O>(
    step: Step<O>,
    keys: readonly string[],
    input: I,
    make: (missing: readonly Missing<I>[]) => Promise<readonly O[]>,
  ): Promise<readonly O[]>;
  /** Writes new results to disk; if that fails, the next run is slower. */
  save(): Promise<void>;
}

/** Reads of an earlier piece of work, and its result. */
interface Entry {
  readonly reads: Reads;
  readonly output: unknown;
}

/** Where a memo stores results. */
export interface MemoFolder {
  /** Absolute; it need not exist. */
  readonly folder: string;
  /** Prefix of the names of its files. */
  readonly prefix: string;
  /** Identifies the version of the program, as each version has its own results. */
  readonly stamp: string;
  /** Whether the process runs more than once: results then also stay in memory. */
  readonly isLasting: boolean;
}

/** Opens the memo of a folder. Each step has its own file there, which is read when the step first runs. */
export function openMemo(host: Host, { folder, prefix, stamp, isLasting }: MemoFolder): Memo {
  return createMemo((step) => openStore(host, path.join(folder, `${prefix}.${step}`)), stamp, isLasting);
}

/** Creates a memo that stores nothing on disk and holds its results for the next run of the process. */
export function createProcessMemo(): Memo {
  return createMemo(() => Promise.resolve(null), "", true);
}

function createMemo(open: (step: string) => Promise<Store | null>, stamp: string, isLasting: boolean): Memo {
  const stores = new Map<string, Promise<Store | null>>();
  const held = isLasting ? createHeldEntries() : NO_HELD_ENTRIES;
  const storeOf = (step: string): Promise<Store | null> => {
    const store = stores.get(step) ?? open(step);
    stores.set(step, store);
    return store;
  };
  const runAll: Memo["runAll"] = async (step, keys, input, make) => {
    const store = await storeOf(step.name);
    const names = keys.map((key) => keyOf(stamp, step.name, key));
    const results = names.map((name) => findResult(step, name, input, store, held));
    const missing = [...results.keys()].filter((index) => results[index] === null);
    if (missing.length > 0) {
      const tracked = missing.map(() => track(input));
      const outputs = await make(tracked.map(({ view }, at) => ({ index: missing[at] ?? 0, view })));
      for (const [at, index] of missing.entries()) {
        const output = outputs[at];
        if (output === undefined) throw new Error(`Unexpected end of the results of ${step.name}`);
        const reads = tracked[at]?.reads() ?? {};
        const name = names[index] ?? "";
        held.set(name, { reads, output });
        store?.set(name, `${JSON.stringify(reads)}\n${JSON.stringify(output)}`);
        results[index] = output;
      }
    }
    return results.flatMap((result) => (result === null ? [] : [result]));
  };
  return {
    runAll,
    run: runOne(runAll),
    save: async () => {
      held.endRun();
      for (const store of await Promise.all(stores.values())) await store?.save();
    },
  };
}

function runOne(runAll: Memo["runAll"]): Memo["run"] {
  return async (step, key, input, make) => {
    const all = await runAll(step, [key], input, (missing) => Promise.all(missing.map(async ({ view }) => make(view))));
    const [result] = all;
    if (result === undefined) throw new Error(`expected a result of ${step.name}`);
    return result;
  };
}

/** Entries in memory, by their keys in the store. */
interface HeldEntries {
  get(key: string): Entry | undefined;
  set(key: string, entry: Entry): void;
  /** Drops the entries that the run did not use. */
  endRun(): void;
}

const NO_HELD_ENTRIES: HeldEntries = { get: () => undefined, set: () => undefined, endRun: () => undefined };

function createHeldEntries(): HeldEntries {
  let current = new Map<string, Entry>();
  let previous: ReadonlyMap<string, Entry> = current;
  return {
    get: (key) => current.get(key) ?? previous.get(key),
    set: (key, entry) => current.set(key, entry),
    endRun: () => {
      previous = current;
      current = new Map();
    },
  };
}

/** Returns the result of an earlier run whose reads are unchanged, or null. */
function findResult<O>(step: Step<O>, key: string, input: object, store: Store | null, held: HeldEntries): O | null {
  const inMemory = held.get(key);
  const entry = inMemory === undefined ? readEntry(store?.get(key) ?? null, input) : unchangedEntry(inMemory, input);
  if (entry === null || !step.is(entry.output)) return null;
  held.set(key, entry);
  return entry.output;
}

function unchangedEntry(entry: Entry, input: object): Entry | null {
  return areUnchanged(entry.reads, input) ? entry : null;
}

/** Reads a stored entry: a line with the reads, then the result, which is parsed only if the reads are unchanged. */
function readEntry(text: string | null, input: object): Entry | null {
  if (text === null) return null;
  const end = text.indexOf("\n");
  const reads: unknown = JSON.parse(text.slice(0, end));
  if (!isReads(reads) || !areUnchanged(reads, input)) return null;
  const output: unknown = JSON.parse(text.slice(end + 1));
  return { reads, output };
}

function isReads(value: unknown): value is Reads {
  return typeof value === "string" || (typeof value === "object" && value !== null);
}

/** Caches nothing: all work is run. */
export const NO_MEMO: Memo = createMemo(() => Promise.resolve(null), "", false);
