import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { readModel } from "../../generator/pipeline.ts";
import { resolveSettings } from "../../generator/settings.ts";
import { loadFunction } from "../support/generated-module.ts";
import { compareSent } from "../support/sent-calls.ts";
import { json, startService } from "../support/service.ts";
import { readShownCalls, type ShownModule } from "../support/shown-calls.ts";

/**
 * Runs the calls that the documentation of a package's request functions shows, against a local server, and compares
 * what they send with the examples of the pages. Exit 1 if fewer than the given percentage are equal.
 *
 * Usage: tsx test/corpus/sent-calls.ts DOCS ROOT PACKAGE [--least 98] [--all]
 *
 * PACKAGE is the folder of a generated package; its sources run as they are. --all prints every call that differs.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { least: { type: "string", default: "98" }, all: { type: "boolean", default: false } },
});
const [docs = "", root = docs, built = "generated"] = positionals;
const source = path.resolve(built, "src");
const host = createNodeHost();
const model = await readModel(host, await resolveSettings(host, process.cwd(), { docs, root }));
const operations = new Map(model.operations.map((operation) => [operation.name, operation]));

const service = await startService(() => json({ value: [] }));
const createClient = await loadFunction(path.join(source, "runtime/index.ts"), "createClient");
const client = await createClient(
  { baseUrl: `${service.origin}/v1.0`, token: () => Promise.resolve("secret"), retry: false },
  undefined,
);
const work = mkdtempSync(path.join(tmpdir(), "sent-calls-"));
const causes = new Map<string, string[]>();
let count = 0;
for (const shown of readShownCalls(source)) await sendAll(shown);
await service.close();
rmSync(work, { recursive: true, force: true });

const different = [...causes.values()].reduce((sum, list) => sum + list.length, 0);
for (const [cause, list] of [...causes].toSorted((a, b) => b[1].length - a[1].length)) {
  console.log(
    `${String(list.length).padStart(6)}  ${cause}, e.g. ${list.slice(0, values.all ? undefined : 1).join(" ")}`,
  );
}
const share = (100 * (count - different)) / Math.max(1, count);
console.log(
  `${String(count - different)} of ${String(count)} shown calls send the example of their page: ${share.toFixed(1)} %`,
);
process.exitCode = share < Number(values.least) ? 1 : 0;

async function sendAll({ file, calls }: ShownModule): Promise<void> {
  const names = [...new Set(calls.map(({ name }) => name))];
  const at = (target: string) => JSON.stringify(path.join(source, target));
  const program = [
    `import { paginate } from ${at("runtime/index.ts")};`,
    `import { ${names.join(", ")} } from ${at(file)};`,
    ...calls.map(({ code }, index) => `export async function show${String(index)}(client) {\n${code}\n}`),
  ].join("\n");
  const written = path.join(work, `${file.replace(/\W+/g, "-")}.mts`);
  writeFileSync(written, program);
  for (const [index, { name }] of calls.entries()) {
    const operation = operations.get(name);
    if (operation === undefined) continue;
    service.received.length = 0;
    const show = await loadFunction(written, `show${String(index)}`);
    const failure = await show(client, undefined).then(
      () => null,
      (error: unknown) => String(error).slice(0, 80),
    );
    const found = compareSent(operation, service.received.at(0));
    count += 1;
    if (found.length === 0) continue;
    const cause = service.received.length === 0 && failure !== null ? `nothing sent: ${failure}` : found.join(" and ");
    causes.set(cause, [...(causes.get(cause) ?? []), `${path.basename(operation.source.file)}:${name}`]);
  }
}
