import path from "node:path";
import { runGit } from "./run.ts";

/** A file as it is staged. */
export interface IndexFile {
  /** Path relative to the folder that Git was run in; POSIX. */
  readonly path: string;
  /** Name of its content. */
  readonly blob: string;
  /** 0, or another number while a merge is not resolved. */
  readonly stage: number;
}

const LINK = "120000";
const SUBMODULE = "160000";

/**
 * Lists what is staged below some folders. Links and submodules are left out, as they are on a disk.
 *
 * @param cwd folder inside a repository, absolute
 * @param folders where to look, absolute
 * @throws GitError outside a repository
 */
export async function listIndex(cwd: string, folders: readonly string[]): Promise<readonly IndexFile[]> {
  const output = await runGit(cwd, ["ls-files", "-s", "-z", "--", ...pathspecs(cwd, folders)]);
  return splitNull(output).flatMap((entry) => {
    const match = /^(\d+) ([0-9a-f]+) (\d)\t(.*)$/s.exec(entry);
    const [, mode, blob, stage, file] = match ?? [];
    if (blob === undefined || file === undefined || mode === LINK || mode === SUBMODULE) return [];
    return [{ path: file, blob, stage: Number(stage) }];
  });
}

/** Lists the files below some folders that the commit would change, relative to the folder that Git runs in. */
export async function listStaged(cwd: string, folders: readonly string[]): Promise<readonly string[]> {
  const flags = ["--cached", "--name-only", "--no-renames", "--no-ext-diff", "--relative", "-z"];
  const top = await topFolder(cwd);
  const output = await runGit(top, ["diff", ...flags, "--", ...pathspecs(top, folders)]);
  return splitNull(output).map((file) => path.relative(cwd, path.join(top, file)).replaceAll(path.sep, "/"));
}

/** Lists the files below some folders that differ from what is staged, those that Git does not know among them. */
export async function listUnstaged(cwd: string, folders: readonly string[]): Promise<readonly string[]> {
  const flags = ["--modified", "--deleted", "--others", "--exclude-standard", "--deduplicate", "-z"];
  return splitNull(await runGit(cwd, ["ls-files", ...flags, "--", ...pathspecs(cwd, folders)]));
}

async function topFolder(cwd: string): Promise<string> {
  const output = await runGit(cwd, ["rev-parse", "--show-cdup"]);
  return path.resolve(cwd, output.toString("utf8").replace(/\n$/, ""));
}

/** Names are taken as they are: a folder may be called `*`. */
function pathspecs(cwd: string, folders: readonly string[]): readonly string[] {
  return folders.map((folder) => `:(literal)${path.relative(cwd, folder).replaceAll(path.sep, "/") || "."}`);
}

function splitNull(output: Buffer): readonly string[] {
  return output
    .toString("utf8")
    .split("\0")
    .filter((entry) => entry !== "");
}
