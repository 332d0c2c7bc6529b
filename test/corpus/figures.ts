import { readFileSync } from "node:fs";
import process from "node:process";

/** The least percentage that each figure of the score must reach; a key is the beginning of the figure's name. */
const LEAST: Readonly<Record<string, number>> = {
  "capture: ": 99.5,
  "truth: property types": 98.9,
  "truth: base types": 95,
  "truth: entity or complex kind": 95,
  "truth: enums": 94,
  "truth: response types": 92,
};

interface Figure {
  readonly name: string;
  readonly pct: number;
}

function isFigure(value: unknown): value is Figure {
  if (typeof value !== "object" || value === null || !("name" in value) || !("pct" in value)) return false;
  return typeof value.name === "string" && typeof value.pct === "number";
}

const figures: unknown = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
if (!Array.isArray(figures)) throw new Error("Unexpected score, expected a list of figures");
for (const figure of figures.filter(isFigure)) {
  const least = Object.entries(LEAST).find(([name]) => figure.name.startsWith(name))?.[1];
  const reached = least === undefined || figure.pct >= least;
  if (!reached) process.exitCode = 1;
  const bar = least === undefined ? "" : ` (${reached ? "reaches" : "BELOW"} ${least} %)`;
  console.log(`${figure.pct.toFixed(2).padStart(7)} %  ${figure.name}${bar}`);
}
// A figure that is not there cannot be reached.
for (const name of Object.keys(LEAST)) {
  if (figures.filter(isFigure).some((figure) => figure.name.startsWith(name))) continue;
  console.log(`MISSING figure ${name}`);
  process.exitCode = 1;
}
