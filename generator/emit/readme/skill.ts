// Turns the plan into a guide for coding agents, in the form of the open format "Agent Skills": a folder with a file
// `SKILL.md` that begins with its name and the tasks that it is for.

import type { OutputFile } from "../model.ts";
import { jsonText } from "../../util/visible.ts";
import { printLayout } from "../syntax/layout.ts";
import { callLayout, passedLayout, type ReadmeCall } from "./call.ts";
import type { Shape } from "./choose.ts";
import { clientStatement, type ReadmeContext } from "./context.ts";
import { program, publicSpecifier, statement } from "./import.ts";
import { isFormattedBlock } from "./is-formatted.ts";
import { bulletList, codeBlock, codeSpan, table } from "./markdown-text.ts";
import { member } from "./property.ts";
import { findPattern } from "./sections/start.ts";

/** The name of the skill: that of the package, in the characters that the format allows. */
function skillName(packageName: string): string {
  const name = packageName.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return name.replace(/^-/, "").slice(0, 64).replace(/-$/, "") || "client";
}

function frontMatter({ packageName, baseUrl, plan }: ReadmeContext): string {
  const service = baseUrl ?? "a service";
  const description =
    `Calls ${service} in TypeScript or JavaScript with the package ${packageName} (${plan.operations.size} typed request ` +
    "functions). Use it to write, change, review or test code that imports this package or calls this API.";
  const short = description.replace(/\s+/g, " ").slice(0, 1024);
  return ["---", `name: ${skillName(packageName)}`, `description: ${jsonText(short)}`, "---"].join("\n");
}

function rules({ packageName, calls }: ReadmeContext): string {
  const module = (calls.get ?? calls.list)?.operation.symbol.module ?? "RESOURCE";
  return bulletList(
    "Never guess the name of a function or a property. Search for the URL or the name first, and read the comment of the " +
      "declaration: it has the text of the reference, the permissions and an example.",
    `Import a function from the module of its resource, such as ${codeSpan(publicSpecifier(packageName, module))}, and the client from ` +
      `\`${packageName}/runtime\`. Importing the root or an area compiles more slowly.`,
    "Pass the client first, and then one object: `path`, `query`, `body`, `headers`, `signal`, `timeout`, `retry`, `route`.",
    "Use names and values as the service writes them. Do not convert dates, casing or enums.",
    "Pass `$select`, `$expand` and `$orderby` as arrays, which the compiler checks. An array in `$select` narrows the type " +
      "of the response, so select every property that the program reads.",
    "Do not write loops over `@odata.nextLink`, retries, reuse of tokens or batches by hand: the runtime has them.",
    "Do not cast to silence a compiler error. It means that the call does not match the reference.",
  );
}

/** What a program wants to do, and what it uses for that. */
function choices({ calls, plan }: ReadmeContext): string {
  const called = (shape: Shape, write: (name: string) => string): string => {
    const call = calls[shape];
    return call === undefined ? "" : codeSpan(write(call.operation.symbol.name));
  };
  const hasPermissions = [...plan.operations.values()].some(({ model }) => model.permissions.length > 0);
  const rows = [
    ["read one object", called("get", (name) => `${name}(client, options)`)],
    ["read one page of a list", called("list", (name) => `${name}(client, options)`)],
    ["read all items of a list", called("list", (name) => `paginate(client, ${name}, options)`)],
    ["create", called("create", (name) => `${name}(client, { body })`)],
    ["change some properties", called("update", (name) => `${name}(client, { path, body })`)],
    ["delete", called("delete", (name) => `${name}(client, { path })`)],
    ["make several calls in one request", codeSpan("batch(client, (b) => ({ name: call(b, options) }))")],
    ["wait for an operation that answers 202", called("longRunning", (name) => `monitor(client, ${name}, options)`)],
    ["read only what has changed", called("delta", (name) => `delta(client, ${name}, options, { resumeToken })`)],
    ["read content", called("download", (name) => `(await ${name}(client, options)).blob()`)],
    ["send content", called("upload", (name) => `${name}(client, { path, body: bytes })`)],
    ["send a large file", calls.uploadSession === undefined ? "" : codeSpan("upload(client, session, content)")],
    ["read the status or a header of a response", codeSpan("withResponse(client, (c) => call(c, options))")],
    ["read a property that the reference lacks", codeSpan("getProperty(object, name)")],
    ["know the permissions of a call", hasPermissions ? "the comment of the function" : ""],
    ["test without a network", codeSpan("createTestClient({ functionName: reply })")],
  ];
  const shown = rows.filter(([, use]) => use !== "").map(([task = "", use = ""]) => [task, use]);
  return table(["To", "Use"], shown);
}

function exampleProgram(context: ReadmeContext, call: ReadmeCall): string {
  const { list } = context.calls;
  const values = [call.operation.symbol, ...(list === undefined ? [] : [list.operation.symbol])];
  const paging = list === undefined ? [] : pagingLines(list);
  return program(
    context.packageName,
    { runtime: ["createClient", "GraphError", ...(list === undefined ? [] : (["paginate"] as const))], values },
    [
      clientStatement(context),
      "try {",
      ...statement(`const ${call.noun} = await `, callLayout(call))
        .split("\n")
        .map((line) => `  ${line}`),
      `  console.log(${member(call.noun, call.properties.text)});`,
      "} catch (error) {",
      "  if (!(error instanceof GraphError) || error.status !== 404) throw error;",
      "}",
      ...paging,
    ],
  );
}

function pagingLines(list: ReadmeCall): readonly string[] {
  return [
    `for await (const ${list.noun} of ${printLayout(["paginate(client, ", passedLayout(list), ")"])}) {`,
    `  console.log(${member(list.noun, list.properties.text)});`,
    "}",
  ];
}

/** Writes the guide for coding agents. */
export function skillFile(context: ReadmeContext): OutputFile {
  const { packageName, calls } = context;
  const call = calls.get;
  const blocks = [
    `# ${packageName}`,
    "## Rules",
    rules(context),
    "## Find a function",
    "The functions are in the declarations of the package, and the URLs in its code:",
    codeBlock("sh", ...findPattern(context)),
    "## Choose a call",
    choices(context),
    ...(call === undefined ? [] : ["## Example", exampleProgram(context, call)]),
    "## Errors and permissions",
    bulletList(
      "A failed call throws a `RequestError` with `kind` and `operation`. If the service responded with an error, it is a `GraphError` " +
        "with `status`, `code`, `serviceMessage` and `requestId`.",
      "Status 403 usually means that the token lacks a permission. The comment of the function lists them, least privileged " +
        `first; the modules \`${publicSpecifier(packageName, "permissions/*")}\` have them as data. Ask for the least.`,
      "Status 429 is retried by the runtime. Do not add a delay.",
    ),
    "More is in the README of the package.",
  ];
  const text = [frontMatter(context), ...blocks].join("\n\n");
  const path = `skills/${skillName(packageName)}/SKILL.md`;
  return { path, text: `${text}\n`, formatted: blocks.every(isFormattedBlock) };
}
