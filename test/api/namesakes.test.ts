import path from "node:path";
import { expect, it } from "vitest";
import type { ApiModel } from "../../generator/api/model.ts";
import { readModel } from "../../generator/pipeline.ts";
import { createMemoryHost } from "../support/memory-host.ts";

/** Links docs that a test makes up. */
async function link(files: Readonly<Record<string, string>>): Promise<ApiModel> {
  const docs = path.resolve("/docs");
  const absolute = Object.entries(files).map(([file, text]) => [path.resolve(docs, file), text] as const);
  const host = createMemoryHost(Object.fromEntries(absolute));
  return readModel(host, { docs, root: docs, baseUrl: null });
}

function resource(name: string, rows: readonly string[], intro = "A thing.", annotation = ""): string {
  const table = ["|Property|Type|Description|", "|:---|:---|:---|", ...rows].join("\n");
  return `# ${name} resource type\n\n${intro}\n\n## Properties\n\n${table}\n\n${annotation}\n`;
}

const stateOf = (owner: string, members: readonly string[]): string =>
  resource(owner, ["|id|String|Key.|", "|state|[state](#state-values)|State.|", "|was|state|Earlier state.|"]) +
  `\n### state values\n\n|Member|\n|:---|\n${members.map((member) => `|${member}|\n`).join("")}`;

it.each([
  ["two enums of one name if they have no common member", ["boiling", "cold"], ["clean", "full"], "teapotState"],
  ["one enum of two pages that leave members out", ["boiling", "cold"], ["cold", "full"], "state"],
  ["one enum of two pages if only a member for all purposes is common", ["none"], ["none"], "state"],
])("defines %s", async (_, kettle, teapot, want) => {
  const files = { "resources/kettle.md": stateOf("kettle", kettle), "resources/teapot.md": stateOf("teapot", teapot) };
  const { types, enums } = await link(files);
  expect(enums.map(({ name }) => name)).toEqual([...new Set(["state", want])]);
  const used = types.map(({ properties }) => properties.slice(1).map(({ type }) => type));
  const expected = ["state", want].map((name) => `microsoft.graph.${name}`);
  expect(used).toEqual(expected.map((type) => [type, type]));
});
