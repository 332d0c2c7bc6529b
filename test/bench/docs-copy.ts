import { cpSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Copies docs, so that they may be changed.
 *
 * @param docs folder of the pages
 * @param root folder that their includes come from
 * @param target where to copy the root
 * @returns folder of the pages in the copy
 */
export function copyDocs(docs: string, root: string, target: string): string {
  cpSync(root, target, { recursive: true });
  return path.join(target, path.relative(root, docs));
}

/** Pages below a folder, sorted. */
export function markdownFiles(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".md"));
  return files
    .filter((file) => !file.includes("includes"))
    .toSorted()
    .map((file) => path.join(folder, file));
}

/** Name and type of a property, up to its description; a method has a link for its name. */
const ROW = /^(\| *\w+ *\| *String *\|) *(?=[A-Z])/m;

/** Changes the description of a property on a page in the middle of the docs; each time it is another text. */
export function editOne(docs: string): void {
  const files = markdownFiles(docs).filter((file) => file.includes("resources"));
  const file = files.slice(Math.floor(files.length / 2)).find((name) => ROW.test(readFileSync(name, "utf8")));
  if (file === undefined) throw new Error("Unexpected docs without a property of type String, expected one to edit");
  writeFileSync(file, readFileSync(file, "utf8").replace(ROW, "$1Edited. "));
}
