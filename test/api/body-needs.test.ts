import path from "node:path";
import { expect, it } from "vitest";
import { readModel } from "../../generator/pipeline.ts";
import { createMemoryHost } from "../support/memory-host.ts";

const BOAT = `# boat resource type

A boat.

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|Key. Read-only.|
|name|String|Name on the bow.|
|berth|Int32|Place in the harbour.|
|owner|String|Who owns it.|
|sails|sail collection|Sails on board.|
|seen|DateTimeOffset|When it was last seen. Read-only.|

<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.boat", "keyProperty": "id" } -->
\`\`\`json
{}
\`\`\`
`;

/** Parts of an operation page that differ between the cases. */
interface Case {
  readonly text: string;
  readonly rows: readonly string[];
  readonly request?: string;
  readonly title?: string;
  readonly header?: string;
  readonly example?: object;
}

function page({ text, rows, request = "POST /boats", title = "Create boat", header, example }: Case): string {
  const table = [header ?? "|Property|Type|Description|", "|:---|:---|:---|:---|".slice(0, header ? 21 : 16), ...rows];
  const sent =
    example === undefined ? "" : `\n\n## Example\n\n\`\`\`http\n${request}\n\n${JSON.stringify(example)}\n\`\`\`\n`;
  const intro = "In the request body, supply a JSON representation of a [boat](../resources/boat.md) object.";
  return `# ${title}\n\nA page.\n\n## HTTP request\n\n\`\`\`http\n${request}\n\`\`\`\n\n## Request body\n\n${intro}\n\n${text}\n\n${table.join("\n")}\n\n## Response\n\nIf successful, this method returns a \`201 Created\` response code.${sent}`;
}

const LISTED = "The following table shows the properties that are required when you create a boat.";
const name = "|name|String|Name on the bow.|";
const berth = "|berth|Int32|Place in the harbour.|";
const owner = "|owner|String|Who owns it.|";

/** What a body needs: its required rows, whether it accepts other properties, and what lifts the requirement. */
type Want = readonly [required: readonly string[], others: boolean, unless?: readonly string[]];

const cases: readonly (readonly [what: string, given: Case, want: Want])[] = [
  ["a sentence that calls all rows required", { text: LISTED, rows: [name, berth] }, [["name", "berth"], true]],
  [
    "other words",
    { text: "All the properties listed in the following table are required.", rows: [name] },
    [["name"], true],
  ],
  ["a command", { text: "Provide the following required properties.", rows: [name] }, [["name"], true]],
  ["no such sentence", { text: "The following table shows the properties.", rows: [name] }, [[], false]],
  [
    "a sentence about required and optional properties",
    { text: "The following table lists the required properties and optional ones.", rows: [name] },
    [[], false],
  ],
  [
    "a row with a condition",
    { text: LISTED, rows: [name, "|berth|Int32|Only needs to be specified when the boat stays.|"] },
    [["name"], true],
  ],
  [
    "a column that says which rows are required",
    {
      text: LISTED,
      header: "|Property|Type|Required|Description|",
      rows: ["|name|String|Y|Name.|", "|berth|Int32|N|Place.|"],
    },
    [["name"], false],
  ],
  ["an update", { text: LISTED.replace("create", "update"), rows: [name], request: "PATCH /boats/{id}" }, [[], false]],
  [
    "a template on an update",
    { text: LISTED, rows: [name], request: "PATCH /boats/{id}", title: "Update boat" },
    [[], false],
  ],
  ["a table with the key", { text: LISTED, rows: ["|id|String|Key.|", name] }, [[], false]],
  [
    "a key that callers choose",
    { text: LISTED, rows: ["|id|String|Key.|", name], example: { id: "swan", name: "Swan" } },
    [["id", "name"], true],
  ],
  ["a table with a read-only row", { text: LISTED, rows: [name, "|berth|Int32|Place. Read-only.|"] }, [[], false]],
  [
    "a table with a row that the type calls read-only",
    { text: LISTED, rows: [name, "|seen|DateTimeOffset|Time.|"] },
    [[], false],
  ],
  [
    "a table with an inherited row",
    { text: LISTED, rows: [name, "|berth|Int32|Place. Inherited from [place](place.md).|"] },
    [[], false],
  ],
  [
    "an exception that names a property",
    { text: `${LISTED} If you're including an **owner** property, not all of them are required.`, rows: [name, berth] },
    [["name", "berth"], true, ["owner"]],
  ],
  [
    "an exception that cannot be read",
    { text: `${LISTED} For a spare boat, none of the properties are required.`, rows: [name, berth] },
    [[], true],
  ],
  [
    "rows of members of an object inside the body",
    { text: LISTED, rows: [name, "|sails/area|Int32|Square metres.|", "|sails/cloth/colour|String|Colour.|"] },
    [["name", "sails"], true],
  ],
  [
    "a row that is a path to nothing known",
    { text: LISTED, rows: [name, "|flags/colour|String|Colour.|"] },
    [["name", "flags/colour"], true],
  ],
  ["marks of rows", { text: "The boat.", rows: ["|name|String|Name. Required.|", berth] }, [["name"], false]],
  [
    "marks of rows beside other properties",
    { text: "Specify other writable properties as necessary.", rows: ["|name|String|Name. Required.|"] },
    [["name"], true],
  ],
  [
    "marks for a create",
    { text: "The boat.", rows: ["|name|String|Name. This property is required when a boat is created.|", owner] },
    [["name"], false],
  ],
  [
    "marks in an update that keeps what a body omits",
    {
      text: "Existing properties that are not included in the request body will maintain their previous values.",
      rows: ["|name|String|Name. Required.|"],
      request: "PATCH /boats/{id}",
      title: "Update boat",
    },
    [[], false],
  ],
];

