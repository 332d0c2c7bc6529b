import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { createMemoryStore } from "../cache/memory-store.ts";
import type { OutputFile } from "../emit/model.ts";
import { changeOf, type OutputPlan, type PlannedFile } from "../output/model.ts";
import { hashOf } from "../output/hash.ts";
import { planOutput } from "../output/plan.ts";
import { readResults } from "../page-results.ts";
import type { FoundPage } from "../source/model.ts";
import { formatPackage } from "./format.ts";
import { keepGood, type PageResult } from "./watch-good.ts";
import type { Making, Steps } from "./make.ts";

/** What a watch keeps between its runs, so that a run costs what changed. */
export interface Memory {
  /** Steps that do again only what differs from the last time. */
  readonly steps: Steps;
  /** What is wrong with the pages that count as they were before, because they are broken now. */
  broken(): readonly Diagnostic[];
  /** Learns that a plan was carried out. */
  written(plan: OutputPlan): void;
}

interface Standing {
  readonly text: string;
  readonly hash: string;
}

/**
 * Makes an empty memory.
 *
 * @param making the world and what to do
 */
export function createMemory({ context, settings, work }: Making): Memory {
  const results = new WeakMap<FoundPage, PageResult>();
  const good = new Map<string, PageResult>();
  const files = createMemoryStore(work.files);
  const standing = new Map<string, Standing>();
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
    const formatted = await formatPackage(emitted, { ...work, files }, () => undefined);
    files.forgetUnused();
    return formatted;
  };
  const plan = async (files: readonly OutputFile[]): Promise<OutputPlan> => {
    const same = files.filter(({ path, text }) => standing.get(path)?.text === text);
    const hashes = same.map(({ path }) => [path, standing.get(path)?.hash ?? ""] as const);
    return planOutput(context.host, settings.out, files, { hashes: new Map(hashes), known: await work.standing() });
  };
  return {
    steps: { read, format, plan },
    broken: () => broken,
    written: ({ files }) => {
      for (const file of files) remember(standing, file);
    },
  };
}

function remember(standing: Map<string, Standing>, file: PlannedFile): void {
  const { path, text } = file;
  if (text === null) standing.delete(path);
  else if (changeOf(file) !== "unchanged" || !standing.has(path)) standing.set(path, { text, hash: hashOf(text) });
}
