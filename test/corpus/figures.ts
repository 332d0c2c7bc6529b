import { readFileSync } from "node:fs";
import process from "node:process";

/** The least percentage that each figure of a score must reach; a key is the beginning of the figure's name. */
type Bars = Readonly<Record<string, number>>;

/** Figures that need no metadata. */
const CAPTURE: Bars = { "capture: ": 99.9 };

const BARS: Readonly<Record<string, Bars>> = {
  capture: CAPTURE,
  "v1.0": {
    ...CAPTURE,
    "truth: property names": 98.8,
    "truth: property types": 99.4,
    "truth: base types": 96.7,
    "truth: entity or complex kind": 99.3,
    "truth: open types": 95,
    "truth: abstract types": 97,
    "truth: enums": 94.8,
    "truth: response types": 98.6,
  },
  "beta-2020": {
    ...CAPTURE,
    "capture: permission scopes": 99.9,
    "capture: operations with a scope": 99.8,
    "truth: property types": 99.2,
    "truth: base types": 93,
    "truth: entity or complex kind": 96,
    "truth: open types": 96,
    "truth: abstract types": 97,
    "truth: flags enums": 98,
    "truth: response types": 97.5,
  },
};

interface Figure {
  readonly name: string;
  readonly pct: number;
}

function isFigure(value: unknown): value is Figure {
  if (typeof value !== "object" || value === null || !("name" in value) || !("pct" in value)) return false;
  return typeof value.name === "string" && typeof value.pct === "number";
}

/** The bar of a figure: the one with the longest matching name. */
function barOf(bars: Bars, { name }: Figure): number | undefined {
  const matching = Object.keys(bars).filter((beginning) => name.startsWith(beginning));
  const longest = matching.sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? undefined : bars[longest];
}

// Usage: tsx test/corpus/figures.ts SCORE.json [v1.0|beta-2020|capture]
const [file = "", set = "v1.0"] = process.argv.slice(2);
const bars = BARS[set];
if (bars === undefined) throw new Error(`Unexpected set of bars ${set}, expected ${Object.keys(BARS).join(", ")}`);
const figures: unknown = JSON.parse(readFileSync(file, "utf8"));
if (!Array.isArray(figures)) throw new Error("Unexpected score, expected a list of figures");
for (const figure of figures.filter(isFigure)) {
  const least = barOf(bars, figure);
  const reached = least === undefined || figure.pct >= least;
  if (!reached) process.exitCode = 1;
  const bar = least === undefined ? "" : ` (${reached ? "reaches" : "BELOW"} ${least} %)`;
  console.log(`${figure.pct.toFixed(2).padStart(7)} %  ${figure.name}${bar}`);
}
// A figure that is not there cannot be reached.
for (const name of Object.keys(bars)) {
  if (figures.filter(isFigure).some((figure) => figure.name.startsWith(name))) continue;
  console.log(`MISSING figure ${name}`);
  process.exitCode = 1;
}
