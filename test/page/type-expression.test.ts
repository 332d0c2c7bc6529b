import { expect, it } from "vitest";
import type { TypeExpression } from "../../generator/page/model.ts";
import {
  linkTarget,
  parseTypeCell,
  parseTypeExpression,
  typeExpressionOf,
} from "../../generator/page/types/type-expression.ts";
import { cellOf, documentOf, FILE } from "../support/markdown.ts";

/** `Edm.Int32[]`, `user → resources/user.md`, `a | b`: an expression as one reads it. */
function show(type: TypeExpression): string {
  const name = type.enumeration ? "enum" : (type.primitive ?? type.name);
  const anchor = type.anchor === null ? "" : `#${type.anchor}`;
  const target = type.target === null ? "" : ` → ${type.target}${anchor}`;
  const mark = type.nullable === undefined ? "" : type.nullable ? "?" : "!";
  return [`${name}${type.collection ? "[]" : ""}${mark}${target}`, ...type.alternatives.map(show)].join(" | ");
}

const cells: readonly [given: string, want: string][] = [
  // Primitives in every spelling.
  ["String", "Edm.String"],
  ["string", "Edm.String"],
  ["`String`", "Edm.String"],
  ["`Edm.String`", "Edm.String"],
  ["Url", "Edm.String"],
  ["Boolean", "Edm.Boolean"],
  ["`bool`", "Edm.Boolean"],
  ["int", "Edm.Int32"],
  ["Int", "Edm.Int32"],
  ["Integer", "Edm.Int32"],
  ["int32", "Edm.Int32"],
  ["Int16", "Edm.Int16"],
  ["Int64", "Edm.Int64"],
  ["Byte", "Edm.Byte"],
  ["Single", "Edm.Single"],
  ["Float", "Edm.Single"],
  ["double", "Edm.Double"],
  ["number", "Edm.Double"],
  ["Decimal", "Edm.Decimal"],
  ["GUID", "Edm.Guid"],
  ["guid", "Edm.Guid"],
  ["DateTimeOffset", "Edm.DateTimeOffset"],
  ["`Edm.DateTimeOffset`", "Edm.DateTimeOffset"],
  ["DateTimeOffSet", "Edm.DateTimeOffset"],
  ["DateTime", "Edm.DateTimeOffset"],
  ["Timestamp", "Edm.DateTimeOffset"],
  ["[DateTimeOffset](timestamp.md)", "Edm.DateTimeOffset → resources/timestamp.md"],
  ["Date", "Edm.Date"],
  ["Edm.TimeOfDay", "Edm.TimeOfDay"],
  ["Duration", "Edm.Duration"],
  ["Edm.Binary", "Edm.Binary"],
  ["Stream", "Edm.Stream"],
  ["Json", "Edm.Untyped"],
  ["JSON object", "Edm.Untyped"],
  ["Untyped JSON object", "Edm.Untyped"],
  ["Object", "Edm.Untyped"],
  ["error object", "Edm.Untyped"],
  ["string/number", "Edm.Untyped"],
  // Notes beside a type.
  ["string (timestamp)", "Edm.DateTimeOffset"],
  ["string (url)", "Edm.String"],
  ["string (readonly)", "Edm.String"],
  ["String (optional)", "Edm.String"],
  ["(Optional) String", "Edm.String"],
  ["[plan](plan.md) (optional)", "plan → resources/plan.md"],
  // Links.
  ["[user](user.md)", "user → resources/user.md"],
  ["[user](../resources/user.md)", "user → resources/user.md"],
  ["[permissionScope](../resources/permissionScope.md)", "permissionScope → resources/permissionscope.md"],
  ["[user](..\\resources\\user.md)", "user → resources/user.md"],
  ["[ageGroup](../resources/user.md#agegroup-values)", "ageGroup → resources/user.md#agegroup-values"],
  ["[ageGroup](#AgeGroup-values)", "ageGroup → resources/page.md#agegroup-values"],
  ["[user](https://example.com/user.md)", "user"],
  ["[user](/graph/user)", "user"],
  ["[user](user.md?view=graph-rest-1.0)", "user → resources/user.md"],
  [
    "[invitedUserMessageInfo](invitedusermessageinfo.md",
    "invitedUserMessageInfo → resources/invitedusermessageinfo.md",
  ],
  ["[**user**](user.md) resource", "user → resources/user.md"],
  ["[user resource type](user.md)", "user → resources/user.md"],
  // Names without a link.
  ["recurrenceRange", "recurrenceRange"],
  ["`recurrenceRange`", "recurrenceRange"],
  ["**dateTimeTimeZone**", "dateTimeTimeZone"],
  ["microsoft.graph.callRecords.modality", "microsoft.graph.callRecords.modality"],
  ["#microsoft.graph.user", "microsoft.graph.user"],
  [
    "** Unknown Type `microsoft.management.services.api.operation` ** collection",
    "microsoft.management.services.api.operation[]",
  ],
  // Collections.
  ["String collection", "Edm.String[]"],
  ["[user](user.md) collection. Whoever is on board.", "user[] → resources/user.md"],
  ["string Collection", "Edm.String[]"],
  // References whose definition the page lacks.
  ["[sailor][]", "sailor"],
  ["[sailor][crew] collection", "sailor[]"],
  ["Collection([sailor][])", "sailor[]"],
  ["Collection(String)", "Edm.String[]"],
  ["collection(string)", "Edm.String[]"],
  ["`collection(string)`", "Edm.String[]"],
  ["Collection(Edm.String)", "Edm.String[]"],
  ["Collection of String", "Edm.String[]"],
  ["String[]", "Edm.String[]"],
  ["[user](user.md) collection", "user[] → resources/user.md"],
  ["Collection([user](user.md))", "user[] → resources/user.md"],
  ["collection([user](user.md))", "user[] → resources/user.md"],
  ["Collection of [user](user.md)", "user[] → resources/user.md"],
  ["[Collection of groupSettingTemplate](template.md)", "groupSettingTemplate[] → resources/template.md"],
  ["[user collection](user.md)", "user[] → resources/user.md"],
  ["[user](user.md collection)", "user[] → resources/user.md"],
  ["microsoft.graph.callRecords.modality collection", "microsoft.graph.callRecords.modality[]"],
  ["Collection(microsoft.graph.user)", "microsoft.graph.user[]"],
  ["Collection", "[]"],
  // A name that ends in the word is none.
  ["siteCollection", "siteCollection"],
  ["[ipRangeCollection](iprangecollection.md)", "ipRangeCollection → resources/iprangecollection.md"],
  ["[ipRangeCollection](iprangecollection.md) collection", "ipRangeCollection[] → resources/iprangecollection.md"],
  // Enumerations without a name.
  ["Enumeration", "enum"],
  ["Enum", "enum"],
  ["String (enum)", "enum"],
  ["Collection(Enumeration)", "enum[]"],
  // Two types.
  ["[tape](tape.md) or [disc](disc.md)", "tape → resources/tape.md | disc → resources/disc.md"],
  ["[tape](tape.md), [disc](disc.md)", "tape → resources/tape.md | disc → resources/disc.md"],
  ["[tape](tape.md) or String", "tape → resources/tape.md | Edm.String"],
  ["music.tape or music.disc", "music.tape | music.disc"],
  ["String or Int32", "Edm.String | Edm.Int32"],
  ["(bool, string or number) collection", "Edm.Boolean[] | Edm.String[] | Edm.Double[]"],
  // Words around a type.
  ["Nullable Int32", "Edm.Int32?"],
  ["Nullable<Edm.Int32>", "Edm.Int32?"],
  ["Int32 (nullable)", "Edm.Int32?"],
  ["Int32?", "Edm.Int32?"],
  ["Int32 or null", "Edm.Int32?"],
  ["Not nullable Int32", "Edm.Int32!"],
  ["[user](user.md), nullable", "user? → resources/user.md"],
  ["nullable String collection", "Edm.String[]?"],
  ["String, optional", "Edm.String"],
  ["String - optional", "Edm.String"],
  ["Required String", "Edm.String"],
  ["String¹", "Edm.String"],
  ["List of strings", "Edm.String[]"],
  ["an array of Int32", "Edm.Int32[]"],
  ["Array<String>", "Edm.String[]"],
  ["String list", "Edm.String[]"],
  ["[user](user.md) list", "user[] → resources/user.md"],
  ["[list](list.md)", "list → resources/list.md"],
  ["String (collection)", "Edm.String[]"],
  ["Collection: String", "Edm.String[]"],
  ["Array", "[]"],
  // Notes and formats beside a primitive.
  ["string, longest 20 letters", "Edm.String"],
  ["String(20)", "Edm.String"],
  ["Decimal(10,2)", "Edm.Decimal"],
  ["Int64 (bytes)", "Edm.Int64"],
  ["String. Written by hand.", "Edm.String"],
  ["string (guid)", "Edm.Guid"],
  ["Integer (64-bit)", "Edm.Int64"],
  ["String (url of the boat)", "Edm.String"],
  ["String, Int32", "Edm.String | Edm.Int32"],
  ["String, then Int32 later", "String, then Int32 later"],
  ["number of boats", "number of boats"],
  ["When it sails, as DateTimeOffset", "Edm.DateTimeOffset"],
  // Words that are types in a type cell only.
  ["numeric", "Edm.Decimal"],
  ["Date/Time", "Edm.DateTimeOffset"],
  ["32-bit integer", "Edm.Int32"],
  ["byte[]", "Edm.Binary"],
  ["any", "Edm.Untyped"],
  ["[map](map.md)", "map → resources/map.md"],
  // Words for enumerations.
  ["String enum", "enum"],
  ["Enum (String)", "enum"],
  ["enum boatKind", "boatKind"],
  ["Enumeration (boatKind)", "boatKind"],
];

