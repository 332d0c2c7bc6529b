import { expect, it } from "vitest";
import type { PlanOptions } from "../../generator/emit/plan/plan.ts";
import { readmeOfModel, skillOfModel } from "../support/readme-file.ts";
import { formatFiles } from "../../generator/output/format.ts";
import type { ApiModel, Json, OperationModel } from "../../generator/api/model.ts";
import { DEVICE_MODEL } from "../support/device-model.ts";
import {
  buildBody,
  buildExample,
  buildModel,
  buildOperation,
  buildProperty,
  buildRequest,
  buildResponse,
  buildType,
} from "../support/model.ts";
import { fences } from "../support/readme-programs.ts";

const BASE = "https://graph.microsoft.com/v1.0";

async function readmeOf(model: ApiModel, options?: PlanOptions): Promise<string> {
  const [file] = await formatFiles([readmeOfModel("devices", model, options)]);
  return file?.text ?? "";
}

function headings(readme: string): readonly string[] {
  return [...readme.matchAll(/^## (.*)$/gm)].map((match) => match[1] ?? "");
}

/** Operations of a resource: `get` and `list` with the given names, and others on request. */
function getThing(name: string, path: string, type: string, parts: Partial<OperationModel> = {}): OperationModel {
  return buildOperation(name, {
    kind: type.endsWith("[]") ? "list" : "get",
    module: type.replace("[]", ""),
    requests: [buildRequest("GET", path)],
    response: buildResponse(`microsoft.graph.${type}`),
    ...parts,
  });
}

const THING = { properties: [buildProperty("id"), buildProperty("label")], keys: ["id"] };
const door = buildType("door", THING);
const gate = buildType("gate", THING);

/** A request whose example has this body. */
function createDoor(body: Json): OperationModel {
  return buildOperation("createDoor", {
    kind: "create",
    module: "door",
    requests: [buildRequest("POST", "/doors")],
    requestBody: buildBody([], { type: "microsoft.graph.door" }),
    response: buildResponse("microsoft.graph.door"),
    examples: [buildExample("POST", `${BASE}/doors`, body)],
  });
}

it("has a section for everything in the model", async () => {
  expect(headings(await readmeOf(DEVICE_MODEL))).toEqual([
    "Contents",
    "Install",
    "First call",
    "Find a function",
    "Sign in",
    "National clouds",
    "Lists",
    "Select, filter, sort and expand",
    "Create, update and delete",
    "Types",
    "Errors",
    "Retries and time-outs",
    "Limits",
    "Cancel a call",
    "Response headers",
    "Hooks",
    "Proxies, tracing and your own fetch",
    "Batches",
    "Download and upload",
    "Permissions",
    "Tests without a network",
    "CommonJS",
    "Bundle size",
    "Documentation in the editor",
    "Modules",
  ]);
});

it("omits what the docs do not have", async () => {
  const readme = await readmeOf(buildModel({ types: [door], baseUrl: null }));
  expect(headings(readme)).toEqual([
    "Contents",
    "Install",
    "Sign in",
    "Address of the service",
    "Hooks",
    "Proxies, tracing and your own fetch",
    "CommonJS",
    "Documentation in the editor",
    "Modules",
  ]);
  expect(readme).toContain("generated from its API reference: 0 requests, 1 type and 0 enums.");
  expect(readme).toMatch(/createClient\(\{\s+baseUrl: "https:\/\/service.example",\s+token: /);
  expect(readme).toContain("Modules with only a type: `door`.");
});

it("links to every section", async () => {
  const readme = await readmeOf(DEVICE_MODEL);
  const linked = [...readme.matchAll(/\[([^\]]+)\]\(#([^)]+)\)/g)].filter(([, title]) => title !== "below");
  expect(linked.map(([, title]) => title)).toEqual(headings(readme).filter((title) => title !== "Contents"));
  const anchors = headings(readme).map((title) =>
    title
      .toLowerCase()
      .replace(/[^\w\s-]/g, "")
      .replaceAll(" ", "-"),
  );
  expect(anchors).toEqual(expect.arrayContaining(linked.map(([, , anchor]) => anchor)));
});

const calls: readonly [name: string, operations: ApiModel["operations"], shown: string][] = [
  [
    "the resource with the most kinds of calls",
    [
      getThing("getGate", "/gates/{gateId}", "gate"),
      getThing("getDoor", "/doors/{doorId}", "door"),
      getThing("listDoors", "/doors", "door[]"),
    ],
    'const door = await getDoor(client, { path: { doorId: "DOOR_ID" } });\nconsole.log(door.label);',
  ],
  [
    "the resource that most URLs start from",
    [
      getThing("getDoor", "/doors/{doorId}", "door"),
      getThing("listDoors", "/doors", "door[]"),
      getThing("getGate", "/gates/{gateId}", "gate"),
      getThing("listGates", "/gates", "gate[]"),
      getThing("getGateDoor", "/gates/{gateId}/door", "door"),
    ],
    'const gate = await getGate(client, { path: { gateId: "GATE_ID" } });',
  ],
  [
    "the plain name of a call",
    [getThing("getDoor", "/doors/{doorId}", "door"), getThing("getADoor", "/doors/{doorId}", "door")],
    "await getDoor(client, ",
  ],
  [
    "the URL with the fewest keys",
    [
      getThing("getDoor", "", "door", {
        requests: [buildRequest("GET", "/doors/{doorId}"), buildRequest("GET", "/me/door")],
      }),
    ],
    "const door = await getDoor(client);",
  ],
  [
    "a list where there is nothing else",
    [getThing("listDoors", "/doors", "door[]")],
    "for (const door of page.value) console.log(door.label);",
  ],
  [
    "no request that is deprecated",
    [getThing("getDoor", "/door", "door", { deprecated: "Gone." }), getThing("getNewestDoor", "/newest", "door")],
    "await getNewestDoor(client);",
  ],
];

it.each(calls)("shows first %s", async (_, operations, shown) => {
  expect(fences(await readmeOf(buildModel({ types: [door, gate], operations })), "ts")[0]).toContain(shown);
});

it("shortens a long body to what is required", async () => {
  const names = Array.from({ length: 9 }, (_, index) => `part${index}`);
  const properties = names.map((name) => buildProperty(name, "Edm.String", { required: name === "part8" }));
  const operations = [createDoor(Object.fromEntries(names.map((name) => [name, name])))];
  const readme = await readmeOf(buildModel({ types: [buildType("door", { properties })], operations }));
  expect(readme).toContain('body: { part0: "part0", part1: "part1", part8: "part8" }');
});

it("shows enum members if there are any, and the page as a link or a path", async () => {
  const [plain, linked] = await Promise.all([
    readmeOf(DEVICE_MODEL),
    readmeOf(DEVICE_MODEL, { enumStyle: "union", pageUrl: "https://docs.example/{path}" }),
  ]);
  expect(plain).toContain("resource.state = EnrollmentState.Unknown;");
  expect(plain).toContain("the path of its page");
  expect(linked).toContain('resource.state = "unknown";');
  expect(linked).not.toContain("EnrollmentState");
  expect(linked).toContain("a link to its page");
});

it("is the same for a model in another order", async () => {
  const { types, enums, operations } = DEVICE_MODEL;
  const reversed = {
    ...DEVICE_MODEL,
    types: types.toReversed(),
    enums: enums.toReversed(),
    operations: operations.toReversed(),
  };
  expect(await readmeOf(reversed)).toBe(await readmeOf(DEVICE_MODEL));
});

it("keeps code inside its fence for any example", async () => {
  const nasty = "```\n## Broken <script> | `x` \u202e */";
  const properties = [buildProperty("```"), buildProperty("a|b"), buildProperty("label")];
  const operations = [getThing("listDoors", "/do`ors", "door[]"), createDoor({ label: nasty, "```": nasty })];
  const readme = await readmeOf(
    buildModel({ types: [buildType("door", { properties })], operations, baseUrl: `${BASE}\n## No |` }),
  );
  expect(headings(readme)).not.toContainEqual(expect.stringMatching(/Broken|No/));
  expect(readme).not.toContain("\u202e");
  expect(fences(readme, "ts").find((code) => code.includes("createDoor(client"))).toContain("```\\n## Broken");
});

it("lists areas instead of modules if the table of modules would be long", async () => {
  const names = Array.from({ length: 60 }, (_, index) => `door${index + 10}`);
  const operations = names.map((name) => getThing(`get_${name}`, `/doors/${name}`, name));
  const readme = await readmeOf(buildModel({ types: names.map((name) => buildType(name)), operations }));
  expect(readme).toContain("<summary>The areas of the 60 modules</summary>");
  expect(readme).toContain(
    "| `devices/areas/doors` | 60        | `door10`, `door11`, `door12`, `door13`, `door14` and 55",
  );
});

it("is unchanged by formatting", async () => {
  const text = await readmeOf(DEVICE_MODEL);
  expect(await formatFiles([{ path: "README.md", text }])).toEqual([{ path: "README.md", text }]);
});

const names: readonly (readonly [given: string, want: string])[] = [
  ["graph-client", "graph-client"],
  ["@contoso/Graph.client_2", "contoso-graph-client-2"],
  ["a".repeat(70), "a".repeat(64)],
  ["@", "client"],
];

it.each(names)("names the skill of %s %s", (given, want) => {
  const skill = skillOfModel(given, DEVICE_MODEL);
  expect(skill.path).toBe(`skills/${want}/SKILL.md`);
  expect(skill.text).toMatch(new RegExp(`^---\\nname: ${want}\\ndescription: "[^\\n]{1,1022}"\\n---\\n\\n# `));
});

it("keeps the front matter of the skill on its lines for any base URL", () => {
  const { text } = skillOfModel("devices", { ...DEVICE_MODEL, baseUrl: 'https://a.example/\n---\n" # x' });
  expect(text.split("\n")[3]).toBe("---");
});

it("has a skill that is unchanged by formatting", async () => {
  const { path, text } = skillOfModel("devices", DEVICE_MODEL);
  expect(await formatFiles([{ path, text }])).toEqual([{ path, text }]);
});
