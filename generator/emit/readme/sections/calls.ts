// Sections about what surrounds a call: errors, retries, signals, hooks and `fetch`.

import { fits, printLayout } from "../../syntax/layout.ts";
import { callLayout, type ReadmeCall } from "../call.ts";
import { clientStatement, type ReadmeContext } from "../context.ts";
import { program, statement } from "../import.ts";
import { codeBlock, codeSpan, table } from "../markdown-text.ts";

/** The call that programs about any call make. */
function anyCall({ calls }: Pick<ReadmeContext, "calls">): ReadmeCall | undefined {
  return calls.get ?? calls.list ?? calls.create;
}

/** What failed calls throw. */
export function errorBlocks(context: ReadmeContext): readonly string[] {
  const call = anyCall(context);
  if (call === undefined) return [];
  return [
    "A response with status 400 or above is thrown as a `GraphError` with the code and message of the service:",
    program(context.packageName, { runtime: ["GraphError"], values: [call.operation.symbol] }, [
      "try {",
      ...indented(printLayout(["await ", callLayout(call), ";"], 1)),
      "} catch (error) {",
      "  if (!(error instanceof GraphError)) throw error;",
      "  console.error(error.status, error.code, error.serviceMessage, error.requestId);",
      "}",
    ]),
    "Every error of a call is a `RequestError`, of which `GraphError` is one kind, unless a function of yours throws, such " +
      "as a hook. Its `kind` says what happened: " +
      '`"argument"`, `"token"`, `"network"`, `"timeout"`, `"abort"`, `"response"` (the response is not valid) or ' +
      '`"service"`. `operation` is the name of the function.',
  ];
}

function indented(text: string): readonly string[] {
  return text.split("\n").map((line) => `  ${line}`);
}

/** Retries and time-outs. */
export function retryBlocks(context: ReadmeContext): readonly string[] {
  const call = anyCall(context);
  if (call === undefined) return [];
  return [
    "Each attempt times out after 100 seconds without a response. A call is retried up to three times, after status 429, " +
      "503 or 504 and after a network failure, and waits for as long as the service requests. A POST or PATCH, which could take effect twice, is retried " +
      "only if the service has certainly not processed it. To change that:",
    program(context.packageName, { runtime: ["createClient"], values: [call.operation.symbol] }, [
      clientStatement(context, "timeout: 30_000", "retry: { limit: 5, maxDelay: 60_000 }"),
      statement("await ", callLayout(call, { options: ["timeout: 5_000", "retry: 0"] })),
    ]),
    "Times are in milliseconds. The options of a call take precedence over those of the client.",
  ];
}

/** What ends a call that would take too long or too much, and what a redirect or plain HTTP may receive. */
export function limitBlocks({ calls }: ReadmeContext): readonly string[] {
  if (anyCall({ calls }) === undefined) return [];
  const pages = calls.delta === undefined ? "`paginate`" : "`paginate` and `delta`";
  const rows = [
    [
      "Time until the response to an attempt has arrived, and until each chunk of a download",
      "100 s",
      codeSpan("timeout"),
    ],
    ["Retries", "3", codeSpan("retry")],
    [
      "Delay before a retry; if the service asks for a longer one, the call is not retried",
      "180 s",
      "`maxDelay` in `retry`",
    ],
    ["Size of a response that is not a download", "256 MB", "`maxResponseSize` of the client"],
    ...(calls.list === undefined ? [] : [["Pages of one iteration", "100,000", `\`maxPages\` of ${pages}`]]),
    ...(calls.longRunning === undefined ? [] : [["Requests to a monitor", "10,000", "`maxPolls` of `monitor`"]]),
    ["Redirects of one GET", "20", ""],
  ];
  return [
    "A call that exceeds a limit throws an error. `Infinity` turns a limit off; a negative number or `NaN` is an error.",
    table(["Limit", "Default", "Option"], rows),
    "Only GET and HEAD follow redirects. Another origin receives the headers `Accept` and `Range` and no other, except from " +
      "a browser, which follows redirects by its own rules. Over `http:`, the token is sent only to `localhost`, " +
      "`127.0.0.0/8` and `[::1]`, unless the client has `allowHttp: true`.",
  ];
}

