import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { REPOSITORY } from "./repository.ts";
import { runProgram } from "./tarball.ts";

/** The start file of the built program. Call `buildProgram` before running it. */
export const BUILT_PROGRAM = path.join(REPOSITORY, "generator/dist/cli.js");

/** Builds this program, unless its last build is up to date. */
export async function buildProgram(): Promise<void> {
  await runProgram("npm", ["run", "-s", "build"], REPOSITORY);
}

/** Writes files below a folder. */
export async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
}
