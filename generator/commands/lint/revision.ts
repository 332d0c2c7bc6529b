import { locateTree } from "../../git/locate.ts";
import { GitError } from "../../git/run.ts";
import { createTreeHost } from "../../git/tree-host.ts";
import type { Host } from "../../host/host.ts";
import { ConfigError } from "../../settings.ts";

/**
 * Creates a host with the Markdown files of a Git revision, at their paths in the working tree.
 *
 * @param folder absolute path of a folder of the repository
 * @param revision name of a commit
 * @throws ConfigError if the folder is not in a repository, or the revision does not exist
 */
export async function hostAtRevision(folder: string, revision: string): Promise<Host> {
  try {
    return await createTreeHost(await locateTree(folder, `${revision}:`));
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new ConfigError(`--changed-since ${revision} cannot be read: ${error.message.split("\n")[0] ?? ""}`);
  }
}
