import { readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { findDiagnostics } from "../../generator/commands/lint/find.ts";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { resolveSettings } from "../../generator/settings.ts";
import { createContext } from "../support/command-line.ts";
import { drawFindings, keyText } from "../support/draw.ts";
import { countVerdicts, parseVerdicts, printCounts } from "../support/verdicts.ts";

/**
 * Says how many of the findings of `lint` are right, by level and rule, as somebody found who read each against its
 * page: every error, and warnings drawn at random. Usage: tsx test/corpus/precision.ts DOCS [ROOT]; exit 1 when fewer
 * than 95 % of the errors are right, or when one has not been read.
 */
const SIZE = 200;
const SEED = "2026";
const [docs = "", root = docs] = process.argv.slice(2);
const file = path.resolve(import.meta.dirname, "../lint/verdicts.json");
const verdicts = parseVerdicts(readFileSync(file, "utf8"));
const { context } = createContext(createNodeHost(), process.cwd());
const found = await findDiagnostics(context, await resolveSettings(context.host, process.cwd(), { docs, root }), true);
const today = new Map(found.map((each) => [keyText({ ...each, ...each.place }), each]));

const drawn = drawFindings(found, SIZE, SEED);
const counts = countVerdicts(verdicts, today);
console.log(printCounts(counts, found));
const gone = verdicts.filter((verdict) => !today.has(keyText(verdict)));
for (const verdict of gone) console.log(`GONE    ${keyText(verdict)}: was ${verdict.verdict}, ${verdict.reason}`);
const read = new Set(verdicts.map(keyText));
const unread = drawn.filter((each) => !read.has(keyText({ ...each, ...each.place })));
for (const each of unread)
  console.log(`UNREAD  ${each.severity} ${keyText({ ...each, ...each.place })}: ${each.message}`);
console.log(
  `${drawn.length - unread.length} of ${drawn.length} drawn findings have been read, ${gone.length} are gone`,
);

const errors = counts.filter(({ severity }) => severity === "error");
const right = errors.reduce((sum, each) => sum + each.right, 0);
const all = errors.reduce((sum, each) => sum + each.right + each.wrong, 0);
const isUnread = unread.some(({ severity }) => severity === "error");
process.exitCode = isUnread || right < 0.95 * all ? 1 : 0;
