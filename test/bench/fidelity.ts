import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { printModel } from "../../generator/api/print.ts";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { readModel } from "../../generator/pipeline.ts";
import { resolveSettings } from "../../generator/settings.ts";
import { isJsonObject, toJson, type JsonObject } from "../../generator/util/json.ts";
import { sortMisses, type Miss } from "./misses.ts";

/** Where the last table of misses is kept. */
const KEPT = path.join(import.meta.dirname, "fidelity.json");

/**
 * Scores the model of the full reference and prints what is missed, by figure and cause.
 *
 * @param shared folder that holds `corpus/`, `score/` and `oracle/`
 * @param keep whether to write the table to `fidelity.json`
 */
export async function measureFidelity(shared: string, keep: boolean): Promise<void> {
  const root = path.resolve(shared, "corpus/v1.0/api-reference");
  const docs = path.join(root, "v1.0");
  const host = createNodeHost();
  const settings = await resolveSettings(host, process.cwd(), { docs, root });
  const model = await readModel(host, settings);
  const work = mkdtempSync(path.join(tmpdir(), "graph-docs-fidelity-"));
  try {
    const file = path.join(work, "model.json");
    const missed = path.join(work, "misses.json");
    writeFileSync(file, printModel(model));
    const oracle = path.resolve(shared, "oracle/v1.0.json");
    const score = path.resolve(shared, "score/score.mjs");
    const flags = ["--model", file, "--docs", docs, "--oracle", oracle, "--misses", missed];
    const figures = execFileSync(process.execPath, [score, ...flags], { encoding: "utf8" });
    console.log(
      figures
        .split("\n")
        .filter((line) => line.includes("%"))
        .join("\n"),
    );
    const enums = new Set(Object.keys(objectOf(readObject(oracle).enums)).map((id) => id.toLowerCase()));
    const types = new Set(model.types.map(({ namespace, name }) => `${namespace}.${name}`.toLowerCase()));
    report(sortMisses(readObject(missed), { enums, types }), keep);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function report(misses: readonly Miss[], keep: boolean): void {
  const table = new Map<string, Map<string, string[]>>();
  for (const { figure, cause, text } of misses) {
    const causes = table.get(figure) ?? new Map<string, string[]>();
    causes.set(cause, [...(causes.get(cause) ?? []), text]);
    table.set(figure, causes);
  }
  for (const [figure, causes] of table) {
    console.log(`\n${figure}`);
    for (const [cause, texts] of [...causes].sort((a, b) => b[1].length - a[1].length)) {
      console.log(`${String(texts.length).padStart(6)}  ${cause}`);
    }
  }
  if (!keep) return;
  const kept = Object.fromEntries([...table].map(([figure, causes]) => [figure, Object.fromEntries(causes)]));
  writeFileSync(KEPT, `${JSON.stringify(kept, null, 2)}\n`);
}

function readObject(file: string): JsonObject {
  const parsed: unknown = JSON.parse(readFileSync(file, "utf8"));
  return objectOf(toJson(parsed));
}

function objectOf(value: ReturnType<typeof toJson> | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}
