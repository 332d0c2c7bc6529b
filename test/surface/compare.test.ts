import { expect, it } from "vitest";
import type { Change } from "../../generator/diff/change.ts";
import type { SurfaceItem } from "../../generator/emit/model.ts";
import { surfaceChanges } from "../../generator/surface/compare.ts";
import { sentenceOf } from "../../generator/diff/report/sentence.ts";

type Kind = SurfaceItem["kind"];
type Parts = Partial<Omit<SurfaceItem, "kind" | "id">>;

const of = (kind: Kind, id: string, parts: Parts): SurfaceItem => ({
  kind,
  id,
  page: "",
  module: "m",
  name: "x",
  names: [],
  members: [],
  ...parts,
});
const type = (parts: Parts): SurfaceItem => of("type", "ns.user", { name: "User", ...parts });
const base = (parts: Parts): SurfaceItem => of("type", "ns.item", { name: "Item", ...parts });
const list = (parts: Parts): SurfaceItem => of("enum", "ns.floor", { name: "Floor", members: ["Up=up"], ...parts });
const call = (parts: Parts): SurfaceItem => of("call", " GET /users", { name: "getUser", ...parts });
const READ = of("call", " GET /r", { name: "read", result: "User" });
const SEND = of("call", " POST /s", { name: "send", members: ["body: User"] });

const cases: readonly (readonly [
  name: string,
  before: readonly SurfaceItem[],
  after: readonly SurfaceItem[],
  want: readonly string[],
])[] = [
  [
    "a new name of a type is one change, wherever the name occurs",
    [type({ members: ["manager?: User", 'kind?: "User"'] }), call({ result: "Pages<User>" })],
    [type({ name: "Person", members: ["manager?: Person", 'kind?: "User"'] }), call({ result: "Pages<Person>" })],
    ["breaking: The TypeScript name of user changed from User to Person"],
  ],
  [
    "a function and what is named after it",
    [call({ names: ["GetUserOptions", "getUserPermissions"] })],
    [call({ name: "readUser", names: ["ReadUserOptions", "readUserPermissions"] })],
    ["breaking: The TypeScript name of GET /users changed from getUser to readUser"],
  ],
  [
    "another name only",
    [call({ names: ["GetUserOptions"] })],
    [call({ names: ["GetUserArguments"] })],
    ["breaking: Export GetUserOptions was renamed to GetUserArguments"],
  ],
  ["a function whose documented URL is new, too", [call({})], [of("call", " GET /people", { name: "getUser" })], []],
  [
    "a number of 64 bits, which is a number unless a program chooses another type",
    [type({ members: ["size?: number | null"] })],
    [type({ members: ["size?: Int64 | null"] })],
    ["docs: The type of user.size changed from number | null to Int64 | null: the TypeScript type does not change"],
  ],
  ["a module", [type({})], [type({ module: "n" })], ["breaking: user moved from module m to n"]],
  [
    "what is gone and what is new",
    [call({})],
    [type({})],
    ["breaking: Operation getUser was removed", "additive: Type user was added"],
  ],
  [
    "the runtime",
    [of("runtime", "runtime", { names: ["A", "B"] })],
    [of("runtime", "runtime", { names: ["B", "C"] })],
    ["breaking: Export A was removed", "additive: Export C was added"],
  ],
  [
    "keys of an enum",
    [list({ members: ["Up=up", "Down=down"] })],
    [list({ members: ["UP=up", "Roof=roof"], open: true })],
    [
      "breaking: Enum floor became evolvable: `unknownFutureValue` was added: responses can contain more values than before",
      "breaking: Enum member floor.down was removed",
      "breaking: The name of enum member floor.up changed from Up to UP: programs use the old name",
      "additive: Enum member floor.roof was added",
    ],
  ],
  [
    "a property that moves to a base",
    [type({ base: "Item", members: ["id?: string", "gone?: string"] }), base({})],
    [type({ base: "Item" }), base({ members: ["id?: string"] })],
    ["breaking: Property user.gone was removed", "additive: Property item.id was added"],
  ],
  [
    "a property that is only read",
    [READ, type({ members: ["a?: string", "b?: unknown", "c?: Floor"] }), list({})],
    [READ, type({ members: ["a?: string | null", "b?: number", "c?: string"] }), list({})],
    [
      "breaking: The type of user.a changed from string to string | null: responses can contain more values than before",
      "breaking: The type of user.c changed from Floor to string: responses can contain more values than before",
      "additive: The type of user.b changed from unknown to number: responses can contain fewer values",
    ],
  ],
  [
    "a property that is only sent",
    [SEND, type({ members: ["a?: string[]", "b?: string"] })],
    [SEND, type({ members: ["a?: (string | null)[]", 'b?: "x" | "y"'] })],
    [
      'breaking: The type of user.b changed from string to "x" | "y": fewer values are accepted than before',
      "additive: The type of user.a changed from string[] to (string | null)[]: more values are accepted",
    ],
  ],
  [
    "options",
    [
      call({
        members: ["path/id: string", "body?: B", "body/a?: string", "query/$top?: number", "headers/if-match: string"],
      }),
    ],
    [call({ members: ["path/key: string", "body: B", "body/a: string", "query/$skip?: number", "route?: string"] })],
    [
      "breaking: Path parameter id of getUser was renamed to key",
      "breaking: Body property getUser.a became required",
      "breaking: Option getUser.body became required",
      "breaking: Query parameter getUser?$top was removed: the service may ignore or reject it",
      "additive: Option getUser.route was added",
      "additive: Query parameter getUser?$skip was added",
      "docs: Request header getUser if-match was removed: it can still be sent",
    ],
  ],
  [
    "a body and a result",
    [call({ members: ["body/a: string"], result: "User" })],
    [call({ members: ["body/b: string"], result: "User | undefined" })],
    [
      "breaking: The response of getUser changed from User to User | undefined: responses can contain more values than before",
      "breaking: Body property getUser.a was removed",
      "breaking: Body property getUser.b was added: it is required",
    ],
  ],
];

const shown = (item: Change): string => `${item.class}: ${sentenceOf(item, (name) => name)}`;

it.each(cases)("compares %s", (_, before, after, want) => {
  expect(surfaceChanges({ before, after }).map(shown)).toEqual(want);
});

it("finds nothing between equal packages, in whatever order", () => {
  const items = cases.map(([, before]) => before);
  for (const before of items) expect(surfaceChanges({ before, after: before.toReversed() })).toEqual([]);
});
