import { expect, it } from "vitest";
import type { Dialect } from "../../generator/page/dialect.ts";
import { extractPage } from "../../generator/page/extract.ts";
import { toDialect } from "../../generator/page/content/to-dialect.ts";
import { sectionKind } from "../../generator/page/content/vocabulary.ts";
import { pageTask } from "../../generator/read/page-task.ts";
import { documentOf } from "../support/markdown.ts";

const ROWS = "|:---|:---|:---|\n|crust|String|Hard.|\n";
const TABLE = `|Property|Type|Description|\n${ROWS}`;

/** Kinds of the headings of a page, in its order. */
function kindsOf(text: string): readonly (string | null)[] {
  const [{ sections }] = toDialect(documentOf(`# loaf\n\n${text}`), {});
  return sections.slice(2).map(({ heading }) => sectionKind(heading.text));
}

const headings: readonly [heading: string, kind: string | null][] = [
  ["## Properties:", "properties"],
  ["## 2. Properties", "properties"],
  ["## 1.2 Request body", "requestBody"],
  ["## **Properties**", "properties"],
  ["## Properties {#loaf-properties}", "properties"],
  ["## Felder {#properties}", "properties"],
  ['## <a name="request-body"></a>Anfrageinhalt', "requestBody"],
  ['## <a id="properties-1"></a>Felder', "properties"],
  ['<a name="json-representation"></a>\n## Als JSON', "jsonRepresentation"],
  ['<a name="json-representation"></a>\n\nEin Satz.\n\n## Als JSON', null],
  ["**Properties**", "properties"],
  ["**Properties:**", "properties"],
  ["**Request body**\nGive a loaf.", "requestBody"],
  ["**Response** if all goes well.", null],
  ["**Properties** and **relationships**", null],
  ["##Properties", "properties"],
  ["#properties of a loaf", null],
  ["## Felder", null],
];

it.each(headings)("takes '%s' for %s", (heading, kind) => {
  expect(kindsOf(heading)[0] ?? null).toBe(kind);
});

it("reads a paragraph that begins with # as the title of a page without one", () => {
  const [page] = extractPage(toDialect(documentOf(`#loaf resource type\n\n${TABLE}`), {})[0]);
  expect(page.types.map(({ name }) => name)).toEqual(["loaf"]);
});

const tables: readonly [header: string, rows: string, want: readonly string[]][] = [
  ["|Feld|Typ|Sinn|", "|crust|String|Hard.|", ["crust String Hard."]],
  ["|Properties|Type|Description|", "|crust|[crust](crust.md)|Hard.|", ["crust crust Hard."]],
  ["|Feld|Sinn|", "|crust|Hard.|", []],
  ["|Feld|Typ|Sinn|", "|the crust|String|Hard.|", []],
  ["|Feld|Soort|Sinn|", "|crust|a hard one|Hard.|", []],
  ["|Proprty|Typ|Sinn|", "|crust|a hard one|Hard.|", ["crust a hard one Hard."]],
];

it.each(tables)("reads a table with the header %s and the row %s below Properties", (header, rows, want) => {
  const delimiter = "|:---".repeat(header.split("|").length - 2);
  const page = `# loaf\n\n## Properties\n\n${header}\n${delimiter}|\n${rows}\n`;
  const [{ types }] = extractPage(toDialect(documentOf(page), {})[0]);
  const found = types.flatMap(({ properties }) => properties);
  expect(found.map(({ name, type, description }) => `${name} ${type.name} ${description}`)).toEqual(want);
});

const GERMAN: Dialect = {
  namespace: "bakery.orders",
  vocabulary: {
    titles: { resource: ["Ressourcentyp"], enum: ["Aufzählung"] },
    headings: { properties: ["Felder"], permissions: ["Rechte"], httpRequest: ["Aufruf"], response: ["Antwort"] },
    columns: { name: ["Feld"], type: ["Typ"], description: ["Bedeutung"] },
    permissionTypes: { delegatedWork: ["Angemeldet"], application: ["Dienst"] },
    notSupported: ["Nicht vorgesehen"],
    types: { Ganzzahl: "Int32", "Nullable Edm.Int64": "Int64" },
  },
};

it("reads a resource page in the words of a vocabulary", () => {
  const rows =
    "|crust|Ganzzahl|Dicke.|\n|weight|`Nullable Edm.Int64`|Gewicht.|\n|slices|Ganzzahl collection|Scheiben.|\n";
  const text = `# loaf\n\n## Felder:\n\n|Feld|Typ|Bedeutung|\n|---|---|---|\n${rows}`;
  const [page] = pageTask({ path: "loaf.md", text, problem: null, includes: {} }, GERMAN);
  const found = page?.types.flatMap(({ properties }) => properties) ?? [];
  expect(page?.namespace).toBe("bakery.orders");
  expect(found.map(({ name, type }) => `${name} ${type.primitive ?? ""} ${type.collection}`)).toEqual([
    "crust Edm.Int32 false",
    "weight Edm.Int64 false",
    "slices Edm.Int32 true",
  ]);
});

it("reads an operation page in the words of a vocabulary", () => {
  const rights = "|Permission type|Permissions|\n|---|---|\n|Angemeldet|Loaf.Read|\n|Dienst|Nicht vorgesehen.|\n";
  const text = `# Brot lesen\n\n## Rechte\n\n${rights}\n## Aufruf\n\n\`\`\`http\nGET /loaves/{id}\n\`\`\`\n`;
  const [page, found] = pageTask({ path: "loaf-get.md", text, problem: null, includes: {} }, GERMAN);
  const permissions = page?.operation?.permissions ?? [];
  expect(found).toEqual([]);
  expect(permissions.map(({ scheme, scopes, supported }) => [scheme, scopes, supported])).toEqual([
    ["delegatedWork", ["Loaf.Read"], true],
    ["application", [], false],
    ["delegatedPersonal", [], null],
  ]);
});

it.each([
  ["after the name", "loaf Ressourcentyp", "loaf"],
  ["before the name", "Ressourcentyp loaf", "loaf"],
  ["in any case", "loaf ressourcentyp", "loaf"],
])("reads a title with a word of the vocabulary %s", (_, title, want) => {
  const text = `# ${title}\n\n## Felder\n\n|Feld|Typ|Bedeutung|\n|---|---|---|\n|crust|Ganzzahl|Dicke.|\n`;
  const [page, found] = pageTask({ path: "brot.md", text, problem: null, includes: {} }, GERMAN);
  expect(found).toEqual([]);
  expect(page?.types.map(({ name, properties }) => [name, properties.length])).toEqual([[want, 1]]);
});

it("reads the title of an enum page with a word of the vocabulary", () => {
  const text = "# grain Aufzählung\n\n## Members\n\n|Member|Bedeutung|\n|---|---|\n|rye|Roggen.|\n|oat|Hafer.|\n";
  const [page] = pageTask({ path: "korn.md", text, problem: null, includes: {} }, GERMAN);
  expect(page?.enums.map(({ name, members }) => [name, members.length])).toEqual([["grain", 2]]);
});

it("reads tables without a delimiter row in the words of a vocabulary", () => {
  const text = "# loaf Ressourcentyp\n\n## Felder\n\n|Feld|Typ|Bedeutung|\n|crust|Ganzzahl|Dicke.|\n";
  const [page, found] = pageTask({ path: "loaf.md", text, problem: null, includes: {} }, GERMAN);
  expect(found.map(({ severity, code }) => `${severity} ${code}`)).toEqual(["warning table-delimiter-missing"]);
  expect(page?.types.flatMap(({ properties }) => properties.map(({ name }) => name))).toEqual(["crust"]);
});
