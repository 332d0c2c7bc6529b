import { expect, it } from "vitest";
import { createCollector } from "../../generator/diagnostics/diagnostic.ts";
import { readDocument } from "../../generator/markdown/document.ts";
import { pageTask } from "../../generator/read/page-task.ts";
import { nameParts } from "../../generator/page/names/file-name-parts.ts";
import { readHeaders, readParameters } from "../../generator/page/requests/parameters.ts";
import { sectionOf } from "../support/markdown.ts";

function read(path: string, text: string) {
  const [page, diagnostics] = pageTask({ path, text, problem: null, includes: {} });
  return { page, codes: diagnostics.map(({ code }) => code) };
}

/** What a page without any fact is reported as: by its folder and its `doc_type`. */
const empty: readonly [path: string, docType: string | null, codes: readonly string[]][] = [
  ["api/a.md", null, ["operation-without-request"]],
  ["api/a.md", "apiPageType", ["operation-without-request"]],
  ["api/a.md", "conceptualPageType", []],
  ["api/a.md", "resourcePageType", ["page-without-facts"]],
  ["v1.0/api/a.md", null, ["operation-without-request"]],
  ["therapi/a.md", null, ["page-without-facts"]],
  ["resources/a.md", "apiPageType", ["operation-without-request"]],
  ["resources/a.md", "conceptualPageType", []],
  ["a.md", null, ["page-without-facts"]],
];

it.each(empty)("reports an empty page %s of type %s", (path, docType, codes) => {
  const frontMatter = docType === null ? "" : `---\ndoc_type: ${docType}\n---\n\n`;
  expect(read(path, `${frontMatter}# Title\n`).codes).toEqual(codes);
});

const fence = (...lines: readonly string[]) => ["```http", ...lines, "```", ""].join("\n");

const templates: readonly [name: string, path: string, text: string, want: readonly string[] | undefined][] = [
  ["below HTTP request", "api/a.md", `## HTTP request\n\n${fence("GET /a", "GET /b")}`, ["/a", "/b"]],
  [
    "of examples not at all",
    "api/a.md",
    `## HTTP request\n\n${fence("GET /a")}## Example\n\n${fence("GET /b")}`,
    ["/a"],
  ],
  [
    "below headings that follow",
    "api/a.md",
    `## HTTP request\n\n## For one harbour\n\n${fence("GET /a")}## For all\n\n${fence("GET /b")}## Response\n\n${fence("GET /c")}`,
    ["/a", "/b"],
  ],
  [
    "but no message below a heading that follows",
    "api/a.md",
    `## HTTP request\n\n${fence("POST /a")}## In parts\n\n${fence("POST /b", "Accept: text/plain", "", "--part")}`,
    ["/a"],
  ],
  ["anywhere, without such a heading", "api/a.md", `## Permissions\n\n${fence("POST /a")}`, ["/a"]],
  ["that name no host, without such a heading", "api/a.md", fence("GET https://example.com/v1.0/a"), undefined],
  ["but not on a resource page", "resources/a.md", fence("GET /a"), undefined],
  ["once each", "api/a.md", `## HTTP request\n\n${fence("GET /a", "GET /a/", "POST /a")}`, ["/a", "/a"]],
  ["with other query text as others", "api/a.md", `## HTTP request\n\n${fence("GET /a?b", "GET /a?c")}`, ["/a", "/a"]],
];

it.each(templates)("takes the requests %s", (_, path, text, want) => {
  expect(read(path, `# Title\n\n${text}`).page?.operation?.requests.map((request) => request.path)).toEqual(want);
});

/** Names by what stands in the page: its URLs and annotations before its words. */
const names: readonly [stem: string, text: string, want: string][] = [
  ["administrativeunit-list-members", "GET /administrativeUnits/{id}/members", "administrativeUnit list members"],
  ["user-list-joinedteams", "GET /me/joinedTeams", "user list joinedTeams"],
  ["outlookuser-get", "GET /me/outlook/user", "outlookUser get"],
  ["b2xidentityuserflow-get", "GET /identity/b2xUserFlows/{id}", "b2xIdentityUserFlow get"],
  ["user_get.all", "GET /users", "user get all"],
  ["onenote-get", "GET /me/oneNote", "oneNote get"],
];

it.each(names)("spells the name of %s", (stem, request, want) => {
  const [document] = readDocument(`api/${stem}.md`, `# Title\n\n## HTTP request\n\n${fence(request)}`, {});
  expect(nameParts(document).join(" ")).toBe(want);
});

const head = (...titles: readonly string[]) => `|${titles.join("|")}|\n|${titles.map(() => "---").join("|")}|\n`;

const parameters: readonly [row: string, want: string | null][] = [
  ["|$select|String|What to return.|", "$select Edm.String optional"],
  ["|\\$filter|String|What to return.|", "$filter Edm.String optional"],
  ["|`$deltatoken`|string|A token. Required.|", "$deltatoken Edm.String required"],
  ["|[$top](/graph/query)|Int32|How many.|", "$top Edm.Int32 optional"],
  ["|**name**|String (optional)|Required only at night.|", "name Edm.String optional"],
  ["|{id}||Key.|", "id Edm.String optional"],
  ["|start_time|DateTimeOffset|When.|", "start_time Edm.DateTimeOffset optional"],
  ["|two words|String|No name.|", null],
];

it.each(parameters)("reads the parameter %s", (row, want) => {
  const section = sectionOf(head("Parameter", "Type", "Description") + row);
  const [found] = readParameters([section], false, createCollector());
  const text = found && `${found.name} ${found.type.primitive ?? ""} ${found.required ? "required" : "optional"}`;
  expect(text ?? null).toBe(want);
});

