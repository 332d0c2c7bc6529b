import process from "node:process";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { createDocument } from "../../generator/openapi/document.ts";
import type { MediaType } from "../../generator/openapi/model.ts";
import { toVersion30 } from "../../generator/openapi/version-3-0.ts";
import { readModel } from "../../generator/pipeline.ts";
import { resolveSettings } from "../../generator/settings.ts";
import { groupBy } from "../../generator/util/group.ts";
import { ambiguousPaths } from "../openapi/ambiguous-paths.ts";
import { findProblems, type DocumentProblem } from "../openapi/lint-document.ts";

/**
 * Makes the OpenAPI document of a reference and checks it with Redocly, in both versions: prints errors, warnings by
 * rule, ambiguous paths by cause, and how many examples conform. Usage: tsx test/corpus/openapi.ts DOCS [ROOT]; exit 1
 * if a document has an error, or 1 % of its examples do not conform.
 */
const [docs = "docs-input", root = docs] = process.argv.slice(2);
const host = createNodeHost();
const model = await readModel(host, await resolveSettings(host, process.cwd(), { docs, root }));
const document = createDocument(model, { title: "reference", version: "1.0.0" });
console.log(`${Object.keys(document.paths).length} paths, ${Object.keys(document.components.schemas).length} schemas`);

const bodies = Object.values(document.paths)
  .flatMap((item) => Object.values(item))
  .flatMap(({ requestBody, responses }) => [requestBody, ...Object.values(responses)])
  .flatMap((part) => (part === undefined || "$ref" in part ? [] : Object.values(part.content ?? {})));
const count = (list: (media: MediaType) => object | undefined): number =>
  bodies.reduce((sum, media) => sum + Object.keys(list(media) ?? {}).length, 0);
const shown = count((media) => media.examples);
const contradicting = count((media) => media["x-contradicting-examples"]);

const EXAMPLES = "no-invalid-media-type-examples";
const AMBIGUOUS = "no-ambiguous-paths";
let failed = false;
for (const [version, made] of [["3.1", document] as const, ["3.0", toVersion30(document)] as const]) {
  const problems = await findProblems(made, "recommended", { [AMBIGUOUS]: "warn" });
  const examples = new Set(problems.filter(({ rule }) => rule === EXAMPLES).map(({ pointer }) => exampleOf(pointer)));
  const errors = problems.filter(({ rule, severity }) => severity === "error" && rule !== EXAMPLES);
  failed ||= errors.length > 0 || examples.size >= shown / 100;
  console.log(`OpenAPI ${version}: ${errors.length} errors`);
  printByRule(errors);
  printByRule(problems.filter(({ severity }) => severity === "warn"));
  const share = ((100 * examples.size) / Math.max(1, shown)).toFixed(2);
  console.log(`  ${examples.size} of ${shown} examples do not conform to their schema (${share} %)`);
}
console.log(`${contradicting} more examples contradict the docs and are in x-contradicting-examples`);
const ambiguous = ambiguousPaths(Object.keys(document.paths));
console.log(`${ambiguous.length} pairs of ambiguous paths`);
for (const [cause, pairs] of groupBy(ambiguous, (pair) => pair.cause))
  console.log(`  ${pairs.length} ${cause}, such as ${pairs[0]?.paths.join(" and ") ?? ""}`);
process.exitCode = failed ? 1 : 0;

function exampleOf(pointer: string): string {
  return /^.*?\/examples\/\w+/.exec(pointer)?.[0] ?? pointer;
}

function printByRule(problems: readonly DocumentProblem[]): void {
  for (const [rule, found] of groupBy(problems, (problem) => problem.rule))
    console.log(`  ${found.length} ${rule}, such as ${found[0]?.message ?? ""} ${found[0]?.pointer ?? ""}`);
}
