import { locateTree } from "../../git/locate.ts";
import { createTreeHost } from "../../git/tree-host.ts";
import type { Host } from "../../host/host.ts";
import { explainingGit } from "../git-failure.ts";

/**
 * Creates a host with the Markdown files of a Git revision, at their paths in the working tree.
 *
 * @param folder absolute path of a folder of the repository
 * @param revision name of a commit
 * @throws ConfigError if the revision does not exist
 * @throws CommandFailure if the folder is not in a repository
 */
export function hostAtRevision(folder: string, revision: string): Promise<Host> {
  return explainingGit(`--changed-since ${revision}`, "compare with --baseline", async () =>
    createTreeHost(await locateTree(folder, `${revision}:`)),
  );
}
