// Turns the plan and the calls with an example into the README of the package.
// The README is marked as formatted if Prettier would leave every block unchanged.

import { listed, printLayout } from "../syntax/layout.ts";
import { codeBlock, codeSpan } from "./markdown-text.ts";
import type { TypeSymbol } from "../syntax/type-expression.ts";
import { sortCalls, textOf, type ShownCall } from "./call.ts";
import { importLine, runtimeImport } from "./import.ts";
import { isFormattedBlock } from "./is-formatted.ts";
import { annotationSection, enumSection, subtypeSection } from "./types.ts";
import { sortBy } from "../../util/compare.ts";
import type { OutputFile } from "../model.ts";
import { planned, type Plan } from "../plan/plan.ts";

/** A level-two heading and its blocks; a section without blocks is omitted. */
interface Section {
  readonly title: string;
  readonly blocks: readonly string[];
}

/** Facts for the README, which contains names and examples of the model but no prose of the pages. */
export interface ReadmeFacts {
  readonly packageName: string;
  readonly baseUrl: string | null;
  readonly plan: Plan;
  /** GET requests with an example. */
  readonly calls: readonly ShownCall[];
  /** The section on the modules. */
  readonly modules: readonly string[];
}

function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`;
}

function introduction({ baseUrl, plan }: ReadmeFacts): readonly string[] {
  const service = baseUrl === null ? "the service" : codeSpan(baseUrl);
  const counts = [
    counted(plan.operations.size, "request"),
    counted(plan.types.size, "type"),
    counted(plan.enums.size, "enum"),
  ];
  return [
    `TypeScript client for ${service}, generated from its API reference: ${counts.join(", ")}.`,
    "It has a function for each documented request, an interface for each resource and an enum for each list of " +
      "values. Names, casing and values match the service, and JSON is sent and returned unchanged. The package has no " +
      "side effects, so a bundle contains only the requests that a program calls.",
  ];
}

function install({ packageName }: ReadmeFacts): readonly string[] {
  return [
    codeBlock("sh", `npm install ${packageName}`),
    "It runs in browsers and in Node.js 20 or newer, and consists of ES modules. It requires TypeScript 5.4 or newer " +
      'with `moduleResolution` set to `"node16"`, `"nodenext"` or `"bundler"`, and the `dom` library or `@types/node` ' +
      "for the types of `fetch`.",
  ];
}

function symbolOf({ operation }: ShownCall, plan: Plan): TypeSymbol {
  return planned(plan.operations, operation).symbol;
}

function clientLine(baseUrl: string | null, token: string): string {
  const base = baseUrl === null ? 'baseUrl: "https://service.example", ' : "";
  return `const client = createClient({ ${base}token: ${token} });`;
}

function firstCall({ packageName, baseUrl, plan, calls: [call] }: ReadmeFacts): readonly string[] {
  if (call === undefined) return [];
  const shown = call.isList
    ? `for (const item of result.value) console.log(${textOf("item", call)});`
    : `console.log(${textOf("result", call)});`;
  return [
    codeBlock(
      "ts",
      runtimeImport(packageName, "createClient"),
      importLine([symbolOf(call, plan)], packageName),
      "",
      clientLine(baseUrl, '"ACCESS_TOKEN"'),
      `const result = await ${call.text};`,
      shown,
    ),
    "The keys of `path` select one of the documented URLs of a request. If several URLs have the same keys, `route` " +
      "selects one. Every request also accepts `query`, `headers` and `signal`.",
  ];
}

function signIn({ packageName, baseUrl }: ReadmeFacts): readonly string[] {
  return [
    "`token` accepts any object with a `getToken` method, such as the credentials of `@azure/identity`:",
    codeBlock(
      "ts",
      'import { DefaultAzureCredential } from "@azure/identity";',
      runtimeImport(packageName, "createClient"),
      "",
      clientLine(baseUrl, "new DefaultAzureCredential()"),
    ),
    "or a function that returns a token:",
    codeBlock(
      "ts",
      runtimeImport(packageName, "createClient"),
      "",
      "async function readToken(): Promise<string> {",
      '  const response = await fetch("/token");',
      "  return await response.text();",
      "}",
      "",
      clientLine(baseUrl, "readToken"),
    ),
    "The token is sent only to the origin of the base URL.",
  ];
}

function lists({ packageName, plan, calls }: ReadmeFacts): readonly string[] {
  const call = calls.find(({ isList }) => isList);
  if (call === undefined) return [];
  const name = call.operation;
  const args = call.text.slice(`${name}(client`.length, -1);
  return [
    "A list is returned in pages. `paginate` follows the links between them and yields the items one by one:",
    codeBlock(
      "ts",
      runtimeImport(packageName, "paginate"),
      importLine([symbolOf(call, plan)], packageName),
      "",
      `for await (const item of paginate(client, ${name}${args})) {`,
      `  console.log(${textOf("item", call)});`,
      "}",
    ),
  ];
}

function errors({ packageName, plan, calls: [call] }: ReadmeFacts): readonly string[] {
  if (call === undefined) return [];
  return [
    "A response with status 400 or above is thrown as a `GraphError` that carries the service's error code and message:",
    codeBlock(
      "ts",
      runtimeImport(packageName, "GraphError"),
      importLine([symbolOf(call, plan)], packageName),
      "",
      "try {",
      `  await ${call.text};`,
      "} catch (error) {",
      "  if (!(error instanceof GraphError)) throw error;",
      "  console.error(error.operation, error.status, error.code, error.message, error.requestId);",
      "}",
    ),
  ];
}

function types({ packageName, calls, plan }: ReadmeFacts): readonly string[] {
  const known = new Set([
    ...calls.flatMap(({ resource }) => plan.types.get(resource) ?? []),
    ...sortBy(plan.types.values(), (t) => t.fullName),
  ]);
  return [
    ...enumSection([...known], packageName, plan),
    ...subtypeSection(packageName, plan),
    ...annotationSection([...known], packageName),
  ];
}

function permissions({ packageName, calls, plan }: ReadmeFacts): readonly string[] {
  const operations = [
    ...calls.flatMap(({ operation }) => plan.operations.get(operation) ?? []),
    ...plan.operations.values(),
  ];
  const operation = operations.find(({ model }) => model.permissions.length > 0);
  if (operation === undefined) return [];
  const { name } = operation.permissions;
  const shown = listed("(", [`${name}.delegatedWork`, `${name}.application`], ")");
  return [
    "The permissions of a request are listed in its documentation comment. They are also available as data, least " +
      "privileged first, in a separate module that is bundled only if it is imported:",
    codeBlock("ts", importLine([operation.permissions], packageName), "", printLayout(["console.log", shown, ";"])),
    `\`${name}.supported\` states for each permission type whether it is supported: \`true\`, \`false\` only if the ` +
      `page states it, and \`null\` if it is unknown. If \`supported\` is \`true\` and there are no permissions, none ` +
      `is required.`,
  ];
}

