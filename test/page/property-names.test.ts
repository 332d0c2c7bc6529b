import { expect, it } from "vitest";
import { pageTask } from "../../generator/read/page-task.ts";

/** Reads the name cells of a Properties table. */
function namesOf(cells: readonly string[], below = "") {
  const rows = cells.map((cell) => `|${cell}|String|What it is.|\n`).join("");
  const text = `# kite resource type\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n${rows}\n${below}\n`;
  const [page, diagnostics] = pageTask({ path: "resources/kite.md", text, problem: null, includes: {} });
  return {
    names: page?.types[0]?.properties.map(({ name }) => name) ?? [],
    faults: diagnostics.map(({ severity, code, place }) => `${severity} ${code} ${place.line}`),
  };
}

const marks: readonly (readonly [cell: string, name: string])[] = [
  ["tail<sup>1</sup>", "tail"],
  ["tail <sup>*</sup>", "tail"],
  ["tail<sup>1, 2</sup>", "tail"],
  ["tail<sup>a</sup>", "tail"],
  ["tail<sup>[1](#notes)</sup>", "tail"],
  ["`tail`<sup>1</sup>", "tail"],
  ["tail[^1]", "tail"],
  ["tail[^none]", "tail"],
  ["tail¹", "tail"],
  ["tail ¹²", "tail"],
  ["tail\\*", "tail"],
  ["tail†", "tail"],
  ["tail (1)", "tail"],
  ["tail (2)", "tail (2)"],
  ["tail<sub>2</sub>", "tail2"],
];

it.each(marks)("reads the cell %s as the name %s", (cell, name) => {
  const found = namesOf([cell], "(1) Only in the wind.\n\n[^1]: Only in the wind.");
  expect(found).toEqual({ names: [name], faults: [] });
});

const names = [
  ...[
    "16x16",
    "naïve",
    "имя",
    "list[]",
    "x/y",
    "@odata.etag",
    "$ref",
    "first name",
    "-dash",
    "a:b",
    "#tag",
    "_id",
    "日本",
  ],
];

it("reads any name that JSON allows", () => {
  expect(namesOf(names)).toEqual({ names, faults: [] });
});

it.each([
  "tail, string",
  "tail,string",
  "tail and string",
  "tail; string",
  "what it is called",
  "See below.",
  "<tail>",
])("reports the name cell %s", (cell) => {
  expect(namesOf(["id", cell])).toEqual({ names: ["id"], faults: ["error property-name-unreadable 8"] });
  expect(namesOf([cell]).faults).toContain("error property-name-unreadable 7");
});

it("reads permissions with footnote marks", () => {
  const scopes = "|Application|Kite.Read.All<sup>1</sup>, Kite.Write.All[^1], Wind.Read¹, Sky.Read.All*|";
  const text = `# Get kite\n\n## Permissions\n\n|Permission type<sup>1</sup>|Permissions|\n|:---|:---|\n${scopes}\n\n## HTTP request\n\n\`\`\`http\nGET /kites/{id}\n\`\`\`\n\n[^1]: x`;
  const [page] = pageTask({ path: "api/kite-get.md", text, problem: null, includes: {} });
  expect(page?.operation?.permissions.flatMap((each) => each.scopes)).toEqual([
    "Kite.Read.All",
    "Kite.Write.All",
    "Wind.Read",
    "Sky.Read.All",
  ]);
});

it("writes raised text of a description with Unicode characters", () => {
  const text =
    "# kite resource type\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n|area|Int32|In m<sup>2</sup>, or 10<sup>-3</sup> ha.|\n";
  const [page] = pageTask({ path: "resources/kite.md", text, problem: null, includes: {} });
  expect(page?.types[0]?.properties[0]?.description).toBe("In m², or 10⁻³ ha.");
});
