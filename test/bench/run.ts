import process from "node:process";
import { parseArgs } from "node:util";
import { measureAgainst } from "./against.ts";
import { measureExamples } from "./examples.ts";
import { measureFidelity } from "./fidelity.ts";
import { measureGenerate } from "./generate.ts";
import { measureLint } from "./lint.ts";
import { continueRun } from "./long-runs.ts";
import { measureMistakes } from "./mistakes.ts";
import { measureMoment } from "./moments.ts";
import { measureReaders } from "./openapi.ts";
import { measurePackage } from "./package.ts";
import { measureSizes } from "./sizes.ts";

const HELP = [
  "Usage: npm run bench -- generate --docs DIR [--root DIR] [--runs N] [--keep]   time and memory of runs, as ratios",
  "       npm run bench -- against DIR --docs DIR [--root DIR] [--runs N]   this build beside that of another checkout, by turns",
  "       npm run bench -- fidelity --shared DIR [--keep]                how much of a reference is read, and what is missed",
  "       npm run bench -- package [--shared DIR] [--runs N] [--keep]    the package beside what one would use instead",
  "       npm run bench -- sizes [--keep]                                the bytes that each default of the runtime adds to a program",
  "       npm run bench -- mistakes                                      the mistakes that the types of each package refuse",
  "       npm run bench -- examples --docs DIR [--root DIR] [--keep]     how many JSON examples compile, and why the others do not",
  "       npm run bench -- openapi [--docs DIR] [--root DIR]             what the readers of OpenAPI documents make of ours",
  "       npm run bench -- watch|precommit [--docs DIR] [--root DIR] [--runs N] [--keep]    what a person waits for",
  "       npm run bench -- lint --docs DIR [--root DIR] [--runs N] [--keep]    the whole lint beside generate, both built",
  "       npm run bench -- long [NAME] [--shared DIR] [--minutes N]      more cases of a run of many random cases, added up",
].join("\n");

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    docs: { type: "string", default: "docs-input" },
    root: { type: "string" },
    runs: { type: "string", default: "5" },
    shared: { type: "string", default: "../shared" },
    minutes: { type: "string", default: "25" },
    keep: { type: "boolean", default: false },
  },
});

if (positionals[0] === "generate") {
  await measureGenerate(values.docs, values.root ?? values.docs, Number(values.runs), values.keep);
} else if (positionals[0] === "against") {
  await measureAgainst(positionals[1] ?? ".", values.docs, values.root ?? values.docs, Number(values.runs));
} else if (positionals[0] === "watch" || positionals[0] === "precommit") {
  const runs = Math.max(5, Number(values.runs));
  await measureMoment(positionals[0], values.docs, values.root ?? values.docs, runs, values.keep);
} else if (positionals[0] === "fidelity") {
  await measureFidelity(values.shared, values.keep);
} else if (positionals[0] === "package") {
  await measurePackage(values.shared, Math.max(5, Number(values.runs)), values.keep);
  await measureMistakes();
} else if (positionals[0] === "sizes") {
  if (!(await measureSizes(values.keep))) process.exitCode = 1;
} else if (positionals[0] === "openapi") {
  if (!(await measureReaders({ docs: values.docs, root: values.root }))) process.exitCode = 1;
} else if (positionals[0] === "mistakes") {
  await measureMistakes();
} else if (positionals[0] === "long") {
  if (!(await continueRun(positionals[1], values.shared, Number(values.minutes)))) process.exitCode = 1;
} else if (positionals[0] === "lint") {
  await measureLint(values.docs, values.root ?? values.docs, Math.max(5, Number(values.runs)), values.keep);
} else if (positionals[0] === "examples") {
  await measureExamples({ docs: values.docs, root: values.root }, values.keep);
} else {
  console.error(HELP);
  process.exitCode = 2;
}
