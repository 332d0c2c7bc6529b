// Sections about tasks of several requests: batches, long-running operations, changes and files.

import { listed, printLayout, type PrettierDoc } from "../../syntax/layout.ts";
import { callLayout, optionsLayout, passedLayout } from "../call.ts";
import type { ReadmeContext } from "../context.ts";
import { program, statement } from "../import.ts";
import { member } from "../property.ts";

function property(name: string, value: PrettierDoc): readonly string[] {
  const text = printLayout([name, ": ", value, ","], 1);
  return text.split("\n").map((line) => `  ${line}`);
}

/** Several calls in one request. */
export function batchBlocks({ packageName, calls: { get, list } }: ReadmeContext): readonly string[] {
  if (get === undefined || list === undefined) return [];
  return [
    "`batch` sends several calls in one request, and returns their results under the same names:",
    program(packageName, { runtime: ["batch"], values: [get.operation.symbol, list.operation.symbol] }, [
      "const { one, page } = await batch(client, (b) => ({",
      ...property("one", callLayout(get, { client: "b" })),
      ...property("page", callLayout(list, { client: "b", query: { $top: 5 } })),
      "}));",
      "console.log(one, page.value.length);",
    ]),
    "More than 20 calls are sent in several requests, and throttled calls are sent again. `batch` fails with the first " +
      "error; `batchSettled` returns the outcome of each call, like `Promise.allSettled`. A call that must wait for " +
      "others belongs in a step, which `b.step()` creates.",
  ];
}

/** Operations that continue after the response. */
export function monitorBlocks({ packageName, calls: { longRunning } }: ReadmeContext): readonly string[] {
  if (longRunning === undefined) return [];
  return [
    "Some operations continue after the response, which has the status 202 and the URL of a monitor. `monitor` starts such " +
      "an operation and waits for its end:",
    program(packageName, { runtime: ["monitor"], values: [longRunning.operation.symbol] }, [
      statement("const state = await monitor(client, ", passedLayout(longRunning, {}, true), ")"),
      "console.log(state.status, state.resourceId);",
    ]),
    "A fourth argument sets `interval`, a `signal`, and `onState`, which receives each state and the URL of the monitor. " +
      "With that URL, `watchMonitor` continues in another process. A failed operation is thrown as a `GraphError`.",
  ];
}

/** Changes since an earlier request. */
export function deltaBlocks({ packageName, calls: { delta } }: ReadmeContext): readonly string[] {
  if (delta === undefined) return [];
  const { noun, properties, resource } = delta;
  const shown = member(noun, properties.key ?? properties.text);
  const removed = `${noun}["@removed"] === undefined ? "changed" : "removed"`;
  const isEntity = resource?.model.kind === "entity";
  const list = [delta.operation.symbol.name, optionsLayout(delta) ?? "{}", "{ resumeToken: saved }"];
  return [
    "A delta query returns everything once, and later only what has changed since. Between two runs, the program keeps the " +
      "position, which is text:",
    program(packageName, { runtime: ["delta"], values: [delta.operation.symbol] }, [
      "let saved: string | null = null;",
      statement("const changes = delta", listed("(", ["client", ...list], ")")),
      `for await (const ${noun} of changes) {`,
      `  console.log(${isEntity ? `${removed}, ` : ""}${shown});`,
      "}",
      "saved = changes.resumeToken;",
    ]),
    "`resumeToken` can also be read after each item, to continue after an interruption. If the service has discarded the " +
      "position, the query starts again and calls `onResync`, an option beside `resumeToken`: what follows is " +
      "everything that exists.",
  ];
}

/** Downloads and uploads. */
export function fileBlocks(context: ReadmeContext): readonly string[] {
  const { packageName, calls } = context;
  const { download, upload } = calls;
  const down =
    download === undefined
      ? []
      : [
          "A function that returns content returns a `Response`, whose body is a stream:",
          program(packageName, { values: [download.operation.symbol] }, [
            statement("const response = await ", callLayout(download)),
            "const file = await response.blob();",
            "console.log(file.type, file.size);",
          ]),
          "In Node.js, `await writeFile(name, response.body)` writes it to a file, without holding all of it in memory.",
        ];
  const up =
    upload === undefined
      ? []
      : [
          "Content to upload is text, bytes, a `Blob` or a stream, also one of Node.js:",
          program(packageName, { values: [upload.operation.symbol] }, [
            statement("await ", callLayout(upload, { options: ['body: new Blob(["Hello"])'] })),
          ]),
        ];
  return [...down, ...up, ...sessionBlocks(context)];
}

/** Uploads of any size. */
function sessionBlocks({ packageName, calls: { uploadSession } }: ReadmeContext): readonly string[] {
  if (uploadSession === undefined) return [];
  return [
    "A large file goes to an upload session, in several requests:",
    program(packageName, { runtime: ["upload"], values: [uploadSession.operation.symbol] }, [
      'const content = new Blob(["A large file"]);',
      statement("const session = await ", callLayout(uploadSession)),
      "await upload(client, session, content, {",
      "  onProgress: ({ uploaded, size }) => console.log(`${uploaded} of ${size} bytes`),",
      "});",
    ]),
    "In Node.js, `await openAsBlob(name)` opens a file without reading it; a stream of known size is also accepted. After a " +
      "failure, the upload continues where the service says. To continue in another process, pass the `uploadUrl` " +
      "that `onProgress` receives in place of the session, and to give up, call `cancelUpload`. The session's URL " +
      "receives no token.",
  ];
}