it.each(cases)("reads what a body needs from %s", async (_, given, [required, others, unless = []]) => {
  const docs = path.resolve("/docs");
  const files = { "resources/boat.md": BOAT, "api/boat-post.md": page(given) };
  const absolute = Object.entries(files).map(([file, text]) => [path.resolve(docs, file), text] as const);
  const model = await readModel(createMemoryHost(Object.fromEntries(absolute)), { docs, root: docs, baseUrl: null });
  const body = model.operations[0]?.requestBody;
  expect({
    required: body?.properties.filter((row) => row.required).map((row) => row.name),
    others: body?.others,
    unless: body?.unless,
    reported: model.diagnostics.filter(({ code }) => code === "body-needs-unclear").length,
  }).toEqual({ required, others, unless, reported: given.text.includes("spare") ? 1 : 0 });
});

it("reads required rows of a table only from the text above it", async () => {
  const docs = path.resolve("/docs");
  const text = page({ text: LISTED, rows: [name] }).replace(
    "\n\n## Response",
    "\n\nThe berth of a boat:\n\n|Property|Type|Description|\n|:---|:---|:---|\n|berth|Int32|Place.|\n\n## Response",
  );
  const files = { [path.resolve(docs, "resources/boat.md")]: BOAT, [path.resolve(docs, "api/boat-post.md")]: text };
  const model = await readModel(createMemoryHost(files), { docs, root: docs, baseUrl: null });
  const rows = model.operations[0]?.requestBody?.properties ?? [];
  expect(rows.map((row) => [row.name, row.required])).toEqual([
    ["name", true],
    ["berth", false],
  ]);
});

it("accepts null for no property that a table marks as required, even where an update may omit it", async () => {
  const docs = path.resolve("/docs");
  const text = page({
    text: "Existing properties that are not included in the request body will maintain their previous values.",
    rows: ["|name|String|Name. Required.|", owner],
    request: "PATCH /boats/{id}",
    title: "Update boat",
  });
  const files = { [path.resolve(docs, "resources/boat.md")]: BOAT, [path.resolve(docs, "api/boat-update.md")]: text };
  const model = await readModel(createMemoryHost(files), { docs, root: docs, baseUrl: null });
  const rows = model.operations[0]?.requestBody?.properties ?? [];
  expect(rows.map((row) => [row.name, row.required, row.nullable])).toEqual([
    ["name", false, false],
    ["owner", false, true],
  ]);
});
