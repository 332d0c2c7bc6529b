import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Texts } from "./compile.ts";

/**
 * Replaces the content of a folder.
 *
 * @param folder absolute path of the folder
 * @param texts texts of the new files, by POSIX path below the folder
 * @throws Error if a file cannot be written
 */
export function writeOutput(folder: string, texts: Texts): void {
  rmSync(folder, { recursive: true, force: true });
  for (const parent of new Set([...texts.keys()].map((file) => path.dirname(path.join(folder, file))))) {
    mkdirSync(parent, { recursive: true });
  }
  for (const [file, text] of texts) writeFileSync(path.join(folder, file), text);
}
