import { readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { findDiagnostics } from "../../generator/commands/lint/find.ts";
import { loadMetadata } from "../../generator/commands/lint/metadata.ts";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { resolveSettings } from "../../generator/settings.ts";
import { createContext } from "../support/command-line.ts";
import { drawMetadata, keyText } from "../support/draw.ts";
import { countVerdicts, parseVerdicts, printCounts } from "../support/verdicts.ts";

/**
 * Compares docs with the metadata of the same month, draws findings at random, and says how many of them somebody found
 * to be right who read each against the page and the metadata.
 *
 * Usage: tsx test/corpus/metadata.ts DOCS ROOT METADATA VERDICTS.json; exit 1 when a drawn finding has not been read or
 * fewer than 95 % of those that were read are right.
 */
const SIZE = 200;
const SEED = "2026";
const BAR = 0.95;
const [docs = "", root = docs, file = "", verdictsFile = ""] = process.argv.slice(2);
const { context } = createContext(createNodeHost(), process.cwd());
const settings = await resolveSettings(context.host, process.cwd(), { docs, root });
const compared = await loadMetadata(context, settings, path.resolve(file));
const all = await findDiagnostics(context, settings, false, compared);
const found = all.filter(({ code }) => code.startsWith("metadata-"));
const verdicts = parseVerdicts(readFileSync(verdictsFile, "utf8"));
const counts = countVerdicts(verdicts, new Map(found.map((each) => [keyText({ ...each, ...each.place }), each])));
console.log(printCounts(counts, found));

const drawn = drawMetadata(found, SIZE, SEED);
const read = new Map(verdicts.map((verdict) => [keyText(verdict), verdict.verdict]));
const keys = drawn.map((each) => keyText({ ...each, ...each.place }));
const unread = drawn.filter((_, index) => !read.has(keys[index] ?? ""));
for (const { message, place, related, severity, code } of unread) {
  const declared = related[0]?.place.line ?? 0;
  console.log(`UNREAD  ${severity} ${place.file}:${place.line}:${place.column} ${code}: ${message} → ${declared}`);
}
const right = keys.filter((key) => read.get(key) === "right").length;
console.log(
  `${right} of ${drawn.length} drawn findings are right, ${unread.length} have not been read, ${found.length} found`,
);
process.exitCode = unread.length > 0 || right < BAR * drawn.length ? 1 : 0;
