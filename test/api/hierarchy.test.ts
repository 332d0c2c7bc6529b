import path from "node:path";
import { expect, it } from "vitest";
import type { ApiModel } from "../../generator/api/model.ts";
import { readModel } from "../../generator/pipeline.ts";
import { createMemoryHost } from "../support/memory-host.ts";

/** Links docs that a test makes up. */
async function link(files: Readonly<Record<string, string>>): Promise<ApiModel> {
  const docs = path.resolve("/docs");
  const absolute = Object.entries(files).map(([file, text]) => [path.resolve(docs, file), text] as const);
  return readModel(createMemoryHost(Object.fromEntries(absolute)), { docs, root: docs, baseUrl: null });
}

function table(title: string, rows: readonly string[]): string {
  return `## ${title}\n\n|Name|Type|Description|\n|:---|:---|:---|\n${rows.join("\n")}\n\n`;
}

function resource(name: string, rows: readonly string[], intro = "A thing.", relationships: readonly string[] = []) {
  const related = relationships.length === 0 ? "" : table("Relationships", relationships);
  const annotation = `<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.${name}" } -->\n\`\`\`json\n{}\n\`\`\`\n`;
  return `# ${name} resource type\n\n${intro}\n\n${table("Properties", rows)}${related}${annotation}`;
}

function operation(title: string, request: string, response: string, body: unknown = null): string {
  const sent = body === null ? "" : `\n\n${JSON.stringify(body)}`;
  return `# ${title}\n\n## HTTP request\n\n\`\`\`http\n${request}\n\`\`\`\n\n## Response\n\nReturns a \`200 OK\` response code and ${response} in the response body.\n\n## Example\n\n\`\`\`http\n${request}\n\`\`\`\n\n\`\`\`http\nHTTP/1.1 200 OK\nContent-Type: application/json${sent}\n\`\`\`\n`;
}

/** The type of a name; fails if there is none. */
function typeOf({ types }: ApiModel, name: string) {
  const found = types.find((type) => type.name === name);
  if (found === undefined) throw new Error(`expected a type ${name}`);
  return found;
}

const label = "|label|String|Text on it.|";

it("treats a row named key as a key only if no row has the value", async () => {
  const model = await link({
    "resources/tag.md": resource("tag", ["|key|String|Key.|", "|value|String|Value.|"]),
    "resources/door.md": resource("door", ["|key|String|Key.|", "|colour|String|Colour.|"]),
  });
  expect([typeOf(model, "tag").kind, typeOf(model, "door").kind]).toEqual(["complex", "entity"]);
});

const ownId = "|id|String|Number. Read-only.|";

const kinds: readonly [what: string, files: Readonly<Record<string, string>>, want: string][] = [
  ["a type whose id the service sets", { "resources/ship.md": resource("ship", [ownId]) }, "entity"],
  ["a type whose id callers choose", { "resources/ship.md": resource("ship", ["|id|String|Number.|"]) }, "complex"],
  [
    "a type with an id that a property holds",
    {
      "resources/ship.md": resource("ship", [ownId]),
      "resources/quay.md": resource("quay", ["|berth|[ship](ship.md)|.|"]),
    },
    "complex",
  ],
  [
    "a type that only has relationships",
    { "resources/ship.md": resource("ship", ["None."], "A root.", ["|crews|[crew](crew.md) collection|Crews.|"]) },
    "entity",
  ],
  [
    "the rows that a function lists",
    {
      "resources/ship.md": resource("ship", [label]),
      "api/harbour-ships.md": operation(
        "harbour: ships",
        "GET /harbour/ships()",
        "a [ship](../resources/ship.md) object",
        {
          "@odata.context": "https://example.com/$metadata#Collection(microsoft.graph.ship)",
          value: [{ label: "Swan" }],
        },
      ),
    },
    "entity",
  ],
  [
    "a base of entities",
    {
      "resources/ship.md": resource("ship", [label], "The base type for [ferry](ferry.md)."),
      "resources/ferry.md": resource("ferry", ["|id|String|Key of the ferry.|"]),
    },
    "entity",
  ],
  [
    "a base of entities that a property holds",
    {
      "resources/ship.md": resource("ship", [label], "The base type for [ferry](ferry.md)."),
      "resources/ferry.md": resource("ferry", ["|id|String|Key of the ferry.|"]),
      "resources/quay.md": resource("quay", ["|berth|[ship](ship.md)|The ship.|"]),
    },
    "complex",
  ],
];

it.each(kinds)("finds the kind of %s", async (_, files, want) => {
  expect(typeOf(await link(files), "ship").kind).toBe(want);
});

it("opens the subtypes of an open type, and a type without rows that a property calls a property bag", async () => {
  const model = await link({
    "resources/box.md": resource("box", [label], "This is an open type."),
    "resources/crate.md": resource("crate", [label], "Inherits from [box](box.md)."),
    "resources/lid.md": resource("lid", [label]),
    "resources/bag.md": resource("bag", []),
    "resources/shelf.md": resource("shelf", [
      "|bag|[bag](bag.md)|A property bag of the owner.|",
      "|lid|[lid](lid.md)|A lid.|",
    ]),
  });
  const open = ["box", "crate", "lid", "bag", "shelf"].filter((name) => typeOf(model, name).open);
  expect(open).toEqual(["box", "crate", "bag"]);
});

it("keeps the members of a sample if callers may extend the type, but not if they choose all names", async () => {
  const sample = (name: string, intro: string) =>
    resource(name, [], intro).replace("{}", '{ "colour": "String", "label": "String" }');
  const model = await link({
    "resources/box.md": sample("box", "Lets you add your own data to custom properties using [extensions](/x)."),
    "resources/bag.md": sample("bag", "This is an open type."),
  });
  const names = ["box", "bag"].map((name) => typeOf(model, name).properties.map((property) => property.name));
  expect(names).toEqual([["colour", "label"], []]);
  expect(["box", "bag"].map((name) => typeOf(model, name).open)).toEqual([true, true]);
});

