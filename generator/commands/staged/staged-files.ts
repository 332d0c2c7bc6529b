import { listStaged } from "../../git/index-files.ts";
import type { Settings } from "../../settings.ts";
import type { Context } from "../context.ts";
import { explainingGit } from "../git-failure.ts";

/**
 * Lists the files of the docs and the package, and the config file, that the commit would change.
 *
 * @param config absolute path of the config file, or null
 * @returns paths relative to the current folder
 * @throws CommandFailure outside a repository
 */
export function stagedFiles({ cwd }: Context, settings: Settings, config: string | null): Promise<readonly string[]> {
  return readingGit(() => listStaged(cwd, [...foldersOf(settings), ...(config === null ? [] : [config])]));
}

/** Folders that a package depends on, including its own. */
export function foldersOf({ root, docs, out }: Settings): readonly string[] {
  return [...new Set([root, docs, out])];
}

/** Runs Git; reports its failure as one of the command. */
export function readingGit<T>(read: () => Promise<T>): Promise<T> {
  return explainingGit("The staged files cannot be read", "check without --staged", read);
}
