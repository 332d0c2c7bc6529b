import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { createLinkMemory } from "../api/link-memory.ts";
import { shareModel } from "../api/share.ts";
import { createMemoryStore } from "../cache/memory-store.ts";
import type { Contribution } from "../emit/contribution.ts";
import { draftPackage } from "../emit/emit.ts";
import { createEmitMemory } from "../emit/emit-memory.ts";
import type { OutputFile } from "../emit/model.ts";
import type { OutputPlan, PlannedFile } from "../output/model.ts";
import { planOutput } from "../output/plan.ts";
import type { Work } from "../work.ts";
import { readResults } from "../page-results.ts";
import type { FoundPage } from "../source/model.ts";
import { createLast } from "../util/last.ts";
import { createLastFiles } from "./file-memory.ts";
import { formatPackage } from "./format.ts";
import { fileKey } from "./kept-files.ts";
import type { SelectedModel } from "./read.ts";
import { keepGood, type PageResult } from "./watch-good.ts";
import { rememberOperations, type Making, type Steps } from "./make.ts";

/** What a watch keeps between its runs, so that a run costs what changed. */
export interface Memory {
  /** Steps that do again only what differs from the last time. */
  readonly steps: Steps;
  /** What is wrong with the pages that count as they were before, because they are broken now. */
  broken(): readonly Diagnostic[];
  /** Learns that a plan was carried out. */
  written(plan: OutputPlan): void;
}

/**
 * Makes an empty memory.
 *
 * @param making the world and what to do
 */
export function createMemory({ context, settings, work }: Making): Memory {
  const results = new WeakMap<FoundPage, PageResult>();
  const good = new Map<string, PageResult>();
  const operations = rememberOperations(work, true);
  const emitting = createEmitMemory();
  /** Hashes of the files that stand there. */
  const standing = new Map<string, string>();
  let broken: readonly Diagnostic[] = [];
  const read = async (sources: readonly FoundPage[]): Promise<readonly PageResult[]> => {
    const missing = sources.filter((source) => !results.has(source));
    const fresh = await readResults(missing, work, () => undefined);
    for (const [index, source] of missing.entries()) results.set(source, fresh[index] ?? [null, []]);
    const kept = keepGood(
      sources.map((source) => [source.path, results.get(source) ?? [null, []]]),
      good,
    );
    broken = kept.broken;
    return kept.results;
  };
  const plan = async (files: readonly OutputFile[]): Promise<OutputPlan> => {
    const same = files.filter(({ path, hash }) => hash !== undefined && standing.get(path) === hash);
    const paths = new Set(same.map(({ path }) => path));
    return planOutput(context.host, settings.out, files, { same: paths, known: await work.standing() });
  };
  return {
    steps: {
      read,
      operations: () => operations,
      linking: createLinkMemory(),
      share: rememberModels(),
      draft: (model, options) => draftPackage(model, options, emitting),
      format: rememberFiles(work),
      plan,
    },
    broken: () => broken,
    written: ({ files }) => {
      for (const file of files) remember(standing, file);
    },
  };
}

/** Models of the last run are looked for in the next. */
function rememberModels(): Steps["share"] {
  let last: SelectedModel | null = null;
  return ({ whole: now, model }) => {
    const whole = shareModel(now, last?.whole ?? null);
    last = { whole, model: model === now ? whole : shareModel(model, last?.model ?? null) };
    return last;
  };
}

/** Files of the last run are taken over where nothing that they are made of has changed. */
function rememberFiles(work: Work): Steps["format"] {
  const files = work.files().then(createMemoryStore);
  const keys = new Map<string, string>();
  const last = createLastFiles();
  const joined = createLast<Contribution>();
  return async (emitted) => {
    const store = await files;
    // Files that are known need not be read, but are in use all the same.
    const run = last.begin(emitted.facets, (path) => {
      const key = keys.get(path) ?? fileKey(work.stamp, path);
      keys.set(path, key);
      store.getBytes(key);
    });
    const memory = { files: run, joined };
    const formatted = await formatPackage(emitted, { ...work, files: () => files }, () => undefined, memory);
    run.end();
    store.forgetUnused();
    return formatted;
  };
}

function remember(standing: Map<string, string>, { path, hash }: PlannedFile): void {
  if (hash === null) standing.delete(path);
  else standing.set(path, hash);
}
