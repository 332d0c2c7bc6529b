/** How a program calls the service with a package: the same three functions for each. */
export interface Caller {
  readonly name: string;
  /** Imports and client. */
  readonly setup: string;
  /** Expression of a ship; `path` and `query` are object literals. */
  readonly get: (path: string, query: string) => string;
  /** Expression of a list of ships. */
  readonly list: (query: string) => string;
  readonly create: (body: string) => string;
}

export const CALLERS: readonly Caller[] = [
  {
    name: "ours",
    setup: `import { createClient } from "./ours/src/runtime/index.js";
import { createShip, getShip, listShips } from "./ours/src/ship.js";
const client = createClient({ token: () => Promise.resolve("secret") });`,
    get: (path, query) => `await getShip(client, { path: ${path}, query: ${query} })`,
    list: (query) => `(await listShips(client, { query: ${query} })).value`,
    create: (body) => `await createShip(client, { body: ${body} })`,
  },
  {
    name: "openapi-fetch",
    setup: `import createClient from "openapi-fetch";
import type { paths } from "./openapi.ts";
const client = createClient<paths>({ baseUrl: "https://graph.microsoft.com/v1.0" });`,
    get: (path, query) => `(await client.GET("/ships/{shipId}", { params: { path: ${path}, query: ${query} } })).data!`,
    list: (query) => `(await client.GET("/ships", { params: { query: ${query} } })).data!.value`,
    create: (body) => `(await client.POST("/ships", { body: ${body} })).data!`,
  },
  {
    name: "hey-api",
    setup: `import { createShip, getShip, listShips } from "./hey-api/sdk.gen";`,
    get: (path, query) => `(await getShip({ path: ${path}, query: ${query}, throwOnError: true })).data`,
    list: (query) => `(await listShips({ query: ${query}, throwOnError: true })).data.value`,
    create: (body) => `(await createShip({ body: ${body}, throwOnError: true })).data`,
  },
];

const KEY = '{ shipId: "1" }';

/** A mistake: statements without it, which a package must accept, and with it. */
export interface Mistake {
  readonly words: string;
  readonly right: (caller: Caller) => string;
  readonly wrong: (caller: Caller) => string;
}

function mistake(words: string, statement: (caller: Caller, text: string) => string, texts: readonly [string, string]) {
  const [right, wrong] = texts;
  return {
    words,
    right: (caller: Caller) => statement(caller, right),
    wrong: (caller: Caller) => statement(caller, wrong),
  };
}

const query = ({ get }: Caller, text: string): string => get(KEY, text);
const list = (caller: Caller, text: string): string => caller.list(text);
const body = ({ create }: Caller, text: string): string => create(text);
const path = ({ get }: Caller, text: string): string => get(text, "{}");

/** The twelve mistakes that a program may contain. */
export const MISTAKES: readonly Mistake[] = [
  mistake("a typo in $select", query, ['{ $select: ["name"] }', '{ $select: ["nmae"] }']),
  mistake("a typo in $expand", query, ['{ $expand: ["captain"] }', '{ $expand: ["captian"] }']),
  mistake("a typo in $orderby", list, ['{ $orderby: ["name desc"] }', '{ $orderby: ["nmae desc"] }']),
  mistake("an unselected property read", ({ get }, name) => `(${get(KEY, '{ $select: ["name"] }')}).${name}`, [
    "name",
    "berth",
  ]),
  mistake("a read-only property in a body", body, [
    '{ name: "Swan" }',
    '{ name: "Swan", arrivedDateTime: "2024-05-01T10:00:00Z" }',
  ]),
  mistake("an unknown property in a body", body, ['{ name: "Swan", berth: 1 }', '{ name: "Swan", breth: 1 }']),
  mistake("a required property missing", body, ['{ name: "Swan", berth: 1 }', "{ berth: 1 }"]),
  mistake("a wrong enum member", body, ['{ name: "Swan", kind: "ferry" }', '{ name: "Swan", kind: "submarine" }']),
  mistake("a missing path value", path, [KEY, "{}"]),
  mistake("a wrong path key", path, [KEY, '{ boatId: "1" }']),
  mistake("a query option of the wrong type", list, ["{ $top: 5 }", '{ $top: "five" }']),
  mistake("a typo in a property of the response", ({ get }, name) => `(${get(KEY, "{}")}).${name}`, ["name", "nmae"]),
];

/** A program of one statement. */
export function program({ setup }: Caller, statement: string): string {
  return `${setup}\nexport async function main(): Promise<void> {\n  void (${statement});\n}\n`;
}
