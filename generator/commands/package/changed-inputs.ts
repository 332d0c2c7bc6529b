import path from "node:path";
import { GitError, gitLine, runGit } from "../../git/run.ts";
import { MANIFEST_PATH } from "../../output/manifest.ts";
import type { Settings } from "../../settings.ts";

/**
 * States what changed since the package was committed, as far as Git knows.
 *
 * @param settings settings of the run
 * @param config absolute path of the config file, or null
 * @returns a clause such as "the config changed"
 */
export async function changedInputs(settings: Settings, config: string | null): Promise<string> {
  const changed = await sinceCommit(settings, config);
  if (changed === null) return "the docs, the settings or the program changed";
  if (changed.docs) return changed.config ? "the docs and the config changed" : "the docs changed";
  return changed.config ? "the config changed" : "the program or its flags changed";
}

/** Whether the docs and the config differ from the commit that contains the package on disk; null if Git cannot tell. */
async function sinceCommit(
  { out, root }: Settings,
  config: string | null,
): Promise<{ readonly docs: boolean; readonly config: boolean } | null> {
  try {
    const own = await gitLine(out, "rev-parse", "--is-shallow-repository", "--show-toplevel");
    if (own !== `false\n${await gitLine(root, "rev-parse", "--show-toplevel")}`) return null;
    if ((await gitLine(out, "status", "--porcelain", "--", MANIFEST_PATH)) !== "") return null;
    const commit = await gitLine(out, "log", "-1", "--format=%H", "--", MANIFEST_PATH);
    if (commit === "") return null;
    const configs = config === null || path.relative(root, config).startsWith("..") ? [] : [`:(exclude)${config}`];
    const docs = await differs(root, commit, [".", `:(exclude)${out}`, ...configs]);
    return { docs, config: config !== null && (await differs(path.dirname(config), commit, [config])) };
  } catch (error) {
    if (error instanceof GitError) return null;
    throw error;
  }
}

/** Whether files differ from a commit, or are not in it. */
async function differs(cwd: string, commit: string, files: readonly string[]): Promise<boolean> {
  const changed = await runGit(cwd, ["diff", "--name-only", commit, "--", ...files]);
  const added = await runGit(cwd, ["ls-files", "--others", "--exclude-standard", "--", ...files]);
  return changed.length + added.length > 0;
}
