import { readFileSync } from "node:fs";
import process from "node:process";
import { z } from "zod";
import type { OperationModel } from "../../generator/api/model.ts";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { readModel } from "../../generator/pipeline.ts";
import { resolveSettings } from "../../generator/settings.ts";
import { isJsonObject } from "../../generator/util/json.ts";

/**
 * Lists the bodies of which a package requires properties, and compares them with those that a reader found right or
 * wrong on their pages. Exit 1 if a body has not been read, or if fewer than 98 % of those that were read are right.
 *
 * Usage: tsx test/corpus/required-bodies.ts DOCS ROOT VERDICTS.json REFERENCE
 *
 * REFERENCE is the name of the docs in the verdicts, such as `v1.0`.
 */
const VERDICTS = z.record(
  z.string(),
  z.array(z.strictObject({ body: z.string(), verdict: z.enum(["right", "wrong"]), reason: z.string() })),
);
const BAR = 0.98;

const [docs = "", root = docs, verdictsFile = "", reference = ""] = process.argv.slice(2);
const host = createNodeHost();
const { operations } = await readModel(host, await resolveSettings(host, process.cwd(), { docs, root }));
const bodies = operations.flatMap(requiredBody).toSorted();
const verdicts = VERDICTS.parse(JSON.parse(readFileSync(verdictsFile, "utf8")))[reference] ?? [];
const read = new Map(verdicts.map(({ body, verdict }) => [body, verdict]));
for (const body of bodies) console.log(`${(read.get(body) ?? "UNREAD").padEnd(7)} ${body}`);
for (const { body } of verdicts) if (!bodies.includes(body)) console.log(`GONE    ${body}`);
const right = bodies.filter((body) => read.get(body) === "right").length;
const unread = bodies.filter((body) => !read.has(body)).length;
console.log(
  `${String(bodies.length)} bodies have required properties: ${String(right)} right, ${String(unread)} not read`,
);
process.exitCode = unread > 0 || right < BAR * bodies.length ? 1 : 0;

/** The page and the required properties of a body, or nothing if a package requires none. */
function requiredBody(operation: OperationModel): readonly string[] {
  const { requestBody: body, source, name } = operation;
  if (body === null) return [];
  const methods = new Set<string>(operation.requests.map(({ method }) => method));
  const sent = operation.examples.flatMap(({ request }) =>
    request !== null && methods.has(request.method) && isJsonObject(request.body) ? [request.body] : [],
  );
  const ordinary = sent.filter((each) => !body.unless.some((other) => Object.hasOwn(each, other)));
  const names = body.properties
    .filter((row) => row.required && (!row.readOnly || sent.some((each) => Object.hasOwn(each, row.name))))
    .map((row) => row.name)
    // A package does not require what the page's own example omits.
    .filter((property) => ordinary.every((each) => Object.hasOwn(each, property)));
  const unless = body.unless.length === 0 ? "" : ` unless ${body.unless.join(", ")}`;
  return names.length === 0 ? [] : [`${source.file} ${name}: ${names.join(", ")}${unless}`];
}
