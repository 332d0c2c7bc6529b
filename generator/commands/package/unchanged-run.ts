import type { Docs } from "../../source/find.ts";
import type { Settings } from "../../settings.ts";
import type { Work } from "../../workers/work.ts";
import type { Context } from "../context.ts";
import type { Notices } from "../notices.ts";
import { findOnDisk } from "../../output/disk.ts";
import type { Build, RunFacts } from "./build-package.ts";

/** Cached form of a run: only the hashes of its output, as the files themselves are on disk. */
interface RunRecord {
  readonly facts: RunFacts;
  readonly notices: Notices;
  readonly files: readonly (readonly [path: string, hash: string])[];
}

const RUNS = {
  name: "runs",
  is: (value: unknown): value is RunRecord => typeof value === "object" && value !== null && "files" in value,
};

/**
 * Runs `build`, unless an earlier run had the same input and the package is unchanged since that run.
 *
 * @param docs files of the docs; the findings depend on those that links can point to
 * @param build builds the package
 */
export async function buildUnlessUnchanged(
  { host }: Context,
  settings: Settings,
  { memo, packageFiles }: Work,
  docs: Docs,
  build: () => Promise<Build>,
): Promise<Build> {
  const contents = docs.pages.map(({ path, content }) => [path, content]);
  const built: Build[] = [];
  const run = async (): Promise<RunRecord> => {
    const result = await build();
    built.push(result);
    return toRecord(result);
  };
  const record = await memo.run(RUNS, JSON.stringify([settings, contents, docs.files]), {}, run);
  const [fresh] = built;
  if (fresh !== undefined) return fresh;
  const { facts, notices, files } = record;
  const paths = files.map(([path]) => path);
  const found = await findOnDisk(host, settings.out, paths, await packageFiles());
  if (!files.every(([, hash], index) => found[index]?.hash === hash)) return build();
  return { facts, notices, plan: { out: settings.out, files: [], unchanged: files.length } };
}

function toRecord({ facts, notices, plan }: Build): RunRecord {
  return { facts, notices, files: plan.files.flatMap(({ path, hash }) => (hash === null ? [] : [[path, hash]])) };
}
