import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { createNodeHost } from "../../generator/host/node-host.ts";
import type { ExampleRequestModel, OperationModel } from "../../generator/api/model.ts";
import { findDiagnostics } from "../../generator/commands/lint/find.ts";
import { readModel } from "../../generator/pipeline.ts";
import { resolveSettings } from "../../generator/settings.ts";
import { createContext } from "../support/command-line.ts";
import { loadFunction } from "../support/generated-module.ts";
import { compareSent } from "../support/sent-calls.ts";
import { json, startService } from "../support/service.ts";
import { readShownCalls, type ShownModule } from "../support/shown-calls.ts";

/**
 * Runs the calls that the documentation of a package's request functions shows, against a local server, and compares
 * what they send with the examples of the pages. Calls that differ are counted by cause: where an example contradicts
 * the rest of its page, the cause is what `lint` reports about the example. Exit 1 if fewer calls than the given
 * percentage are equal or differ by such a contradiction.
 *
 * Usage: tsx test/corpus/sent-calls.ts DOCS ROOT PACKAGE [--least 98] [--all]
 *
 * PACKAGE is the folder of a generated package; its sources run as they are. --all prints every call that differs.
 */
/** Findings about the documented URLs of a page, which its example then does not have. */
const ABOUT_URLS = new Set(["request-arguments-missing", "request-host", "request-line-unreadable"]);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { least: { type: "string", default: "98" }, all: { type: "boolean", default: false } },
});
const [docs = "", root = docs, built = "generated"] = positionals;
const source = path.resolve(built, "src");
const host = createNodeHost();
const settings = await resolveSettings(host, process.cwd(), { docs, root });
const model = await readModel(host, settings);
const reported = await findDiagnostics(createContext(host, process.cwd()).context, settings, true);
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

const sumOf = (isCounted: (cause: string) => boolean): number =>
  [...causes].reduce((sum, [cause, list]) => sum + (isCounted(cause) ? list.length : 0), 0);
const different = sumOf(() => true);
const unexplained = sumOf((cause) => !cause.includes(": "));
for (const [cause, list] of [...causes].toSorted((a, b) => b[1].length - a[1].length)) {
  console.log(
    `${String(list.length).padStart(6)}  ${cause}, e.g. ${list.slice(0, values.all ? undefined : 1).join(" ")}`,
  );
}
const shareOf = (part: number): number => (100 * part) / Math.max(1, count);
console.log(
  `${String(count - different)} of ${String(count)} shown calls send the example of their page: ${shareOf(count - different).toFixed(1)} %`,
);
console.log(
  `${String(different - unexplained)} differ where lint reports that the example contradicts its page, ${String(unexplained)} for other causes`,
);
process.exitCode = shareOf(count - unexplained) < Number(values.least) ? 1 : 0;

/** What lint reports about an example that a call does not equal; empty if that explains nothing. */
function contradictions({ source: { file } }: OperationModel, example: ExampleRequestModel | null): readonly string[] {
  if (example === null) return [];
  const lines = readFileSync(path.join(docs, example.source.file), "utf8").split("\n");
  const end = lines.findIndex((line, index) => index >= example.source.line && /^[\s>]*(?:`{3}|~{3})/.test(line));
  const codes = reported
    .filter(({ place }) => place.file === example.source.file || place.file === file)
    .filter(({ code, place: { line } }) =>
      code.startsWith("example-") || code === "request-body-unexpected"
        ? line >= example.source.line && line <= end + 1
        : ABOUT_URLS.has(code),
    )
    .map(({ code }) => code);
  return [...new Set(codes)].toSorted();
}

async function sendAll({ file, calls }: ShownModule): Promise<void> {
  const names = [...new Set(calls.map(({ name }) => name))];
  const at = (target: string) => JSON.stringify(path.join(source, target));
  const program = [
    `import { delta, paginate } from ${at("runtime/index.ts")};`,
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
    const { differences, example } = compareSent(operation, service.received.at(0));
    count += 1;
    if (differences.length === 0) continue;
    const codes = contradictions(operation, example);
    const shown = failure === null || example !== null ? differences.join(" and ") : `nothing sent (${failure})`;
    const cause = codes.length === 0 ? shown : `${shown}: ${codes.join(", ")}`;
    causes.set(cause, [...(causes.get(cause) ?? []), `${path.basename(operation.source.file)}:${name}`]);
  }
}
