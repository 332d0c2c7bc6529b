import path from "node:path";
import { GitError, gitLine, runGit } from "./run.ts";

/** A folder in a commit of a repository. */
export interface TreePlace {
  /** Working tree of the repository, absolute. */
  readonly top: string;
  readonly commit: string;
  /** POSIX path of the folder relative to the top; empty for the top itself. */
  readonly folder: string;
}

/**
 * Resolves `REV:PATH` as Git does: from the top of the repository, or from `cwd` if the path begins with `./` or
 * `../`. A path into a submodule is resolved in the commit that is recorded for it.
 *
 * @param cwd a folder of the repository
 * @throws GitError if there is no such repository or revision
 */
export async function locateTree(cwd: string, spec: string): Promise<TreePlace> {
  const colon = spec.indexOf(":");
  const revision = spec.slice(0, colon);
  const written = spec.slice(colon + 1);
  const top = await gitLine(cwd, "rev-parse", "--show-toplevel");
  const prefix = /^\.\.?(?:\/|$)/.test(written) ? await gitLine(cwd, "rev-parse", "--show-prefix") : "";
  const commit = await gitLine(cwd, "rev-parse", "--verify", "--end-of-options", `${revision}^{commit}`);
  return enterSubmodules({ top: path.resolve(top), commit, folder: cleaned(path.posix.join(prefix, written)) });
}

/**
 * Finds the committed state of a folder: in its repository or, if that is a submodule, in the commit that the outer
 * repository records.
 *
 * @param revision revision of the repository, or of the outer one
 * @throws GitError if the folder is not in a repository, or the repository has no such commit
 */
export async function locateCommitted(folder: string, revision = "HEAD"): Promise<TreePlace> {
  const outer = await gitLine(folder, "rev-parse", "--show-superproject-working-tree");
  const prefix = await gitLine(folder, "rev-parse", "--show-prefix");
  if (outer === "") return locateTree(folder, `${revision}:${prefix}`);
  const inner = await gitLine(folder, "rev-parse", "--show-toplevel");
  const below = path.relative(outer, inner).replaceAll(path.sep, "/");
  return locateTree(outer, `${revision}:${path.posix.join(below, prefix)}`);
}

/**
 * Finds a folder in the last commit that changed certain lines of a file.
 *
 * @param folder a folder in the repository of the file, or in a submodule of it
 * @param file file whose history is searched, absolute
 * @param pattern regular expression of Git for the lines that were added or removed
 * @returns null if there is no such commit, or the folder is not in it
 */
export async function locateAtChange(folder: string, file: string, pattern: string): Promise<TreePlace | null> {
  try {
    const commit = await gitLine(path.dirname(file), "log", "-1", "--format=%H", `-G${pattern}`, "--", file);
    if (commit === "") return null;
    const place = await locateCommitted(folder, commit);
    await runGit(place.top, ["cat-file", "-e", `${place.commit}:${place.folder}`]);
    return place;
  } catch (error) {
    if (error instanceof GitError) return null;
    throw error;
  }
}

async function enterSubmodules(place: TreePlace): Promise<TreePlace> {
  const parts = place.folder === "" ? [] : place.folder.split("/");
  for (let count = 1; count <= parts.length; count++) {
    const outer = parts.slice(0, count).join("/");
    const entry = (await runGit(place.top, ["ls-tree", "-z", "--full-tree", place.commit, "--", outer])).toString();
    const [, recorded] = /^160000 commit ([0-9a-f]+)\t/.exec(entry) ?? [];
    if (recorded === undefined) continue;
    const top = path.join(place.top, ...parts.slice(0, count));
    return enterSubmodules({ top, commit: recorded, folder: parts.slice(count).join("/") });
  }
  return place;
}

function cleaned(folder: string): string {
  return folder.replace(/^\.?\/+|\/+$/g, "").replace(/^\.$/, "");
}