/** Abort signals. */
export function abortBlocks(context: ReadmeContext): readonly string[] {
  const call = anyCall(context);
  if (call === undefined) return [];
  return [
    program(context.packageName, { runtime: ["RequestError"], values: [call.operation.symbol] }, [
      "const controller = new AbortController();",
      statement("const pending = ", callLayout(call, { options: ["signal: controller.signal"] })),
      "controller.abort();",
      "try {",
      "  await pending;",
      "} catch (error) {",
      '  if (!(error instanceof RequestError && error.kind === "abort")) throw error;',
      "}",
    ]),
    "A signal also ends the delay before a retry, and the wait for a token or a hook. `AbortSignal.timeout(20_000)` limits a " +
      "call with all of its attempts.",
  ];
}

/** Hooks. */
export function hookBlocks(context: ReadmeContext): readonly string[] {
  return [
    "Hooks see the request and the response of each attempt, between which redirects are followed, for logs, metrics or headers of your own:",
    program(context.packageName, { runtime: ["createClient"], types: [] }, [...hookClient(context)]),
    "`hooks` also takes an array of such objects. `clientRequestId` gives each call an id, which its retries keep and " +
      "the service logs.",
  ];
}

function hookClient(context: ReadmeContext): readonly string[] {
  const base = context.baseUrl === null ? ['  baseUrl: "https://service.example",'] : [];
  return [
    "const client = createClient({",
    ...base,
    '  token: "ACCESS_TOKEN",',
    "  clientRequestId: () => crypto.randomUUID(),",
    "  hooks: {",
    '    beforeRequest: ({ headers }) => headers.set("x-app", "my-app"),',
    "    afterResponse: ({ status }, { method, url }) => console.log(method, url, status),",
    "    beforeRetry: ({ operation, delay }) => console.warn(`${operation}: retry in ${delay} ms`),",
    "  },",
    "});",
  ];
}

/** Statement that calls with a client of its own, which the function in its last argument receives. */
function callbackStatement(before: string, call: ReadmeCall): readonly string[] {
  const flat = statement(before, " ", callLayout(call, { client: "c" }), ")");
  if (!flat.includes("\n") && fits(flat)) return [flat];
  return [before, ...indented(`${printLayout(callLayout(call, { client: "c" }), 1)},`), ");"];
}

/** Status and headers of a response. */
export function responseBlocks(context: ReadmeContext): readonly string[] {
  const call = anyCall(context);
  if (call === undefined) return [];
  return [
    "A function returns the body of the response. `withResponse` adds its status and headers:",
    program(context.packageName, { runtime: ["withResponse"], values: [call.operation.symbol] }, [
      ...callbackStatement("const { data, status, headers } = await withResponse(client, (c) =>", call),
      'console.log(status, headers.get("date"), data);',
    ]),
  ];
}

/** The function that sends the requests. */
export function fetchBlocks(context: ReadmeContext): readonly string[] {
  const base = context.baseUrl === null ? ['  baseUrl: "https://service.example",'] : [];
  return [
    "The client sends with `globalThis.fetch`, so whatever instruments or configures that, such as OpenTelemetry or a " +
      "proxy, works. `fetch` replaces it for one client:",
    program(context.packageName, { runtime: ["createClient"] }, [
      "const client = createClient({",
      ...base,
      '  token: "ACCESS_TOKEN",',
      "  fetch: async (input, init) => {",
      "    const start = performance.now();",
      "    const response = await fetch(input, init);",
      "    console.log(response.status, performance.now() - start);",
      "    return response;",
      "  },",
      "});",
    ]),
    "Node.js 24 reads the proxy from the environment if `NODE_USE_ENV_PROXY=1` is set. For earlier versions, `undici` has " +
      "`setGlobalDispatcher(new EnvHttpProxyAgent())`:",
    codeBlock("sh", "HTTPS_PROXY=http://proxy.example:8080 NODE_USE_ENV_PROXY=1 node program.js"),
  ];
}
