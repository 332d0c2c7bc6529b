// Sections for the first minutes: installation, the first call, tokens and the address of the service.

import { callLayout, type ReadmeCall } from "../call.ts";
import { clientStatement, isMicrosoftGraph, type ReadmeContext } from "../context.ts";
import { program, publicSpecifier, statement } from "../import.ts";
import { codeBlock, codeSpan, table } from "../markdown-text.ts";
import { member } from "../property.ts";

/** How to install the package, and what it needs. */
export function installBlocks({ packageName }: ReadmeContext): readonly string[] {
  return [
    codeBlock("sh", `npm install ${packageName}`),
    "The package has no dependencies. It runs in browsers and in Node.js 20 or later, as ES modules. TypeScript 5.4 or " +
      'later finds its types with `moduleResolution` set to `"node16"`, `"nodenext"` or `"bundler"`; the types of ' +
      "`fetch` come from the `dom` library or from `@types/node`.",
  ];
}

/** Statements that print what a call returns. */
function printed(call: ReadmeCall): readonly string[] {
  if (call.operation.model.response.collection)
    return [`for (const ${call.noun} of page.value) console.log(${member(call.noun, call.properties.text)});`];
  return [`console.log(${member(call.noun, call.properties.text)});`];
}

/** The shortest complete program. */
export function firstCallBlocks(context: ReadmeContext): readonly string[] {
  const call = context.calls.get ?? context.calls.list;
  if (call === undefined) return [];
  const variable = call.operation.model.response.collection ? "page" : call.noun;
  const explorer =
    " For a first try, copy one from [Graph Explorer](https://developer.microsoft.com/graph/graph-explorer).";
  return [
    program(context.packageName, { runtime: ["createClient"], values: [call.operation.symbol] }, [
      clientStatement(context),
      statement(`const ${variable} = await `, callLayout(call)),
      ...printed(call),
    ]),
    `\`ACCESS_TOKEN\` is an access token of the service.${isMicrosoftGraph(context) ? explorer : ""} The programs below ` +
      "use the `client` of this one.",
    "A function takes the client and one object: `path` has the keys of the URL, `query` the query options, `body` the " +
      "body and `headers` the headers; `signal`, `timeout` and `retry` apply to this call alone. Where a request has " +
      "several URLs, the keys of `path` select one, and `route` selects among URLs with the same keys.",
  ];
}

/** Paths that mean nothing to a shell in single quotes. */
const PLAIN_PATH = /^[\w/{}.$()=,:-]+$/;

/**
 * Commands that search the package for a function: by a word in its name, and by its URL.
 *
 * @returns the first alone if no example of a URL is safe in a shell
 */
export function findPattern({ packageName, calls }: ReadmeContext): readonly string[] {
  const call = calls.create ?? calls.get ?? calls.list;
  const path = call?.request.groups[0]?.routes[0]?.path ?? "";
  const folder = `node_modules/${packageName}/dist`;
  const byName = `grep -rhoE 'function \\w*WORD\\w*' ${folder} --include='*.d.ts'`;
  return [byName, ...(PLAIN_PATH.test(path) ? [`grep -rn '"${path}"' ${folder}`] : [])];
}

/** How to get from a URL of the reference to its function. */
export function findBlocks({ packageName, calls }: ReadmeContext): readonly string[] {
  const call = calls.create ?? calls.get ?? calls.list;
  const route = call?.request.groups[0]?.routes[0];
  if (call === undefined || route === undefined || !PLAIN_PATH.test(route.path)) return [];
  const { name, module } = call.operation.symbol;
  const request = codeSpan(`${route.method} ${route.request.path}`);
  const from = codeSpan(publicSpecifier(packageName, module ?? "index"));
  return [
    `Each resource has a module with its type and its functions, and the name of a function begins with what it does: ` +
      `${request} is \`${name}\` in ${from}. Editors complete these names and add the import. The URLs are in the code ` +
      `of the package, so a search finds the function of a URL:`,
    codeBlock("sh", `grep -rn '"${route.path}"' node_modules/${packageName}/dist`),
    "The comment of a function has the text of its page, its permissions and an example. The modules are listed " +
      "[below](#modules).",
  ];
}

/** Sources of tokens. */
export function signInBlocks(context: ReadmeContext): readonly string[] {
  const { packageName } = context;
  const runtime = ["createClient"] as const;
  return [
    "`token` takes a credential of `@azure/identity`, or any other object with a method `getToken`:",
    program(packageName, { runtime, others: ['import { DefaultAzureCredential } from "@azure/identity";'] }, [
      clientStatement(context, "token: new DefaultAzureCredential()"),
    ]),
    "It also takes a function that returns a token, for example that of a session in a browser:",
    program(packageName, { runtime }, [
      "async function readToken(): Promise<string> {",
      '  const response = await fetch("/token");',
      "  return await response.text();",
      "}",
      "",
      clientStatement(context, "token: readToken"),
    ]),
    "Tokens are requested for the scope `/.default` of the service, or for those in `scopes`. A token with an expiry is " +
      "reused until shortly before it, calls at the same time share one request for a token, and a token that the " +
      "service rejects is replaced once in each attempt. It is sent only to the origin of the base URL, and hooks do not see it.",
  ];
}

/** The national clouds of Microsoft Graph. */
const CLOUDS = [
  ["US Government L4", "https://graph.microsoft.us", "https://login.microsoftonline.us"],
  ["US Government L5 (DOD)", "https://dod-graph.microsoft.us", "https://login.microsoftonline.us"],
  ["China, operated by 21Vianet", "https://microsoftgraph.chinacloudapi.cn", "https://login.chinacloudapi.cn"],
] as const;

/** Addresses of the national clouds. */
export function cloudBlocks(context: ReadmeContext): readonly string[] {
  const { packageName, baseUrl } = context;
  if (!isMicrosoftGraph(context) || baseUrl === null) return [];
  const [, root, authority] = CLOUDS[0];
  const { pathname } = new URL(baseUrl);
  return [
    "A national cloud has its own address, and its own authority that issues tokens:",
    table(
      ["Cloud", "`baseUrl`", "Authority"],
      CLOUDS.map(([name, ...urls]) => [name, ...urls.map(codeSpan)]),
    ),
    program(
      packageName,
      { runtime: ["createClient"], others: ['import { DefaultAzureCredential } from "@azure/identity";'] },
      [
        `const token = new DefaultAzureCredential({ authorityHost: "${authority}" });`,
        clientStatement(context, `baseUrl: "${root}"`, "token"),
      ],
    ),
    `A base URL without a path keeps the documented version, here ${codeSpan(pathname)}. A base URL with a path is used as ` +
      "it is.",
  ];
}

/** The address of a service without known clouds. */
export function baseUrlBlocks(context: ReadmeContext): readonly string[] {
  const { packageName, baseUrl } = context;
  if (isMicrosoftGraph(context)) return [];
  const whenAbsent =
    baseUrl === null
      ? "The documentation names no address, so `baseUrl` is required."
      : `Without \`baseUrl\`, the client calls ${codeSpan(baseUrl)}. A base URL without a path keeps the path of that one.`;
  return [
    program(packageName, { runtime: ["createClient"] }, [
      clientStatement(context, 'baseUrl: "https://staging.example/api"'),
    ]),
    whenAbsent,
  ];
}
