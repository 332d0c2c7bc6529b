import { expect, it } from "vitest";
import { extractPage } from "../../generator/page/extract.ts";
import { documentOf } from "../support/markdown.ts";

/** A property table whose rows are named. */
function table(...names: readonly string[]): string {
  return `|Property|Type|Description|\n|:---|:---|:---|\n${names.map((name) => `|${name}|String|A.|\n`).join("")}`;
}

/** An annotated JSON representation of a type. */
function sketch(type: string, ...names: readonly string[]): string {
  const members = names.map((name) => `"${name}": "String"`).join(", ");
  return `<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.${type}" } -->\n\`\`\`json\n{ ${members} }\n\`\`\`\n`;
}

const layouts: readonly [layout: string, page: readonly string[], want: readonly string[]][] = [
  ["a table without a heading", ["# loaf", table("crust")], ["loaf: crust"]],
  ["a table below other words", ["# loaf", "## What a loaf is made of", table("crust")], ["loaf: crust"]],
  ["a table below bold words", ["# loaf", "**What it is**", table("crust")], ["loaf: crust"]],
  ["a title of several words", ["# Rye bread resource type", "## Properties", table("crust")], ["ryeBread: crust"]],
  [
    "a table below the JSON representation",
    ["# loaf", "## JSON representation", sketch("loaf", "crust"), table("crust")],
    ["loaf: crust"],
  ],
  [
    "headings that name types",
    [
      ...["# loaf resource type", "## Properties", table("crust"), "## ovenSettings resource type", table("heat")],
      ...["## The fanSettings complex type", "### Properties", table("speed", "noise")],
    ],
    ["loaf: crust", "ovenSettings: heat", "fanSettings: speed, noise"],
  ],
  [
    "a JSON representation at the depth of the heading that names its type",
    ["# loaf", table("crust"), "## oven type", table("heat"), "## JSON representation", sketch("bakery.oven", "heat")],
    ["loaf: crust", "oven: heat"],
  ],
  [
    "a section for each annotated type",
    [
      ...["# Bakery resources", "## Loaf", "### Properties", table("crust"), sketch("loaf", "crust")],
      ...["## Oven", "### Properties", table("heat"), sketch("oven", "heat")],
    ],
    ["loaf: crust", "oven: heat"],
  ],
  [
    "tables before their annotated JSON",
    [
      ...["# loaf", "## Properties", table("crust"), "## JSON representation", sketch("loaf")],
      ...["## Properties", table("heat"), "## JSON representation", sketch("oven")],
    ],
    ["loaf: crust", "oven: heat"],
  ],
  [
    "tables after their annotated JSON",
    [
      "# loaf",
      sketch("loaf"),
      "## Properties",
      table("crust"),
      "## JSON representation",
      sketch("oven"),
      table("heat"),
    ],
    ["loaf: crust", "oven: heat"],
  ],
  [
    "tables in another order than their annotated JSON",
    ["# loaf", table("heat"), table("crust"), sketch("loaf", "crust"), sketch("oven", "heat")],
    ["loaf: crust", "oven: heat"],
  ],
  [
    "a page of types",
    ["# Types of the bakery", "## Street address", "### Properties", table("street")],
    ["streetAddress: street"],
  ],
  [
    "a heading that repeats the title",
    ["# loaf resource type", table("crust"), "## loaf object", table("crumb")],
    ["loaf: crust, crumb"],
  ],
  [
    "members of a value",
    ["# loaf", "## Properties", table("recipe"), "### Properties of a rye bread recipe", table("Flour", "Water")],
    ["loaf: recipe"],
  ],
  [
    "properties of a part of the resources",
    ["# loaf", "## Properties", table("crust"), "### Properties of sweet loaves", table("sugar")],
    ["loaf: crust, sugar"],
  ],
  ["an example", ["# loaf", "## Properties", table("crust"), "## Example", table("Colour")], ["loaf: crust"]],
  ["a table whose Type column holds prose", ["# loaf", table("crust"), "## Care", care()], ["loaf: crust"]],
];

function care(): string {
  return "|Name|Type|Description|\n|:---|:---|:---|\n|summer|A dry and cool place, in paper.|Two days.|\n";
}

it.each(layouts)("reads the types of a page with %s", (_, page, want) => {
  const [{ types }] = extractPage(documentOf(page.join("\n\n")));
  expect(types.map(({ name, properties }) => `${name}: ${properties.map((each) => each.name).join(", ")}`)).toEqual(
    want,
  );
});

it("reads an enum page with a resource annotation as an enum", () => {
  const members = "|Member|Value|\n|:---|:---|\n|white|0|\n|dark|1|\n";
  const [page] = extractPage(
    documentOf(`# crustColour enum type\n\n## Members\n\n${members}\n${sketch("crustColour")}`),
  );
  expect([page.types, page.enums.map(({ name }) => name)]).toEqual([[], ["crustColour"]]);
});

it.each(["", "## Values\n\n", "**Meaning**\n\n", "## Members:\n\n"])(
  "reads the table of an enum page below %j",
  (heading) => {
    const table = "|Value|Description|\n|:---|:---|\n|white|Light.|\n|dark|Long.|\n";
    const [{ enums }] = extractPage(
      documentOf(`# crustColour enum type\n\n${heading}${table}\n## Remarks\n\n${table}`),
    );
    expect(enums.map(({ name, form, members }) => [name, form, members.map((each) => each.name)])).toEqual([
      ["crustColour", "page", ["white", "dark"]],
    ]);
  },
);

it("reads derived types that a page in the same folder describes", () => {
  const text = `# loaf resource type\n\nBase type of [bun](bun.md) and [roll](roll.md).\n\n${table("crust")}`;
  for (const file of ["loaf.md", "resources/loaf.md"]) {
    const [{ types }] = extractPage(documentOf(text, file));
    expect(types[0]?.derived.map(({ name }) => name)).toEqual(["bun", "roll"]);
  }
});

it("states which type the title names, and which ones are further types of the page", () => {
  const [{ types }] = extractPage(documentOf(`# loaf\n\n${table("crust")}\n## oven type\n\n${table("heat")}`));
  expect(types.map(({ form, source }) => [form, source.line])).toEqual([
    ["page", 1],
    ["section", 7],
  ]);
});
