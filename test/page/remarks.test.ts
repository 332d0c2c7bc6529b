import { expect, it } from "vitest";
import { toMarkdown } from "../../generator/page/content/description.ts";
import { deprecation, readRemarks, retirement, type Remarks } from "../../generator/page/types/remarks.ts";
import { cellOf } from "../support/markdown.ts";

const SILENT: Remarks = {
  readOnly: false,
  required: false,
  nullable: null,
  key: false,
  deprecated: null,
  default: null,
  inheritedFrom: null,
};

function remarksOf(description: string): Remarks {
  const cell = cellOf(description);
  return readRemarks(cell, toMarkdown(cell));
}

const remarks: readonly [given: string, want: Partial<Remarks>][] = [
  // Read-only.
  ["Number of the card. Read-only.", { readOnly: true }],
  ["Number of the card. Read only", { readOnly: true }],
  ["Number of the card. Read-Only.", { readOnly: true }],
  ["Number of the card. Readonly.", { readOnly: true }],
  ["Read-only. Number of the card.", { readOnly: true }],
  ["Number of the card (read-only).", { readOnly: true }],
  ["State. This property is read-only. Possible values are: `a`, `b`.", { readOnly: true }],
  ["Number of the card. Read-only; cannot be changed.", { readOnly: true }],
  ["Read-only for cards that come from elsewhere.", {}],
  ["Is read-only and set by the desk.", { readOnly: true }],
  ["Opens the card in a read-only view.", {}],
  // Required.
  ["Name on the card. Required.", { required: true }],
  ["Required. Name on the card.", { required: true }],
  ["Name on the card (Required)", { required: true }],
  ["Name on the card. **Required**.", { required: true }],
  ["Name on the card. *Required*", { required: true }],
  ["Name on the card. This property is required.", { required: true }],
  ["Required when the reader is a child.", {}],
  ["This property is required when a card is made.", {}],
  ["Required on create.", { required: true }],
  ["Supports `$filter`. Required for creation. Immutable.", { required: true }],
  ["Required password type.", {}],
  ["One of `required`, `optional`.", {}],
  ["It is not required.", {}],
  ["Optional. Name on the card.", {}],
  // Null.
  ["Pages of the book. Nullable.", { nullable: true }],
  ["Pages of the book. Not nullable.", { nullable: false }],
  ["Pages of the book, not nullable", { nullable: false }],
  ["Pages of the book. Cannot be null.", { nullable: false }],
  ["Read-only. Nullable.", { readOnly: true, nullable: true }],
  // Key.
  ["Key of the entity.", { key: true }],
  ["Key. Not nullable. Read-only.", { key: true, nullable: false, readOnly: true }],
  ["Key, Not nullable", { key: true, nullable: false }],
  ["Unique key", { key: true }],
  ["Key that opens the door.", {}],
  ["Identifier of the key.", {}],
  // Default.
  ["Whether it is open. Default value is `false`.", { default: "false" }],
  ["Whether it is open. Default is false.", { default: "false" }],
  ["Number of pages. The default value is 1.", { default: "1" }],
  ["Number of pages. Defaults to 10 pages.", { default: "10" }],
  ['End. The default value is "start + 2 years".', { default: "start + 2 years" }],
  ["Whether it is open. Optional, default value is `true`", { default: "true" }],
  ["Side of the gate: `left` (default) or `right`.", { default: "left" }],
  ["Opened by default.", {}],
  ["The default colour of the cover.", {}],
  // Not for all.
  ["Not yet documented", {}],
  ["Supports `$filter` (`eq`, `ne`, `NOT`).", {}],
  ["<br><br>Returned only on `$select`.", {}],
];

it.each(remarks)("reads '%s'", (given, want) => {
  expect(remarksOf(given)).toEqual({ ...SILENT, ...want });
});

const inherited: readonly [given: string, name: string | null, target: string | null][] = [
  ["Key of the app. Inherited from [mobileApp](mobileapp.md)", "mobileApp", "resources/mobileapp.md"],
  ["Name of the app Inherited from [mobileApp](../resources/mobileApp.md)", "mobileApp", "resources/mobileapp.md"],
  ["Inherited from [mobileApp](mobileapp.md). Possible values are: `a`, `b`.", "mobileApp", "resources/mobileapp.md"],
  ["Inherited from the [mobileApp](mobileapp.md) resource.", "mobileApp", "resources/mobileapp.md"],
  ["Inherited from microsoft.graph.entity.", "microsoft.graph.entity", null],
  ["Inherited from **entity**.", "entity", null],
  ["Permissions that are inherited from the folder above.", null, null],
  ["Tells whether the folder inherits.", null, null],
  ["Where it is `inheritedFrom`.", null, null],
];

it.each(inherited)("finds the ancestor in '%s'", (given, name, target) => {
  const { inheritedFrom } = remarksOf(given);
  expect([inheritedFrom?.name ?? null, inheritedFrom?.target ?? null]).toEqual([name, target]);
});

const deprecated: readonly [given: string, want: string | null][] = [
  ["[Deprecated] Use the card instead.", "[Deprecated] Use the card instead."],
  ["Deprecated -- use the card.", "Deprecated -- use the card."],
  ["The shelf. This property is deprecated. Use the card.", "This property is deprecated. Use the card."],
  ["This property will be deprecated in July 2019.", "This property will be deprecated in July 2019."],
  ["Number. It is obsolete, use the card instead.", "It is obsolete, use the card instead."],
  ["The card has been deprecated and goes away.", "The card has been deprecated and goes away."],
  ["It is deprecated. The card is better.", "It is deprecated."],
  ["It is deprecated. See the card instead. It is new.", "It is deprecated. See the card instead."],
  ["State of the card, such as Deprecated.", null],
  ["No longer synced.", null],
  ["Number of deprecated cards.", null],
];

it.each(deprecated)("tells what is deprecated in '%s'", (given, want) => {
  expect(deprecation(given)).toBe(want);
});

it.each([
  ["Borrow by post (retired)", ["Lends by post. This way is now retired."], "This way is now retired."],
  ["Borrow by post (retired)", ["Lends by post."], "Borrow by post (retired)"],
  ["Borrow for retired readers", ["Retired readers borrow for free."], null],
])("reads of the title '%s' and %j the retirement %s", (title, texts, want) => {
  expect(retirement(title, texts)).toBe(want);
});
