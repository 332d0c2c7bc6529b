import path from "node:path";
import { runGit } from "./run.ts";

/** A staged file. */
export interface IndexFile {
  /** POSIX path relative to the folder in which Git ran. */
  readonly path: string;
  /** Object name of its content. */
  readonly blob: string;
  /** 0, or 1 to 3 for a file with an unresolved merge conflict. */
  readonly stage: number;
}

const LINK = "120000";
const SUBMODULE = "160000";

/**
 * Lists the staged files in some folders, without links and submodules.
 *
 * @param cwd folder inside a repository, absolute
 * @param folders absolute paths
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

/** Lists the files in some folders that the next commit changes, relative to `cwd`. */
export async function listStaged(cwd: string, folders: readonly string[]): Promise<readonly string[]> {
  const flags = ["--cached", "--name-only", "--no-renames", "--no-ext-diff", "--relative", "-z"];
  const top = await topFolder(cwd);
  const output = await runGit(top, ["diff", ...flags, "--", ...pathspecs(top, folders)]);
  return splitNull(output).map((file) => path.relative(cwd, path.join(top, file)).replaceAll(path.sep, "/"));
}

/** Lists the files in some folders that differ from the staged ones, including untracked files. */
export async function listUnstaged(cwd: string, folders: readonly string[]): Promise<readonly string[]> {
  const flags = ["--modified", "--deleted", "--others", "--exclude-standard", "--deduplicate", "-z"];
  return splitNull(await runGit(cwd, ["ls-files", ...flags, "--", ...pathspecs(cwd, folders)]));
}

async function topFolder(cwd: string): Promise<string> {
  const output = await runGit(cwd, ["rev-parse", "--show-cdup"]);
  return path.resolve(cwd, output.toString("utf8").replace(/\n$/, ""));
}

/** Paths are literal, as a folder may be called `*`. */
function pathspecs(cwd: string, folders: readonly string[]): readonly string[] {
  return folders.map((folder) => `:(literal)${path.relative(cwd, folder).replaceAll(path.sep, "/") || "."}`);
}

function splitNull(output: Buffer): readonly string[] {
  return output
    .toString("utf8")
    .split("\0")
    .filter((entry) => entry !== "");
}
