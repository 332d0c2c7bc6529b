import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { REPOSITORY } from "./node-docs.ts";
import { installTarball, runProgram } from "./tarball.ts";

/**
 * Installs this program as its users do: built, packed and installed from the tarball by npm.
 *
 * @param folder where to do it
 * @returns path of a project that has the program and nothing else
 */
export async function installProgram(folder: string): Promise<string> {
  const printed = await runProgram("npm", ["pack", "--silent", "--pack-destination", folder], REPOSITORY);
  return installTarball(folder, path.join(folder, printed.trim().split("\n").at(-1) ?? ""));
}

/** Writes files below a folder. */
export async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
}
