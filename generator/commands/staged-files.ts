import { listStaged } from "../git/index-files.ts";
import { GitError } from "../git/run.ts";
import type { Settings } from "../settings.ts";
import type { Context } from "./context.ts";
import { CommandFailure } from "./failure.ts";

/**
 * Lists the files of the docs and the package that the commit would change.
 *
 * @returns paths from where the user stands
 * @throws CommandFailure outside a repository
 */
export function stagedFiles({ cwd }: Context, settings: Settings): Promise<readonly string[]> {
  return readingGit(() => listStaged(cwd, foldersOf(settings)));
}

/** Folders that a package depends on, itself included. */
export function foldersOf({ root, docs, out }: Settings): readonly string[] {
  return [...new Set([root, docs, out])];
}

/** Says what Git says, where it cannot do what was asked. */
export async function readingGit<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof GitError) throw new CommandFailure(`What is staged cannot be read: ${error.message}`);
    throw error;
  }
}