function documentation({ plan }: ReadmeFacts): readonly string[] {
  const page = plan.pageUrl === null ? "the path of that page" : "a link to that page";
  return [
    `Types, properties, enum members and requests carry the text of the page that documents them. Types and requests ` +
      `also have ${page}. Requests also list the required permissions and show the page's example as code. Editors ` +
      `show these comments on hover.`,
  ];
}

function sections(facts: ReadmeFacts): readonly Section[] {
  return [
    { title: "Install", blocks: install(facts) },
    { title: "First call", blocks: firstCall(facts) },
    { title: "Sign in", blocks: signIn(facts) },
    { title: "Lists", blocks: lists(facts) },
    { title: "Errors", blocks: errors(facts) },
    { title: "Types", blocks: types(facts) },
    { title: "Permissions", blocks: permissions(facts) },
    { title: "Modules", blocks: facts.modules },
    { title: "Documentation", blocks: documentation(facts) },
  ];
}

/** Writes the README of the package. */
export function readmeFile({ calls, ...given }: ReadmeFacts): OutputFile {
  const facts = { ...given, calls: sortCalls(calls) };
  const shown = sections(facts).filter(({ blocks }) => blocks.length > 0);
  const blocks = [
    `# ${facts.packageName}`,
    ...introduction(facts),
    ...shown.flatMap(({ title, blocks }) => [`## ${title}`, ...blocks]),
  ];
  return { path: "README.md", text: `${blocks.join("\n\n")}\n`, formatted: blocks.every(isFormattedBlock) };
}
