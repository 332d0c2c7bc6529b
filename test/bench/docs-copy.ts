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

/**
 * Name and type of a property, up to its description; a method has a link for its name. One that the base states is left
 * out: nothing comes of it.
 */
const ROW = /^(\| *\w+ *\| *String *\|) *(?=[A-Z])(?!.*Inherited)/m;
/** The first sentence of a page, below its title. */
const FIRST_WORDS = /^(?!Namespace:)(?=[A-Z])/m;

/** Changes that an author makes on one page; each time they make another text of it. */
const EDITS = {
  /** The description of a property. */
  words: (docs: string) => {
    editPage(docs, "resources", ROW, "$1Edited. ");
  },
  /** A row more in a table of properties. */
  property: (docs: string) => {
    editPage(docs, "resources", ROW, `| added${nextNumber()} | String | A property that is new. |\n$1`);
  },
  /** The introduction of a page about a request. */
  operation: (docs: string) => {
    editPage(docs, "api", FIRST_WORDS, "Edited. ");
  },
} as const;

export type Edit = keyof typeof EDITS;

/** Edits a page in the middle of the docs. */
export function editOne(docs: string, edit: Edit = "words"): void {
  EDITS[edit](docs);
}

let number = 0;

function nextNumber(): number {
  number += 1;
  return number;
}

function editPage(docs: string, folder: string, place: RegExp, replacement: string): void {
  const files = markdownFiles(docs).filter((file) => path.relative(docs, file).split(path.sep).includes(folder));
  const file = files.slice(Math.floor(files.length / 2)).find((name) => place.test(readFileSync(name, "utf8")));
  if (file === undefined)
    throw new Error(`Unexpected docs without ${String(place)} in ${folder}, expected one to edit`);
  writeFileSync(file, readFileSync(file, "utf8").replace(place, replacement));
}
