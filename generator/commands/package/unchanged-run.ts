import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { FoundPage } from "../../source/model.ts";
import type { Settings } from "../../settings.ts";
import type { Work } from "../../workers/work.ts";
import type { Context } from "../context.ts";
import { findOnDisk } from "../../output/disk.ts";
import type { Build, RunFacts } from "./build-package.ts";

/** Cached form of a run: only the hashes of its output, as the files themselves are on disk. */
interface RunRecord {
  readonly facts: RunFacts;
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly (readonly [path: string, hash: string])[];
}

const RUNS = {
  name: "runs",
  is: (value: unknown): value is RunRecord => typeof value === "object" && value !== null && "files" in value,
};

/**
 * Runs `build`, unless an earlier run had the same input and the package is unchanged since that run.
 *
 * @param pages pages of the docs
 * @param build builds the package
 */
export async function buildUnlessUnchanged(
  { host }: Context,
  settings: Settings,
  { memo, packageFiles }: Work,
  pages: readonly FoundPage[],
  build: () => Promise<Build>,
): Promise<Build> {
  const contents = pages.map(({ path, content }) => [path, content]);
  const built: Build[] = [];
  const run = async (): Promise<RunRecord> => {
    const result = await build();
    built.push(result);
    return toRecord(result);
  };
  const record = await memo.run(RUNS, JSON.stringify([settings, contents]), {}, run);
  const [fresh] = built;
  if (fresh !== undefined) return fresh;
  const { facts, diagnostics, files } = record;
  const paths = files.map(([path]) => path);
  const found = await findOnDisk(host, settings.out, paths, await packageFiles());
  if (!files.every(([, hash], index) => found[index]?.hash === hash)) return build();
  return { facts, diagnostics, plan: { out: settings.out, files: [], unchanged: files.length } };
}

function toRecord({ facts, diagnostics, plan }: Build): RunRecord {
  return { facts, diagnostics, files: plan.files.flatMap(({ path, hash }) => (hash === null ? [] : [[path, hash]])) };
}
