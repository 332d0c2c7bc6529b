import type { Change } from "../change.ts";
import { CHANGE_CLASSES, type ChangeClass } from "../model.ts";
import { codeSpan } from "./code-span.ts";
import { sentenceOf } from "./sentence.ts";

const TITLES: Readonly<Record<ChangeClass, string>> = {
  breaking: "Breaking",
  additive: "Added",
  docs: "Documentation",
};

/** Form of a list of changes. */
interface ListForm {
  /** Depth of the class headings. */
  readonly heading?: number;
  /** Number of documentation changes that are listed for each module; the others are only counted. */
  readonly words?: number;
}

/**
 * Prints changes as a changelog entry: breaking ones first, by module, each with its place in the docs.
 *
 * @param changes in the order of `diffApis`
 */
export function printMarkdown(changes: readonly Change[], { heading = 3, words = Infinity }: ListForm = {}): string {
  if (changes.length === 0) return "The API did not change.\n";
  const sections = CHANGE_CLASSES.flatMap((name) => {
    const own = changes.filter((item) => item.class === name);
    if (own.length === 0) return [];
    return [`${"#".repeat(heading)} ${TITLES[name]} (${own.length})`, ...modules(own, heading + 1, words)];
  });
  return `${[`${countChanges(changes)}.`, ...sections].join("\n\n")}\n`;
}

/** Counts changes by class: `3 breaking, 10 additive, 1 documentation`. */
export function countChanges(changes: readonly Change[]): string {
  const count = (name: ChangeClass): number => changes.filter((item) => item.class === name).length;
  return `${count("breaking")} breaking, ${count("additive")} additive, ${count("docs")} documentation`;
}

function modules(changes: readonly Change[], heading: number, words: number): readonly string[] {
  const names = [...new Set(changes.map(({ module }) => module))];
  return names.flatMap((module) => {
    const own = changes.filter((item) => item.module === module);
    return [`${"#".repeat(heading)} ${module === "" ? "Package" : codeSpan(module)}`, lines(own, words).join("\n")];
  });
}

function lines(changes: readonly Change[], words: number): readonly string[] {
  const docs = changes.filter(({ kind }) => kind === "documentation-changed");
  const others = changes.filter(({ kind }) => kind !== "documentation-changed");
  return [...others.map(line), ...docs.slice(0, words).map(line), ...countOthers(docs.slice(words))];
}

function line(item: Change): string {
  const at = item.place.file === "" ? "" : ` — ${codeSpan(`${item.place.file}:${item.place.line}`)}`;
  return `- ${sentenceOf(item, codeSpan)}${at}`;
}

function countOthers({ length }: readonly Change[]): readonly string[] {
  return length === 0 ? [] : [`- The documentation changed in ${length} more ${length === 1 ? "place" : "places"}`];
}