it.each([
  ["|from, to|String|Two.|", ["from, to"]],
  ["|**Dates**|||", []],
  ["|None|||", []],
  ["|N/A|String|Nothing.|", []],
])("reports in the row %s the names %j", (row, want) => {
  const collector = createCollector();
  readParameters([sectionOf(head("Parameter", "Type", "Description") + row)], false, collector);
  expect(collector.diagnostics.map(({ message }) => /"(.*)"/.exec(message)?.[1])).toEqual(want);
});

it("takes a function's parameter for required unless it says otherwise", () => {
  const rows = "|a|String|One.|\n|b|String|Two. Optional.|\n|c|String|Not required.|";
  const found = readParameters([sectionOf(head("Parameter", "Type", "Description") + rows)], true, createCollector());
  expect(found.map(({ required }) => required)).toEqual([true, false, false]);
});

it("takes the rows below a sentence that calls all of them required, except those with a condition", () => {
  const table = `${head("Parameter", "Type", "Description")}|a|String|One.|\n|b|String|If omitted, today.|`;
  const requiredIn = (text: string) =>
    readParameters([sectionOf(`${text}\n\n${table}`)], false, createCollector()).map(({ required }) => required);
  expect(requiredIn("Provide the following required query parameters with values.")).toEqual([true, false]);
  expect(requiredIn("The following query parameters can be used.")).toEqual([false, false]);
});

const headers: readonly [titles: readonly string[], row: string, want: string | null][] = [
  [["Header", "Value"], "|Authorization|Bearer {token}. Required.|", "Authorization! Bearer {token}. Required."],
  [["Header", "Value"], "|Accept|application/json|", "Accept application/json"],
  [
    ["Name", "Description"],
    "|Authorization|Bearer &lt;token&gt; Required.|",
    "Authorization! Bearer <token> Required.",
  ],
  [
    ["Name", "Type", "Description"],
    "|Authorization|string|Bearer {token}. Required.|",
    "Authorization! Bearer {token}. Required.",
  ],
  [
    ["Name", "Value", "Description"],
    "|Content-Type|text/plain|Kind. Required.|",
    "Content-Type! text/plain. Kind. Required.",
  ],
  [
    ["Name", "Description"],
    "|Prefer: outlook.timezone|A zone. Optional.|",
    "Prefer outlook.timezone. A zone. Optional.",
  ],
  [["Name", "Description"], "|_if-match_|An etag.|", "if-match An etag."],
  [["Name", "Description"], "| `If-Match` |*Required*|", "If-Match! _Required_"],
  [["Name", "Description"], "|A-Header|(required)|", "A-Header! (required)"],
  [
    ["Name", "Description"],
    "|ConsistencyLevel|eventual. Required with `$search`.|",
    "ConsistencyLevel eventual. Required with `$search`.",
  ],
  [
    ["Name", "Description"],
    "|ConsistencyLevel|It and `$count` are required when asked.|",
    "ConsistencyLevel It and `$count` are required when asked.",
  ],
  [
    ["Name", "Description"],
    "|Prefer|Set to `quiet`. Otherwise the call is rejected.|",
    "Prefer! Set to `quiet`. Otherwise the call is rejected.",
  ],
  [["Name", "Description"], "|If-Match|Not required.|", "If-Match Not required."],
  [["Name", "Description"], "|a header of words|A.|", null],
];

it.each(headers)("reads in the columns %s the header %s", (titles, row, want) => {
  const [found] = readHeaders([sectionOf(head(...titles) + row)], [], createCollector());
  expect(found === undefined ? null : `${found.name}${found.required ? "!" : ""} ${found.description}`).toBe(want);
});

it.each([
  ["Note that the **mooring-id** header is required.", true],
  ["The mooring-id header is required when the tide is low.", false],
  ["The tide-id header is required.", false],
])("reads from '%s' whether a header is required", (text, required) => {
  const table = sectionOf(`${head("Name", "Description")}|mooring-id|Where the boat lies.|`);
  const [found] = readHeaders([table], [table, sectionOf(text)], createCollector());
  expect(found?.required).toBe(required);
});

/** Numbers that tell flags from counted members. */
const numbers: readonly [values: readonly (number | string)[], flags: boolean][] = [
  [[1, 2, 4, 8], true],
  [[0, 1, 2, 4], true],
  [[1, 2, 4], true],
  [[0, 1, 2, 3], false],
  [[0, 1, 2], false],
  [[1, 2], false],
  [[-1, 1, 2, 4], false],
  [[1, 2, 4, "x"], false],
  [[1, 2, 4, 6], false],
];

it.each(numbers)("takes members with the numbers %j for flags: %s", (values, flags) => {
  const rows = values.map((value, index) => `|m${index}|${value}|`).join("\n");
  const { page } = read("resources/a.md", `# a enum type\n\n## Members\n\n${head("Member", "Value")}${rows}\n`);
  expect(page?.enums[0]?.flags).toBe(flags);
});

it("reads a key of several properties", () => {
  const annotation = '<!-- {"blockType": "resource", "keyProperty": "a, b", "@odata.type": "microsoft.graph.t"} -->';
  expect(read("resources/t.md", `# t\n\n${annotation}\n${fence("{}")}`).page?.types[0]?.keys).toEqual(["a", "b"]);
});

const titled: readonly [section: string, want: readonly string[]][] = [
  ["## Properties", ["t"]],
  ["## Relationships", ["t"]],
  ["## Remarks", ["t"]],
  ["", ["t"]],
  ["## Example", []],
  ["## Request body", []],
];

it.each(titled)("takes a page with a table below '%s' for a type", (section, want) => {
  const text = `# t resource type\n\n${section}\n\n${head("Property", "Type", "Description")}|a|String|A.|\n`;
  expect(read("resources/t.md", text).page?.types.map(({ name }) => name)).toEqual(want);
});
