import { expect, it } from "vitest";
import { pageTask } from "../../generator/read/page-task.ts";

const PATH = "resources/kite.md";
const HEADER = "|Property|Type|Description|\n|:---|:---|:---|\n";
const INCLUDES = {
  "includes/rows.md": "|tail|Int32|Length of the tail.|\n",
  "includes/text.md": "Kites fly in the wind.\n",
};

/** Reads the content of a Properties section. */
function read(content: string) {
  const text = `# kite resource type\n\nNamespace: microsoft.graph\n\nA kite.\n\n## Properties\n\n${content}\n`;
  const [page, diagnostics] = pageTask({ path: PATH, text, problem: null, includes: INCLUDES });
  const properties = page?.types.flatMap((type) => type.properties) ?? [];
  const lines = text.split("\n");
  return {
    names: properties.map(({ name }) => name),
    written: properties.map(({ source: { file, line, column } }) =>
      file === PATH ? (lines[line - 1]?.slice(column - 1) ?? "") : file,
    ),
    codes: diagnostics.map(({ code }) => code),
  };
}

const between: readonly [name: string, text: string, codes: readonly string[]][] = [
  ["a blank line", "\n", ["table-row-detached"]],
  ["a comment", "<!-- new -->\n", ["table-row-detached"]],
  ["a comment in front of the row", "<!-- new -->", []],
  ["a comment over several lines", "<!-- new\n|old|String|Old.|\n-->\n", ["table-row-detached"]],
  ["a note", "> [!NOTE]\n> Only in the wind.\n", ["table-row-detached"]],
  ["a note and a blank line", "\n> [!NOTE]\n> Only in the wind.\n\n", ["table-row-detached"]],
  ["a list", "- one\n- two\n", ["table-row-detached"]],
  ["a numbered list", "1. one\n2. two\n", ["table-row-detached"]],
  ["a heading", "### More\n", ["table-row-detached"]],
  ["a heading and a blank line", "### More\n\n", ["table-row-detached"]],
  ["a fence", "```\nhigh\n```\n", ["table-row-detached"]],
  ["a line of dashes", "\n---\n", ["table-row-detached"]],
  ["a tag", "<br/>\n", ["table-row-detached"]],
  ["a footnote", "[^1]: Only in the wind.\n", ["table-row-detached"]],
  ["an image", ':::image type="content" source="kite.png" alt-text="kite":::\n', []],
  ["a moniker", '::: moniker range="beta"\n', []],
  ["a line of text", "In the wind.\n", []],
  ["an include of text", "[!INCLUDE [text](../includes/text.md)]\n", []],
  ["the delimiter row again", "|:---|:---|:---|\n", ["table-delimiter-row"]],
];

it.each(between)("reads the rows below %s", (_, text, codes) => {
  const found = read(`${HEADER}|id|String|Key.|\n${text}|size|Int64|Size.|\n|colour|String|Colour.|`);
  expect(found.names).toEqual(["id", "size", "colour"]);
  expect(found.written).toEqual(["id|String|Key.|", "size|Int64|Size.|", "colour|String|Colour.|"]);
  expect(found.codes).toEqual(codes);
});

it("reads the rows of an include between the rows of the page", () => {
  const found = read(`${HEADER}|id|String|Key.|\n[!INCLUDE [rows](../includes/rows.md)]\n|size|Int64|Size.|`);
  expect(found.written).toEqual(["id|String|Key.|", "includes/rows.md", "size|Int64|Size.|"]);
  expect(found.names).toEqual(["id", "tail", "size"]);
  expect(found.codes).toEqual([]);
});

const tables: readonly [name: string, text: string, codes: readonly string[]][] = [
  ["no delimiter row", "|Property|Type|Description|\n|id|String|Key.|", ["table-delimiter-missing"]],
  ["a delimiter row that is too long", "|Property|Type|\n|:---|:---|:---|\n|id|String|", ["table-delimiter-row"]],
  [
    "a delimiter row that is too short",
    "|Property|Type|Description|\n|:---|\n|id|String|Key.|",
    ["table-delimiter-row"],
  ],
  ["text above it", `These are all:\n${HEADER}|id|String|Key.|`, []],
  ["a note above it", `> [!NOTE]\n> These are all.\n${HEADER}|id|String|Key.|`, []],
  ["a tag above it", `<br/>\n${HEADER}|id|String|Key.|`, []],
  ["lines without the leading pipe", "Property|Type|Description|\n:---|:---|:---|\nid|String|Key.|", []],
  ["its header twice", `|Property|Type|Description|\n${HEADER}|id|String|Key.|`, []],
  ["indented lines", `${HEADER}|id|String|Key.|`.replace(/^/gm, "    "), ["table-indented"]],
  [
    "an indented row",
    `${HEADER}|id|String|Key.|`.replace(/^\|id/m, "    |id"),
    ["table-indented", "table-row-detached"],
  ],
  ["dashes below it", "|Property|Type|Description|\n|id|String|Key.|\n---", ["table-delimiter-missing"]],
];

