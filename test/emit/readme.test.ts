import { expect, it } from "vitest";
import type { PlanOptions } from "../../generator/emit/plan/plan.ts";
import { readmeOfModel } from "../support/readme-file.ts";
import { formatFiles } from "../../generator/output/format.ts";
import type { ApiModel } from "../../generator/api/model.ts";
import { DEVICE_MODEL } from "../support/device-model.ts";
import {
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

/** A GET of a door, or of several, with an example that calls the given path. */
function getDoor(name: string, template: string, called: string, type = "microsoft.graph.door") {
  return buildOperation(name, {
    kind: type.endsWith("[]") ? "list" : "get",
    module: "door",
    requests: [buildRequest("GET", template)],
    response: buildResponse(type),
    examples: [buildExample("GET", `${BASE}${called}`, null)],
  });
}

const door = buildType("door", { properties: [buildProperty("id"), buildProperty("label")], keys: ["id"] });

it("has a section for everything in the model", async () => {
  expect(headings(await readmeOf(DEVICE_MODEL))).toEqual([
    "Install",
    "First call",
    "Sign in",
    "Lists",
    "Errors",
    "Types",
    "Permissions",
    "Modules",
    "Documentation",
  ]);
});

it("omits requests if the docs have none", async () => {
  const readme = await readmeOf(buildModel({ types: [door], baseUrl: null }));
  expect(headings(readme)).toEqual(["Install", "Sign in", "Modules", "Documentation"]);
  expect(readme).toContain(
    "TypeScript client for the service, generated from its API reference: 0 requests, 1 type, 0",
  );
  expect(readme).toContain('createClient({ baseUrl: "https://service.example", token: ');
  expect(readme).toContain("Modules with a type alone: `door`.");
});

const calls: readonly [name: string, operations: ApiModel["operations"], shown: string][] = [
  [
    "the call without keys before one with a key",
    [getDoor("aGetDoor", "/doors/{doorId}", "/doors/7"), getDoor("getMyDoor", "/me/door", "/me/door")],
    "const result = await getMyDoor(client);\nconsole.log(result.label);",
  ],
  [
    "a single resource before a list",
    [
      getDoor("listDoors", "/doors", "/doors", "microsoft.graph.door[]"),
      getDoor("getMainDoor", "/doors/main", "/doors/main"),
    ],
    "await getMainDoor(client);",
  ],
  [
    "a list where there is nothing else",
    [getDoor("listDoors", "/doors", "/doors", "microsoft.graph.door[]")],
    "for (const item of result.value) console.log(item.label);",
  ],
  [
    "no call whose example is of another URL",
    [getDoor("getGate", "/gate", "/gates"), getDoor("getDoor", "/doors/{doorId}", "/doors/7")],
    'await getDoor(client, { path: { doorId: "7" } });',
  ],
  [
    "no request that is deprecated",
    [
      { ...getDoor("getOldDoor", "/door", "/door"), deprecated: "Gone." },
      getDoor("getNewestDoor", "/newest", "/newest"),
    ],
    "await getNewestDoor(client);",
  ],
];

it.each(calls)("shows first %s", async (_, operations, shown) => {
  expect(fences(await readmeOf(buildModel({ types: [door], operations })), "ts")[0]).toContain(shown);
});

it("shows enum members if there are any, and the page as a link or a path", async () => {
  const [plain, linked] = await Promise.all([
    readmeOf(DEVICE_MODEL),
    readmeOf(DEVICE_MODEL, { enumStyle: "union", pageUrl: "https://docs.example/{path}" }),
  ]);
  expect(plain).toContain("resource.state = EnrollmentState.Unknown;");
  expect(plain).toContain("the path of that page");
  expect(linked).toContain('resource.state = "unknown";');
  expect(linked).not.toContain("EnrollmentState");
  expect(linked).toContain("a link to that page");
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
  const operation = getDoor("getDoor", "/doors/{doorId}", `/doors/${encodeURIComponent(nasty)}`);
  const properties = [buildProperty("```"), buildProperty("a|b")];
  const nastyDoor = buildType("door", { properties });
  const readme = await readmeOf(
    buildModel({ types: [nastyDoor], operations: [operation], baseUrl: `${BASE}\n## No |` }),
  );
  expect(headings(readme)).not.toContainEqual(expect.stringMatching(/Broken|No/));
  expect(readme).not.toContain("\u202e");
  expect(fences(readme, "ts")[0]).toContain("\\u0060\\u0060\\u0060\\n## Broken");
});

it("lists areas instead of modules if the table of modules would be long", async () => {
  const names = Array.from({ length: 60 }, (_, index) => `door${index + 10}`);
  const operations = names.map((name) => ({
    ...getDoor(`get_${name}`, `/doors/${name}`, `/doors/${name}`),
    module: name,
  }));
  const readme = await readmeOf(buildModel({ types: names.map((name) => buildType(name)), operations }));
  expect(readme).toContain("Each of the 60 resources");
  expect(readme).toContain(
    "| `devices/areas/doors` | 60       | `door10`, `door11`, `door12`, `door13`, `door14` and 55",
  );
});

it("is unchanged by formatting", async () => {
  const text = await readmeOf(DEVICE_MODEL);
  expect(await formatFiles([{ path: "README.md", text }])).toEqual([{ path: "README.md", text }]);
});
