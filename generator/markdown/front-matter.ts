import { isMap, isScalar, parseDocument } from "yaml";
import { createCollector, type Place, type Result } from "../diagnostics/diagnostic.ts";
import type { FrontMatter } from "./model.ts";

/**
 * Reads YAML front matter; scalars become trimmed text, lists and maps are dropped.
 *
 * @param yaml text between the `---` lines
 * @param place place of the opening `---`
 */
export function readFrontMatter(yaml: string, place: Place): Result<FrontMatter> {
  const plain = readPlainScalars(yaml);
  if (plain !== null) return [plain, []];
  const collector = createCollector();
  const document = parseDocument(yaml, { schema: "failsafe", prettyErrors: false });
  for (const error of document.errors.slice(0, 1)) {
    const line = place.line + 1 + yaml.slice(0, error.pos[0]).split("\n").length - 1;
    collector.add("front-matter-invalid", { reason: error.message.split("\n")[0] ?? "" }, { ...place, line });
  }
  const pairs = document.errors.length === 0 && isMap(document.contents) ? document.contents.items : [];
  const scalars = pairs.flatMap(({ key, value }) => {
    if (!isScalar(key) || !isScalar(value) || typeof value.value !== "string") return [];
    return [[String(key.value), value.value.trim()] as const];
  });
  return collector.wrap(Object.fromEntries(scalars));
}

/** A key with a plain or double-quoted scalar on one line, without escapes or other YAML syntax. */
const PLAIN_LINE = /^([A-Za-z_][\w.]*):(?:[ ]+(?:"([^"\\]*)"|([A-Za-z0-9](?:[^:#]|:(?=[^\s])|(?<=\S)#)*)))?[ ]*$/;

/** Reads front matter that consists of such lines, as nearly all front matter does; otherwise null. */
function readPlainScalars(yaml: string): FrontMatter | null {
  const scalars = new Map<string, string>();
  for (const line of yaml.split("\n")) {
    const [, key, quoted, plain] = PLAIN_LINE.exec(line) ?? [];
    if (key === undefined || /[\t\r\0]|[^\S ]/.test(line) || scalars.has(key)) return null;
    scalars.set(key, (quoted ?? plain ?? "").trim());
  }
  return Object.fromEntries(scalars);
}

/** Front matter, and lines of keys below it that end with another line of dashes. */
const SPLIT = /^---[ ]*\n(?:(?!---).*\n){0,200}(---[ ]*)\n(?=(?:[A-Za-z_][\w.]*:.*\n){1,200}---[ ]*(?:\n|$))/;

/** Front matter below a few lines, none of which is a heading or a row. */
const BELOW = /^((?:(?!---|#|\|)[^\n]*\n){1,5})---[ ]*\n(?=(?:[A-Za-z_][\w.]*:.*\n){2,200}---[ ]*(?:\n|$))/;

/** Front matter without its first line. */
const UNOPENED = /^(?:[a-z_][\w.]*:.*\n){2,200}---[ ]*(?:\n|$)/;

/**
 * Makes front matter whole that has a line of dashes among its keys, which Markdown would read as a heading, or other
 * lines above it. The lines keep their numbers; those above become comments of the front matter.
 *
 * @param text Markdown of a page
 * @param start place of its first character
 */
export function joinFrontMatter(text: string, start: Place): Result<string> {
  const collector = createCollector();
  const above = BELOW.exec(text)?.[1];
  const isInCode = (above?.match(/^```/gm)?.length ?? 0) % 2 === 1;
  if (above !== undefined && !isInCode) {
    collector.add("front-matter-invalid", { reason: "lines above the opening ---" }, start);
    const opening = above.replace(/^.*/, "---").replace(/\n(?=.)/g, "\n#");
    return collector.wrap(`${opening}#${text.slice(above.length + "---".length)}`);
  }
  if (UNOPENED.test(text)) collector.add("front-matter-invalid", { reason: "no opening ---" }, start);
  const split = SPLIT.exec(text);
  if (split?.[1] === undefined) return collector.wrap(text);
  const at = split[0].length - split[1].length - 1;
  const line = start.line + text.slice(0, at).split("\n").length - 1;
  collector.add("front-matter-invalid", { reason: "keys below the closing ---" }, { ...start, line });
  return collector.wrap(`${text.slice(0, at)}#${text.slice(at + split[1].length)}`);
}
