import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { isJsonArray, isJsonObject, parseJsonObject, type Json, type JsonObject } from "../../generator/util/json.ts";

/**
 * Lists the types whose openness differs from the service's metadata, each with the line of its page that decides: the
 * annotation, a sentence about an open type, or the base that is open; "silent" if the page has no such line.
 *
 * Usage: [UPDATE=1] tsx test/corpus/open-verdicts.ts DOCS MODEL.json METADATA.json VERDICTS.json
 * UPDATE=1 writes the list; otherwise it must be the one that the model, the pages and the metadata give.
 */
const STATED: readonly RegExp[] = [
  /"openType"\s*:\s*"?true/i,
  /\bopen[\s_]type\b|\bcustom properties\b.*\bextensions\b/i,
];
const DERIVED = /\binherits? from\b|\bbase type\b|"baseType"\s*:\s*"/i;

const [docs = "", modelFile = "", metadataFile = "", listFile = ""] = process.argv.slice(2);
const types = member(parseJsonObject(readFileSync(metadataFile, "utf8")), "types");
const openById = new Map(
  Object.entries(isJsonObject(types) ? types : {}).map(([id, facts]) => [
    id.toLowerCase(),
    isJsonObject(facts) && facts.open === true,
  ]),
);
const documented = member(parseJsonObject(readFileSync(modelFile, "utf8")), "types");
const verdicts = (isJsonArray(documented) ? documented : []).flatMap(judge).sort();
const text = `{\n  "about": "Made and checked by test/corpus/open-verdicts.ts",\n  "verdicts": [\n    ${verdicts.join(",\n    ")}\n  ]\n}\n`;
if (process.env.UPDATE === "1") writeFileSync(listFile, text);
const known = readFileSync(listFile, "utf8").replaceAll("\r\n", "\n").split("\n");
const made = text.split("\n");
for (const line of made) if (!known.includes(line)) console.log(`not in the list: ${line.trim()}`);
for (const line of known) if (!made.includes(line)) console.log(`no longer true:  ${line.trim()}`);
if (made.join("\n") !== known.join("\n")) process.exitCode = 1;
const silent = verdicts.filter((verdict) => verdict.includes(":silent ")).length;
console.log(`${String(verdicts.length)} types differ; the pages of ${String(silent)} are silent`);

function member(value: Json | undefined, name: string): Json | undefined {
  return isJsonObject(value) ? value[name] : undefined;
}

function judge(type: Json): readonly string[] {
  const facts: JsonObject = isJsonObject(type) ? type : {};
  const { namespace, name, open, inferred } = facts;
  const page = member(facts.source, "file");
  if (typeof namespace !== "string" || typeof name !== "string" || typeof page !== "string" || inferred === true)
    return [];
  const id = `${namespace}.${name}`;
  const stated = openById.get(id.toLowerCase());
  if (stated === undefined || stated === open) return [];
  const line = lineOf(page, open === true ? [...STATED, DERIVED] : STATED);
  return [JSON.stringify(`${page}:${String(line)} ${id} ${open === true ? "open" : "closed"}`)];
}

function lineOf(page: string, patterns: readonly RegExp[]): number | "silent" {
  const lines = readFileSync(path.resolve(docs, page), "utf8").split(/\r?\n/);
  // The front matter repeats the introduction.
  const start = lines[0] === "---" ? lines.indexOf("---", 1) : -1;
  for (const pattern of patterns) {
    const index = lines.findIndex((line, at) => at > start && pattern.test(line));
    if (index !== -1) return index + 1;
  }
  return "silent";
}
