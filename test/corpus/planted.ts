import process from "node:process";
import type { Finding } from "../../generator/lint/catalog.ts";
import { beyond, toBaseline } from "../../generator/lint/baseline.ts";
import { compareStrings } from "../../generator/util/compare.ts";
import { sha256 } from "../../generator/util/hash.ts";
import { bodyKinds } from "../support/planting/body-kinds.ts";
import type { Kind } from "../support/planting/kind.ts";
import { exampleKinds } from "../support/planting/example-kinds.ts";
import { frameKinds } from "../support/planting/frame-kinds.ts";
import { resourceKinds, tableKinds } from "../support/planting/resource-kinds.ts";
import { readSite } from "../support/planting/site.ts";
import { compareTexts } from "../support/line-edits.ts";
import { SLIPS, type Slip } from "../support/slips.ts";
import type { Planted } from "../support/planting/text.ts";

/**
 * Puts mistakes into pages in which the rule that should find them finds nothing, one at a time, and lints the docs
 * again. Slips of one character or line, such as a blank line in a table, are errors or change no fact. Usage: tsx
 * test/corpus/planted.ts DOCS [ROOT] [TIMES] [SEED] [ONLY], where TIMES is the number of pages for each kind and ONLY a
 * part of a kind's name; exit 1 when one is not found at its line, or when something else becomes an error.
 */
const [docs = "docs-input", root = docs, times = "1", seed = "1", only = ""] = process.argv.slice(2);
/** In docs of more pages only the example that is changed is held against its type, which takes seconds each time. */
const SMALL = 200;
/** Slips are tried on so many pages each, as they take little time. */
const SLIPS_FOR_EACH = 20;
const kinds = [...frameKinds, ...exampleKinds, ...bodyKinds, ...tableKinds, ...resourceKinds];
const site = await readSite(docs, root);
const before = site.find(null, "all");
const known = toBaseline(before);
let found = 0;
let planted = 0;
let tried = 0;
for (const kind of kinds.filter(({ name }) => name.includes(only))) {
  const faults: string[] = [];
  let count = 0;
  for (const path of candidates(kind)) {
    if (count >= Number(times)) break;
    const text = site.docs.get(path) ?? "";
    const mistake = kind.plant({ path, lines: text.split("\n"), docs: site.docs });
    if (mistake === null) continue;
    count++;
    faults.push(...faultsOf(kind, path, mistake));
  }
  if (count > 0) tried++;
  planted += count;
  found += count - faults.length;
  const figure = count === 0 ? "no page is fit" : `${count - faults.length}/${count}`;
  console.log(`${figure.padEnd(14)} ${kind.code.padEnd(28)} ${kind.name}`);
  for (const fault of faults) console.log(`   ${fault}`);
}
for (const slip of SLIPS.filter(({ name }) => name.includes(only))) {
  for (const fault of trySlip(slip)) console.log(`   SILENT ${fault}`);
  tried++;
}
console.log(
  `${found} of ${planted} mistakes of ${tried} kinds are found at their line, or change no fact, and nothing else becomes an error`,
);
process.exitCode = found === planted ? 0 : 1;

/** Tries a slip on some pages; it is found by an error, or no fact of the page changes. */
function trySlip({ name, sites, apply }: Slip): readonly string[] {
  const rank = (path: string) => sha256(`${seed} ${name} ${path}`);
  const faults: string[] = [];
  let count = 0;
  for (const source of site.sources.toSorted((a, b) => compareStrings(rank(a.path), rank(b.path)))) {
    if (count >= SLIPS_FOR_EACH * Number(times)) break;
    const lines = (source.text ?? "").split("\n");
    const turn = Number.parseInt(rank(source.path).slice(0, 8), 16);
    const places = sites(lines);
    const index = places[turn % places.length];
    if (index === undefined) continue;
    count++;
    const { lost, gained, errors } = compareTexts(source, apply(lines, index, turn).join("\n"));
    const [fact] = [...lost, ...gained];
    if (errors.length === 0 && fact !== undefined) faults.push(`${source.path}:${index + 1} ${fact.text}`);
  }
  planted += count;
  found += count - faults.length;
  const figure = count === 0 ? "no page is fit" : `${count - faults.length}/${count}`;
  console.log(`${figure.padEnd(14)} ${"slip".padEnd(28)} ${name}`);
  return faults;
}

/** Pages on which the rule finds nothing and nothing is an error, in an order that the seed decides. */
function candidates({ code, page, name }: Kind): readonly string[] {
  const bad = new Set(
    before.filter((each) => each.code === code || each.severity === "error").map(({ place }) => place.file),
  );
  const isOfKind = (path: string) => path.startsWith("api/") === (page === "operation");
  const rank = (path: string) => sha256(`${seed} ${name} ${path}`);
  return [...site.docs.keys()]
    .filter((path) => isOfKind(path) && !bad.has(path))
    .toSorted((a, b) => compareStrings(rank(a), rank(b)));
}

function faultsOf(
  kind: Kind,
  path: string,
  { lines, line, foundIn = path, writtenTo = path }: Planted,
): readonly string[] {
  const { code } = kind;
  const isOfExamples = exampleKinds.includes(kind) || bodyKinds.includes(kind);
  const examples = site.docs.size < SMALL ? "all" : isOfExamples ? [path] : [];
  const added = beyond(known, site.find({ path: writtenTo, text: lines.join("\n") }, examples));
  const isExpected = (each: Finding) => each.code === code && each.place.file === foundIn && each.place.line === line;
  // What follows from the mistake names it as its other place.
  const follows = ({ place, related }: Finding) =>
    [place, ...related.map((each) => each.place)].some((each) => each.file === foundIn && each.line === line);
  const astray = added.filter((each) => each.severity === "error" && !isExpected(each) && !follows(each));
  const isFound = added.some(isExpected);
  if (isFound && astray.length === 0) return [];
  const shown = (isFound ? astray : added)
    .slice(0, 6)
    .map((each) => `${each.code} ${each.place.file}:${each.place.line}`);
  return [`${isFound ? "ASTRAY" : "MISSED"} ${foundIn}:${line} (planted in ${path}); found: ${shown.join(", ")}`];
}
