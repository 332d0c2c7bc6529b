import type { Change } from "../change.ts";
import { CHANGE_CLASSES, type ChangeClass } from "../model.ts";
import { codeSpan } from "./code-span.ts";
import { sentenceOf } from "./sentence.ts";

const TITLES: Readonly<Record<ChangeClass, string>> = {
  breaking: "Breaking",
  additive: "Added",
  docs: "Documentation",
};

/** Number of documentation changes that are listed for each module; the others are only counted. */
const NAMED = 5;

/**
 * Prints changes as a changelog entry: breaking ones first, by module, each with its place in the docs.
 *
 * @param changes in the order of `diffApis`
 * @param heading depth of the class headings
 */
export function printMarkdown(changes: readonly Change[], heading = 3): string {
  if (changes.length === 0) return "The API did not change.\n";
  const sections = CHANGE_CLASSES.flatMap((name) => {
    const own = changes.filter((item) => item.class === name);
    if (own.length === 0) return [];
    return [`${"#".repeat(heading)} ${TITLES[name]} (${own.length})`, ...modules(own, heading + 1)];
  });
  return `${[`${countChanges(changes)}.`, ...sections].join("\n\n")}\n`;
}

/** Counts changes by class: `3 breaking, 10 additive, 1 documentation`. */
export function countChanges(changes: readonly Change[]): string {
  const count = (name: ChangeClass): number => changes.filter((item) => item.class === name).length;
  return `${count("breaking")} breaking, ${count("additive")} additive, ${count("docs")} documentation`;
}

function modules(changes: readonly Change[], heading: number): readonly string[] {
  const names = [...new Set(changes.map(({ module }) => module))];
  return names.flatMap((module) => {
    const own = changes.filter((item) => item.module === module);
    return [`${"#".repeat(heading)} ${module === "" ? "Package" : codeSpan(module)}`, lines(own).join("\n")];
  });
}

function lines(changes: readonly Change[]): readonly string[] {
  const docs = changes.filter(({ kind }) => kind === "documentation-changed");
  const others = changes.filter(({ kind }) => kind !== "documentation-changed");
  return [...others.map(line), ...(docs.length > NAMED ? [docsLine(docs)] : docs.map(line))];
}

function line(item: Change): string {
  const at = item.place.file === "" ? "" : ` — ${codeSpan(`${item.place.file}:${item.place.line}`)}`;
  return `- ${sentenceOf(item, codeSpan)}${at}`;
}

function docsLine(changes: readonly Change[]): string {
  const named = changes.slice(0, NAMED).map(({ subject }) => codeSpan(subject));
  return `- The documentation of ${named.join(", ")} and ${changes.length - NAMED} more changed`;
}