it.each(cells)("reads the type cell %s", (given, want) => {
  expect(show(parseTypeCell(cellOf(given), FILE))).toBe(want);
});

it("keeps the text as written, and its place", () => {
  const type = parseTypeExpression(cellOf("[user](user.md) collection"), FILE);
  expect(type).toMatchObject({ text: "user collection", place: { file: FILE, line: 3, column: 3 } });
});

it.each(["[card][]", "[card][card]", "[Card]"])("reads the reference-style link %s", (given) => {
  const document = documentOf(`|Type|\n|:---|\n|${given} collection|\n\n[CARD]: ../resources/Card.md\n`);
  const [table] = document.sections[0]?.blocks ?? [];
  const cell = table?.kind === "table" ? table.rows[0]?.cells[0] : undefined;
  expect(cell && show(parseTypeExpression(cell, FILE))).toMatch(/^card\[\] → resources\/card\.md$/i);
});

const names: readonly [given: string, want: string][] = [
  ["microsoft.graph.user", "microsoft.graph.user"],
  ["Collection(microsoft.graph.user)", "microsoft.graph.user[]"],
  ["collection(microsoft.graph.user)", "microsoft.graph.user[]"],
  ["Edm.String", "Edm.String"],
  ["stream", "Edm.Stream"],
];

it.each(names)("reads the annotated type %s", (given, want) => {
  expect(show(typeExpressionOf(given, { file: FILE, line: 1, column: 1 }))).toBe(want);
});

const links: readonly [href: string, target: string | null, anchor: string | null][] = [
  ["user.md", "resources/user.md", null],
  ["../api/User-Get.md#Errors", "api/user-get.md", "errors"],
  ["#values", "resources/page.md", "values"],
  ["./user.md#", "resources/user.md", null],
  ["mailto:ann@example.com", null, null],
  ["https://example.com/user.md", null, null],
  ["/graph/permissions-reference", null, null],
];

it.each(links)("resolves the link %s", (href, target, anchor) => {
  expect(linkTarget(href, FILE)).toEqual({ target, anchor });
});