it.each(tables)("reads a table with %s", (_, text, codes) => {
  const found = read(text);
  expect(found.names).toEqual(["id"]);
  expect(found.written[0]).toMatch(/^id\|String\|/);
  expect(found.codes).toEqual(codes);
});

const html: readonly [name: string, text: string, written: readonly string[]][] = [
  [
    "one line",
    "<table><tr><th>Property</th><th>Type</th></tr><tr><td>id</td><td>String</td></tr></table>",
    ["id</td><td>String</td></tr></table>"],
  ],
  [
    "a line for each tag, with attributes and blank lines",
    '<table class="wide">\n<thead>\n\n<tr>\n<th>Property</th>\n<th>Type</th>\n</tr>\n</thead>\n<tbody>\n\n<tr>\n    <td align="left">\n    <b>id</b></td>\n<td>String</td>\n</tr>\n\n    <tr><td>size</td><td>Int64</td></tr>\n</tbody>\n</table>',
    ["<b>id</b></td>", "size</td><td>Int64</td></tr>"],
  ],
  [
    "no end tags",
    "<table>\n<tr><th>Property<th>Type\n<tr><td>id<td>String\n<tr><td>size<td>Int64\n</table>",
    ["id<td>String", "size<td>Int64"],
  ],
  [
    "a cell for two rows",
    "<table>\n<tr><th>Property</th><th>Type</th></tr>\n<tr><td>id</td><td rowspan='2'>String</td></tr>\n<tr><td>name</td></tr>\n</table>",
    ["id</td><td rowspan='2'>String</td></tr>", "name</td></tr>"],
  ],
  [
    "a comment in it",
    "<table>\n<tr><th>Property</th><th>Type</th></tr>\n<!-- <tr><td>old</td><td>String</td></tr> -->\n<tr><td>id</td><td>String</td></tr>\n</table>",
    ["id</td><td>String</td></tr>"],
  ],
];

it.each(html)("reads an HTML table with %s", (_, text, written) => {
  const found = read(text);
  expect(found.written).toEqual(written);
  expect(found.codes).toEqual([]);
});

it("reads code and links in the cells of an HTML table, and the page below it", () => {
  const cells = "<td><code>string</code></td><td>See &lt;a&gt; and <a href='flag.md'>flag</a>.<br>Read-only.</td>";
  const table = `<table><tr><th>Property<th>Type<th>Description</tr>\n<tr><td>id</td>${cells}</tr></table>`;
  const text = `# kite resource type\n\n## Properties\n\n${table}\n\n## Relationships\n\n|Relationship|Type|\n|:---|:---|\n|flag|[flag](flag.md)|\n`;
  const [page] = pageTask({ path: PATH, text, problem: null, includes: {} });
  expect(page?.types[0]?.properties).toMatchObject([
    { name: "id", type: { primitive: "Edm.String" }, description: "See <a> and flag.\nRead-only.", readOnly: true },
    { name: "flag", type: { name: "flag" }, relationship: true },
  ]);
});

const lost: readonly [name: string, text: string][] = [
  ["more columns than the table above", `${HEADER}|id|String|Key.|\n\n|size|Int64|Size.|No.|`],
  ["no header", "|:---|:---|:---|\n|id|String|Key.|"],
  ["no table above", "|id|String|Key.|"],
  ["a heading of another kind above", `${HEADER}|id|String|Key.|\n\n## Relationships\n\n|flag|[flag](flag.md)|F.|`],
];

it.each(lost)("reports rows with %s", (_, text) => {
  expect(read(text).codes).toContain("table-row-lost");
});

it("leaves prose with pipes, fences and comments alone", () => {
  const found = read(
    `${HEADER}|id|String|Key.|\n\n[a](a.md) | [b](b.md)\n\n\`\`\`\n|x|String|X.|\n\`\`\`\n\n<!--\n|y|String|Y.|\n-->`,
  );
  expect(found.names).toEqual(["id"]);
  expect(found.codes).toEqual([]);
});
