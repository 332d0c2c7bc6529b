/**
 * Scripts that run where the readers are installed. Each prints one line of JSON for a file of requests: the problem of
 * each request, or null.
 */

/** Asks the handlers that MSW's source makes of a document. `response` chooses the status, as it tries only 200. */
export const MSW_SCRIPT = `
import { readFileSync } from "node:fs";
import { fromOpenApi } from "@mswjs/source/open-api";
import { setupServer } from "msw/node";
import { ask } from "./ask.mjs";
const [document, requests] = process.argv.slice(2, 4).map((file) => JSON.parse(readFileSync(file, "utf8")));
const server = setupServer(...(await fromOpenApi(document)));
server.listen({ onUnhandledRequest: (request, print) => print.error() });
const console_ = console.error;
console.error = () => {};
const problems = await ask(document.servers[0].url, requests, true);
console.error = console_;
server.close();
console.log(JSON.stringify(problems));
`;

/** Asks Prism, which validates each request. */
export const PRISM_SCRIPT = `
import { readFileSync } from "node:fs";
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { ask } from "./ask.mjs";
const requests = JSON.parse(readFileSync(process.argv[3], "utf8"));
const free = createServer().listen(0);
await new Promise((resolve) => free.once("listening", resolve));
const { port } = free.address();
await new Promise((resolve) => free.close(resolve));
const prism = spawn("node_modules/.bin/prism", ["mock", "--port", String(port), process.argv[2]]);
await new Promise((resolve, reject) => {
  prism.stdout.on("data", (text) => String(text).includes("listening") && resolve());
  prism.once("exit", () => reject(new Error("Prism ended")));
});
const problems = await ask("http://127.0.0.1:" + port, requests, false);
prism.kill();
console.log(JSON.stringify(problems));
`;

/** Parses each example with the zod schema that hey-api made of its operation. */
export const ZOD_SCRIPT = `
import { readFileSync } from "node:fs";
import * as schemas from "./hey-api/zod.gen.ts";
const requests = JSON.parse(readFileSync(process.argv[2], "utf8"));
const plain = (name: string) => name.replaceAll("_", "").toLowerCase();
const byName = new Map(Object.entries(schemas).map(([name, schema]) => [plain(name), schema]));
const problems: (string | null)[] = [];
const parse = (name: string, wrap: (value: unknown) => unknown, value: unknown) => {
  const result = byName.get(plain(name))?.safeParse(wrap(value));
  problems.push(result === undefined ? "no schema " + name : result.success ? null : name + " " + result.error.message);
};
for (const { operation, json, answers } of requests) {
  for (const answer of answers) parse("z" + operation + "Response", (value) => value, answer);
  if (json === null) continue;
  const isBody = byName.has(plain("z" + operation + "Body"));
  parse("z" + operation + (isBody ? "Body" : "Data"), (body) => (isBody ? body : { body }), json);
}
console.log(JSON.stringify(problems));
`;

/** Sends requests and compares status and body with what the document shows. */
export const ASK_SCRIPT = `
export async function ask(base, requests, choosesStatus) {
  const problems = [];
  for (const { operation, method, url, headers, body, status, answers } of requests) {
    const chosen = choosesStatus && status !== 200 ? (url.includes("?") ? "&" : "?") + "response=" + status : "";
    try {
      const response = await fetch(base + url + chosen, { method, headers, body });
      const text = await response.text();
      const matches = answers.length === 0 || answers.some((answer) => isSame(answer, text));
      if (response.status !== status) problems.push(operation + ": status " + response.status + ", expected " + status);
      else problems.push(matches ? null : operation + ": another body");
    } catch (error) {
      problems.push(operation + ": no response (" + method + " " + url + ")");
    }
  }
  return problems;
}
function isSame(answer, text) {
  if (typeof answer === "string") return text === answer || text === JSON.stringify(answer);
  try {
    return JSON.stringify(JSON.parse(text)) === JSON.stringify(answer);
  } catch {
    return false;
  }
}
`;
