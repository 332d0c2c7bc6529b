import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { OutputFile } from "../../generator/emit/model.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** The compilers that a package must pass. */
export const COMPILERS: readonly (readonly [name: string, path: string])[] = [
  ["TypeScript 5.9", path.join(root, "node_modules/typescript/bin/tsc")],
  ["TypeScript 7", path.join(root, "node_modules/typescript7/bin/tsc")],
];

/** Writes files into a new folder outside the repository, so that nothing installed there helps them. */
export function writePackage(files: readonly OutputFile[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), "package-"));
  for (const file of files) {
    mkdirSync(path.dirname(path.join(folder, file.path)), { recursive: true });
    writeFileSync(path.join(folder, file.path), file.text);
  }
  return folder;
}

/** Removes what `writePackage` wrote. */
export function removePackage(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Runs a compiler on a project; gives what it complains of, nothing when it is content. */
export function compile(compiler: string, project: string, ...flags: readonly string[]): string {
  try {
    return execFileSync(process.execPath, [compiler, "-p", project, ...flags], { encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    return error instanceof Error && "stdout" in error ? String(error.stdout) : String(error);
  }
}
