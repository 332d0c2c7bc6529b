import { expect, it } from "vitest";
import { createCollector } from "../../generator/diagnostics/diagnostic.ts";
import {
  readNamedOptions,
  readNamedParameters,
  reportMisspeltOptions,
} from "../../generator/page/requests/query-options.ts";
import { sectionOf } from "../support/markdown.ts";

const texts: readonly [text: string, names: string][] = [
  ["Supports the `$select` and `$expand` query options.", "$select $expand"],
  ["Use $top and **$skip** to page.", "$top $skip"],
  ["Options:\n\n- `$filter` on the name\n- `$orderBy`", "$filter $orderby"],
  ["Supports `$select`. Leave out `$select` to get all.", "$select"],
  ["> [!NOTE]\n> Only at high tide.\nSupports `$top`.", "$top"],
  ["The default answer has all hulls. Valid `expand` values are `hulls` and `sails`.", "$expand"],
  ["Select a harbor to count the boats in it.", ""],
  ["This method does not support `$filter`.", ""],
  ["Doesn't take `$count`.", ""],
  ["Supports `$select`. Filtering is not possible: no `$filter`.", "$select"],
  ["Any of the options of OData except `$search`.", ""],
  ["The address ends in `$value` or `$ref`.", ""],
  ["Costs US$topsy.", ""],
];

it.each(texts)("finds in '%s' the options '%s'", (text, names) => {
  const found = readNamedOptions([sectionOf(text)], new Set());
  expect(found.map(({ name }) => name).join(" ")).toBe(names);
});

it("leaves a table's options to the table", () => {
  expect(readNamedOptions([sectionOf("Supports `$top`.")], new Set(["$top"]))).toEqual([]);
});

it("types what is no text", () => {
  const found = readNamedOptions([sectionOf("Supports `$top`, `$count` and `$select`.")], new Set());
  expect(found.map(({ type }) => type.primitive)).toEqual(["Edm.Int32", "Edm.Boolean", "Edm.String"]);
});

const named: readonly [text: string, parameter: string | null][] = [
  ["To sort, add a query parameter named @tide.order with values _up_ or _down_.", "@tide.order up down"],
  ["Add a query parameter called `order`.", "order"],
  ["Use the `order` query string parameter to sort.", "order"],
  ["Use the _select_ query string parameter to get fewer members.", "$select"],
  ["You cannot use the `order` query parameter here.", null],
  ["The `order` query parameter of another call.", null],
];

it.each(named)("finds in '%s' the parameter %s", (text, parameter) => {
  const [found] = readNamedParameters([sectionOf(text)], new Set());
  const shown = found === undefined ? null : [found.name, ...found.values.map(({ name }) => name)].join(" ");
  expect(shown).toBe(parameter);
});

it("leaves a named parameter that is listed to the list", () => {
  expect(readNamedParameters([sectionOf("Add a query parameter named `order`.")], new Set(["order"]))).toEqual([]);
});

const misspelt: readonly [text: string, found: string][] = [
  ["Supports `$fliter` and `$expand`.", "$fliter → $filter"],
  ["Supports `$otp`.", "$otp → $top"],
  ["Supports `$ expand`.", "$ expand → $expand"],
  ["Supports `%24top` and `＄skip`.", "%24top → $top, ＄skip → $skip"],
  ["Ends in `$value` or `$ref`, costs US$tops.", ""],
];

it.each(misspelt)("reports in '%s' the options '%s'", (text, want) => {
  const collector = createCollector();
  reportMisspeltOptions([sectionOf(text)], collector);
  const [, found] = collector.wrap(null);
  const shown = found.map(({ message }) => message.replace("Unexpected query option ", "").replace(", expected", " →"));
  expect(shown.join(", ")).toBe(want);
});
