import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { z } from "zod";
import { linkPages } from "../../generator/api/link.ts";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { pageTask } from "../../generator/read/page-task.ts";
import { findAllPages, loadPages } from "../../generator/source/find.ts";
import { drawSubjects, subjectsOf, type Subject } from "../support/facts.ts";

/**
 * Says how many facts of drawn types, enums and operations are right, as a reader found who compared each with its
 * page, and that a fact which was right still stands. Exit 1 if a right fact is gone or fewer facts than asked for are right.
 *
 * Usage: tsx test/corpus/facts.ts DOCS ROOT VERDICTS.json [--least 99]
 * Draw: tsx test/corpus/facts.ts DOCS ROOT NEW.json --types 50 --operations 100 [--enums 10] [--seed 2026]
 */
const VERDICTS = z.array(
  z.strictObject({
    subject: z.string(),
    file: z.string(),
    facts: z.array(z.string()),
    /** Facts that the page does not state, with the reason. */
    wrong: z.array(z.strictObject({ fact: z.string(), reason: z.string() })),
    /** Facts that the page states and the model lacks without an error. */
    missing: z.array(z.strictObject({ line: z.int(), reason: z.string() })),
  }),
);
type Verdict = z.infer<typeof VERDICTS>[number];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    types: { type: "string", default: "0" },
    enums: { type: "string", default: "0" },
    operations: { type: "string", default: "0" },
    seed: { type: "string", default: "2026" },
    least: { type: "string", default: "99" },
  },
});
const [docs = "", root = docs, verdictsFile = ""] = positionals;
const context = { host: createNodeHost(), docs: path.resolve(docs), root: path.resolve(root) };
const sources = await loadPages(await findAllPages(context));
const pages = sources.flatMap((source) => pageTask(source)[0] ?? []);
const subjects = subjectsOf(linkPages(pages, []));
const drawn = (["type", "enum", "operation"] as const).flatMap((kind) => {
  const size = Number(values[`${kind}s`]);
  const ofKind = subjects.filter(({ subject }) => subject.startsWith(`${kind} `));
  return drawSubjects(ofKind, size, values.seed);
});

if (drawn.length > 0) {
  const empty = drawn.map((each) => ({ ...each, wrong: [], missing: [] }));
  writeFileSync(verdictsFile, `${JSON.stringify(empty, null, 2)}\n`);
  console.log(
    `${String(drawn.length)} subjects drawn, with ${String(drawn.flatMap(({ facts }) => facts).length)} facts`,
  );
} else {
  process.exitCode = judge(VERDICTS.parse(JSON.parse(readFileSync(verdictsFile, "utf8")))) ? 0 : 1;
}

/** Prints what is gone and how many facts are right; returns whether all is well. */
function judge(verdicts: readonly Verdict[]): boolean {
  const today = new Map(subjects.map((each) => [keyOf(each), each]));
  const gone = verdicts.flatMap((verdict) => {
    const have = new Set(today.get(keyOf(verdict))?.facts);
    const wrong = new Set(verdict.wrong.map(({ fact }) => fact));
    return verdict.facts
      .filter((fact) => !wrong.has(fact) && !have.has(fact))
      .map((fact) => `${verdict.file} ${verdict.subject}: ${fact}`);
  });
  for (const each of gone) console.log(`GONE     ${each}`);
  for (const { file, wrong, missing } of verdicts) {
    for (const { fact, reason } of wrong) console.log(`WRONG    ${file}: ${fact} (${reason})`);
    for (const { line, reason } of missing) console.log(`MISSING  ${file}:${String(line)}: ${reason}`);
  }
  const faults = verdicts.reduce((sum, { wrong, missing }) => sum + wrong.length + missing.length, 0);
  const all = verdicts.reduce((sum, { facts, missing }) => sum + facts.length + missing.length, 0);
  const percent = (100 * (all - faults)) / all;
  console.log(
    `${percent.toFixed(2)} % of ${String(all)} facts of ${String(verdicts.length)} subjects are right; ${String(gone.length)} are gone`,
  );
  return gone.length === 0 && percent >= Number(values.least);
}

/** Line numbers and names of operations may not change on a page that does not. */
function keyOf({ subject, file }: Pick<Subject, "subject" | "file">): string {
  return `${file} ${subject}`;
}
