import path from "node:path";
import { gitLine, runGit } from "../../git/run.ts";
import type { Context } from "../context.ts";
import { explainingGit } from "../git-failure.ts";

/**
 * Commits the given files and folders, but no other staged changes. Files outside the repository of the current folder
 * are ignored; hooks run as usual.
 *
 * @param files absolute paths
 * @throws CommandFailure if Git refuses
 */
export async function commitFiles(context: Context, files: readonly string[], message: string): Promise<void> {
  await explainingGit("--commit", "run without --commit", async () => {
    const top = path.resolve(await gitLine(context.cwd, "rev-parse", "--show-toplevel"));
    const own: string[] = [];
    for (const file of files.filter((name) => isInside(path.relative(top, name)))) {
      own.push(path.relative(top, await throughSubmodules(context, top, file)));
    }
    const paths = own.map((file) => `:(top,literal)${file.replaceAll(path.sep, "/") || "."}`);
    await runGit(top, ["add", "--all", "--", ...paths]);
    const staged = await gitLine(top, "diff", "--cached", "--name-only", "--", ...paths);
    if (staged === "") {
      await context.stdout.write("Commit   nothing to commit\n");
      return;
    }
    await runGit(top, ["commit", "--quiet", "--message", message, "--", ...paths]);
    await context.stdout.write(`Commit   ${await gitLine(top, "log", "-1", "--format=%h %s")}\n`);
  });
}

/** @throws CommandFailure if the current folder is not in a repository */
export async function expectRepository({ cwd }: Context): Promise<void> {
  await explainingGit("--commit", "run without --commit", () => gitLine(cwd, "rev-parse", "--show-toplevel"));
}

/** Replaces a file in a submodule with the submodule, because the outer repository records only its commit. */
async function throughSubmodules({ host }: Context, top: string, file: string): Promise<string> {
  const folder = (await host.kind(file)) === "folder" ? file : path.dirname(file);
  const own = path.resolve(await gitLine(folder, "rev-parse", "--show-toplevel"));
  return own === top ? file : own;
}

function isInside(relative: string): boolean {
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
