import { writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { readModel } from "../../generator/pipeline.ts";
import { proveExamples, type Proof } from "../../generator/proof/prove.ts";
import { reportFaults } from "../../generator/proof/report.ts";
import { resolveSettings } from "../../generator/settings.ts";

/** Where the last table of what does not compile is kept. */
const KEPT = path.join(import.meta.dirname, "examples.json");

/**
 * Counts the JSON bodies of the examples that compile as argument or result of the package's functions, and prints why
 * the others do not.
 *
 * @param flags folder of the docs, and of what they include
 * @param keep whether to write the table to `examples.json`
 */
export async function measureExamples(flags: Parameters<typeof resolveSettings>[2], keep: boolean): Promise<void> {
  const host = createNodeHost();
  const settings = await resolveSettings(host, process.cwd(), flags);
  const model = await readModel(host, settings);
  const start = performance.now();
  const proof = proveExamples(model);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const failing = new Set(proof.faults.map(({ body }) => body)).size;
  const held = proof.held.length;
  const share = held === 0 ? "100.0" : ((100 * (held - failing)) / held).toFixed(1);
  console.log(`${held + proof.unheld.length} JSON bodies, ${held} of them an argument or a result (${seconds} s)`);
  console.log(`${held - failing} compile: ${share} %`);
  printCounts("held against no type", unheldBy(proof));
  const causes = new Map<string, string[]>();
  for (const { code, message, place } of reportFaults(model, proof)) {
    // The words of the message that say where in the body, without the page's own values.
    const where = /(?:property|second|at|in) (the body|\S+)/.exec(message)?.[1] ?? "";
    const file = path.posix.relative("", place.file);
    causes.set(code, [...(causes.get(code) ?? []), `${file}:${place.line}:${place.column} ${where}`]);
  }
  printCounts("faults", causes);
  if (!keep) return;
  const sorted = [...causes].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const figures = { bodies: held + proof.unheld.length, held, compile: held - failing };
  writeFileSync(KEPT, `${JSON.stringify({ ...figures, causes: Object.fromEntries(sorted) }, null, 2)}\n`);
}

function unheldBy({ unheld }: Proof): ReadonlyMap<string, readonly string[]> {
  const reasons = new Map<string, string[]>();
  for (const { reason, part, json } of unheld) {
    const key = `${part}: ${reason}`;
    reasons.set(key, [...(reasons.get(key) ?? []), `${json.place.file}:${json.place.line}`]);
  }
  return reasons;
}

function printCounts(title: string, counts: ReadonlyMap<string, readonly string[]>): void {
  if (counts.size === 0) return;
  console.log(`\n${title}`);
  for (const [name, places] of [...counts].toSorted((a, b) => b[1].length - a[1].length)) {
    console.log(`${String(places.length).padStart(6)}  ${name}, e.g. ${places[0] ?? ""}`);
  }
}
