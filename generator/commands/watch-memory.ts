import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { createMemoryStore } from "../cache/memory-store.ts";
import type { OutputFile } from "../emit/model.ts";
import type { OutputPlan, PlannedFile } from "../output/model.ts";
import { planOutput } from "../output/plan.ts";
import { readResults } from "../page-results.ts";
import type { FoundPage } from "../source/model.ts";
import { formatPackage } from "./format.ts";
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
  const files = work.files().then(createMemoryStore);
  const operations = rememberOperations(work);
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
  const format: Steps["format"] = async (emitted) => {
    const formatted = await formatPackage(emitted, { ...work, files: () => files }, () => undefined);
    (await files).forgetUnused();
    return formatted;
  };
  const plan = async (files: readonly OutputFile[]): Promise<OutputPlan> => {
    const same = files.filter(({ path, hash }) => hash !== undefined && standing.get(path) === hash);
    const paths = new Set(same.map(({ path }) => path));
    return planOutput(context.host, settings.out, files, { same: paths, known: await work.standing() });
  };
  return {
    steps: { read, operations: () => operations, format, plan },
    broken: () => broken,
    written: ({ files }) => {
      for (const file of files) remember(standing, file);
    },
  };
}

function remember(standing: Map<string, string>, { path, hash }: PlannedFile): void {
  if (hash === null) standing.delete(path);
  else standing.set(path, hash);
}
