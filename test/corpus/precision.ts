import { readFileSync } from "node:fs";
import process from "node:process";
import { findDiagnostics } from "../../generator/commands/lint/find.ts";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { resolveSettings } from "../../generator/settings.ts";
import { createContext } from "../support/command-line.ts";
import { drawFindings, keyText } from "../support/draw.ts";
import { countVerdicts, parseVerdicts, printCounts, sumOfLevel } from "../support/verdicts.ts";

/**
 * Says how many of the findings of `lint` are right, by level and rule, as somebody found who read each against its
 * page: every error, or errors drawn at random where there are many, and warnings drawn at random.
 * Usage: tsx test/corpus/precision.ts DOCS ROOT VERDICTS.json; exit 1 when fewer than 95 % of the errors or of the
 * warnings are right, or when an error of the draw has not been read.
 */
const SIZE = 200;
const SEED = "2026";
const BAR = 0.95;
const [docs = "", root = docs, verdictsFile = ""] = process.argv.slice(2);
const verdicts = parseVerdicts(readFileSync(verdictsFile, "utf8"));
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

const isImprecise = (["error", "warning"] as const).some((level) => {
  const { right, wrong } = sumOfLevel(counts, level);
  return right < BAR * (right + wrong);
});
const isUnread = unread.some(({ severity }) => severity === "error");
process.exitCode = isUnread || isImprecise ? 1 : 0;
