import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host.ts";
import type { OutputPlan } from "../output/model.ts";
import { recallOutput } from "../output/recall.ts";
import { keyOf, type Store } from "../cache/store.ts";
import type { Settings } from "../settings.ts";
import type { FoundPage } from "../source/model.ts";
import type { Work } from "../work.ts";

/** What a run's summary counts. */
export interface RunFacts {
  readonly pages: number;
  readonly types: number;
  readonly enums: number;
  readonly operations: number;
}

interface Run {
  readonly facts: RunFacts;
  readonly diagnostics: readonly Diagnostic[];
  readonly plan: OutputPlan;
}

/** What is kept of a run: its output by hash alone, as the files themselves stand on disk. */
interface RunRecord extends Omit<Run, "plan"> {
  readonly files: readonly (readonly [path: string, hash: string])[];
}

/** Key of a run: every page with its includes, every setting, the program. */
export function runKey(pages: readonly FoundPage[], settings: Settings, stamp: string): string {
  const contents = pages.map(({ path, content }) => [path, content]);
  return keyOf(stamp, "run", JSON.stringify(settings), JSON.stringify(contents));
}

/** Keeps what a run came to. */
export function rememberRun(store: Store, key: string, { facts, diagnostics, plan }: Run): void {
  const files = plan.files.flatMap(({ path, hash }) => (hash === null ? [] : [[path, hash] as const]));
  store.set(key, JSON.stringify({ facts, diagnostics, files } satisfies RunRecord));
}

/**
 * Takes what an earlier run with the same input came to, where its output stands as it left it.
 *
 * @returns null where there was no such run, or a file of the package is not the one that it wrote
 */
export async function recallRun(
  host: Host,
  settings: Settings,
  { runs, standing }: Work,
  key: string,
): Promise<Run | null> {
  const text = (await runs()).get(key);
  const record: unknown = text === null ? null : JSON.parse(text);
  if (!isRecord(record)) return null;
  const plan = await recallOutput(host, settings.out, record.files, await standing());
  return plan === null ? null : { facts: record.facts, diagnostics: record.diagnostics, plan };
}

/** The store checks that the text is whole, and the program's stamp is part of its key. */
function isRecord(value: unknown): value is RunRecord {
  return typeof value === "object" && value !== null && "facts" in value && "files" in value;
}