const below = (name: string) => resource(name, [label, "|id|String|Key of it.|"], "Inherits from [ship](ship.md).");
const created = (name: string) => ({
  [`api/post-${name}.md`]: operation(`Create ${name}`, `POST /${name}s`, `a [${name}](../resources/${name}.md) object`),
});

const abstract: readonly [what: string, files: Readonly<Record<string, string>>, want: boolean][] = [
  [
    "a base type with a subtype",
    {
      "resources/ship.md": resource("ship", [label], "The base type for [ferry](ferry.md)."),
      "resources/ferry.md": below("ferry"),
    },
    true,
  ],
  [
    "a base type without one",
    { "resources/ship.md": resource("ship", [label], "The base type for things at sea.") },
    false,
  ],
  [
    "a type of which pages create only subtypes",
    {
      "resources/ship.md": resource("ship", [label]),
      "resources/ferry.md": below("ferry"),
      "resources/tug.md": below("tug"),
      ...created("ferry"),
      ...created("tug"),
    },
    true,
  ],
  [
    "a type that a page creates, too",
    {
      "resources/ship.md": resource("ship", [label]),
      "resources/ferry.md": below("ferry"),
      "resources/tug.md": below("tug"),
      ...created("ferry"),
      ...created("ship"),
    },
    false,
  ],
  [
    "a type with one subtype",
    { "resources/ship.md": resource("ship", [label]), "resources/ferry.md": below("ferry"), ...created("ferry") },
    false,
  ],
];

it.each(abstract)("tells whether %s is abstract", async (_, files, want) => {
  expect(typeOf(await link(files), "ship").abstract).toBe(want);
});

it("takes a type that examples show in the place of another one for its subtype if it fits", async () => {
  const cargo = ["|weight|Int32|Weight.|", "|origin|String|Origin.|"];
  const model = await link({
    "resources/ship.md": resource("ship", ["|id|String|Key of the ship.|", "|load|[cargo](cargo.md)|Load.|"]),
    "resources/cargo.md": resource("cargo", cargo),
    "resources/grain.md": resource("grain", [...cargo, "|sort|String|Sort.|"]),
    "resources/people.md": resource("people", ["|count|Int32|Count.|"]),
    ...Object.fromEntries(
      ["grain", "people"].map((name) => [
        `api/get-${name}.md`,
        operation("Get ship", "GET /ships/{id}", "a [ship](../resources/ship.md) object", {
          load: { "@odata.type": `#microsoft.graph.${name}` },
        }),
      ]),
    ),
  });
  expect(typeOf(model, "grain").baseType).toBe("microsoft.graph.cargo");
  expect(typeOf(model, "people").baseType).toBe(null);
});

it("compares the enums of a family by their values, and keeps only the base's", async () => {
  const rows = [
    "|id|String|Number of it.|",
    "|place|String|Place.|",
    "|state|String|Possible values are: `idle`, `busy`.|",
  ];
  const names = ["liftWork", "craneWork", "tugWork"];
  const model = await link({
    "resources/work.md": resource("work", rows),
    "resources/port.md": resource("port", ["|tasks|[work](work.md) collection|What goes on.|"]),
    ...Object.fromEntries(names.map((name) => [`resources/${name.toLowerCase()}.md`, resource(name, rows)])),
  });
  expect(names.map((name) => typeOf(model, name).baseType)).toEqual(names.map(() => "microsoft.graph.work"));
  expect(model.enums.map(({ name }) => name)).toEqual(["workState"]);
});

const members = (numbers: readonly number[]) =>
  `# lampMode enum type\n\n## Members\n\n|Member|Value|\n|:---|:---|\n${numbers.map((value) => `|mode${String(value)}|${String(value)}|`).join("\n")}\n`;

const modes = "Possible values are: `red`, `green`, `blue`.";
const lamp = (description: string, intro = "") => ({
  "resources/lamp.md": resource("lamp", ["|id|String|Key of the lamp.|", `|mode|String|${description}|`], intro),
});
const shown = (mode: string) => ({
  "api/get-lamp.md": operation("Get lamp", "GET /lamps/{id}", "a [lamp](../resources/lamp.md) object", { mode }),
});

const flags: readonly [what: string, files: Readonly<Record<string, string>>, want: boolean][] = [
  ["one whose numbers end with the sum of all", { "resources/lampmode.md": members([0, 1, 2, 4, 8, 15]) }, true],
  ["one whose numbers have a sum of some", { "resources/lampmode.md": members([0, 1, 2, 3, 4]) }, false],
  [
    "one of which a row selects more than one value",
    lamp(`${modes} When selecting more than one value, use capitals.`),
    true,
  ],
  ["one whose row is about one or several things", lamp(`In which room(s) the lamp burns. ${modes}`), true],
  ["one whose row has an ending in brackets elsewhere", lamp(`Lets callers use bright light(s). ${modes}`), false],
  ["one whose values an example combines", { ...lamp(modes), ...shown("red, blue") }, true],
  ["one whose example has other texts", { ...lamp(modes), ...shown("red, or so") }, false],
];

it.each(flags)("tells whether an enum has flags: %s", async (_, files, want) => {
  const used = { "resources/hall.md": resource("hall", ["|mode|[lampMode](lampmode.md)|Mode.|"]) };
  const { enums } = await link("resources/lampmode.md" in files ? { ...files, ...used } : files);
  expect(enums.map((each) => each.flags)).toEqual([want]);
});
