import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Texts } from "./compile.ts";

/**
 * Writes a folder anew: what an earlier build left there is gone.
 *
 * @param folder folder to write, absolute
 * @param texts its files by POSIX path below it
 */
export function writeOutput(folder: string, texts: Texts): void {
  rmSync(folder, { recursive: true, force: true });
  for (const parent of new Set([...texts.keys()].map((file) => path.dirname(path.join(folder, file))))) {
    mkdirSync(parent, { recursive: true });
  }
  for (const [file, text] of texts) writeFileSync(path.join(folder, file), text);
}
