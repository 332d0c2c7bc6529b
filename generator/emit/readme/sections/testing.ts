// The section about tests without a network.

import type { PrettierDoc } from "../../syntax/layout.ts";
import { exampleEntry, readableObject } from "../../syntax/value-layout.ts";
import { callLayout, type ReadmeCall } from "../call.ts";
import { clientStatement, type ReadmeContext } from "../context.ts";
import { program, publicSpecifier, statement } from "../import.ts";
import { member } from "../property.ts";

const TESTING = "testing/index";

function fromTesting(...names: readonly string[]) {
  return names.map((name) => ({ name, local: name, module: TESTING }));
}

/** A response with one property. */
function replyTo({ properties: { text } }: ReadmeCall): PrettierDoc {
  return text === null ? "{}" : readableObject([exampleEntry(text, "A value")]);
}

/** Handlers for Mock Service Worker, which answer below the documented base URL. */
function mswBlocks(context: ReadmeContext, get: ReadmeCall): readonly string[] {
  const { packageName, baseUrl } = context;
  const { symbol } = get.operation;
  if (baseUrl === null) return [];
  return [
    "If the client is out of reach, [Mock Service Worker](https://mswjs.io) answers the requests themselves, in Node.js " +
      "or in a browser:",
    program(
      packageName,
      {
        runtime: ["createClient"],
        values: [{ name: "handlers", local: "handlers", module: "testing/msw" }, symbol],
        others: ['import { setupServer } from "msw/node";'],
      },
      [
        "const server = setupServer(...handlers);",
        "server.listen();",
        statement(`server.use(handlers.${symbol.name}(`, replyTo(get), "))"),
        "",
        clientStatement(context),
        statement(`const ${get.noun} = await `, callLayout(get)),
        `console.log(${member(get.noun, get.properties.text)});`,
        "server.close();",
      ],
    ),
  ];
}

/** A client that answers without a network, and handlers for Mock Service Worker. */
export function testingBlocks(context: ReadmeContext): readonly string[] {
  const { packageName, calls } = context;
  const { get } = calls;
  if (get === undefined) return [];
  const { symbol } = get.operation;
  const refused = calls.delete ?? calls.update;
  const failing = refused === undefined ? [] : [[refused.operation.symbol.name, ": failure(403)"]];
  const names = ["createTestClient", ...(refused === undefined ? [] : ["failure"])];
  const replies = readableObject([[symbol.name, ": ", replyTo(get)], ...failing]);
  const print = `console.log(${member(get.noun, get.properties.text)}, client.requests.length);`;
  return [
    "`createTestClient` makes a client that needs no network. It answers every call with the example of its page, unless the " +
      "test has a reply, which is typed like the response:",
    program(packageName, { values: [...fromTesting(...names), symbol] }, [
      statement("const client = createTestClient(", replies, ")"),
      statement(`const ${get.noun} = await `, callLayout(get)),
      print,
    ]),
    "`pages`, `throttled` and `inTurn` make other replies, and a function computes one from the request. " +
      `\`examples.${symbol.name}\` is the example of the page as a typed fixture: its \`request\` and its \`response\`. ` +
      "Everything but `fetch` runs as usual, also retries, paging and batches.",
    ...mswBlocks(context, get),
    `These modules are \`${publicSpecifier(packageName, TESTING)}\` and ` +
      `\`${publicSpecifier(packageName, "testing/msw")}\`. They are bundled only if a program imports them.`,
  ];
}
