import process from "node:process";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { createDocument } from "../../generator/openapi/document.ts";
import { readModel } from "../../generator/pipeline.ts";
import { resolveSettings } from "../../generator/settings.ts";
import { lintDocument } from "../openapi/lint-document.ts";

/**
 * Makes the OpenAPI document of a reference and checks it; an example that contradicts its page's own table is counted
 * apart. Usage: tsx test/corpus/openapi.ts DOCS [ROOT]; exit 1 when the document is not valid.
 */
const [docs = "docs-input", root = docs] = process.argv.slice(2);
const host = createNodeHost();
const model = await readModel(host, await resolveSettings(host, process.cwd(), { docs, root }));
const document = createDocument(model, { title: "reference", version: "1.0.0" });
const bodies = Object.values(document.paths)
  .flatMap((item) => Object.values(item))
  .flatMap(({ requestBody, responses }) => [requestBody, ...Object.values(responses)])
  .flatMap((part) => (part === undefined || "$ref" in part ? [] : Object.values(part.content ?? {})))
  .flatMap(({ examples }) => Object.values(examples ?? {}));
const problems = await lintDocument(document);
const aboutExamples = problems.filter((problem) => problem.startsWith("no-invalid-media-type-examples"));
const differing = new Set(aboutExamples.map((problem) => /#.*?\/examples\/\w+/.exec(problem)?.[0]));
const invalid = problems.filter((problem) => !aboutExamples.includes(problem));
console.log(`${Object.keys(document.paths).length} paths, ${Object.keys(document.components.schemas).length} schemas`);
console.log(`${bodies.length - differing.size} of ${bodies.length} example bodies conform to their schema`);
console.log(`${invalid.length} faults of the document`);
console.log(invalid.slice(0, 20).join("\n"));
process.exitCode = invalid.length === 0 ? 0 : 1;
