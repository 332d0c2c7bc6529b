import { expect, it } from "vitest";
import {
  isClosedList,
  isCombinedList,
  isSupportedList,
  readListedValues,
} from "../../generator/page/types/listed-values.ts";
import { cellOf } from "../support/markdown.ts";

function names(description: string): readonly string[] {
  return readListedValues(cellOf(description)).map(({ name }) => name);
}

const leads = [
  "Possible values are:",
  "The possible values are:",
  "Possible values are",
  "Possible values:",
  "The possible values are",
  "The possible value are",
  "The possible value is:",
  "possible value being",
  "Possible values include",
  "Possible values include:",
  "Supported values are:",
  "Supported values are",
  "The supported values are",
  "The supported values for {period_value} are:",
  "The possible values for this property are:",
  "Allowed values:",
  "Allowed values are",
  "Allowed value is",
  "It must be one of",
  "Can be one of the following:",
  "Can be one of the following values:",
  "Use the valid string values:",
  "The property values are:",
  "One of the following values only:",
  "The typical states include",
  "Type of the gate. Possible values are :",
];

it.each(leads)("finds values after '%s'", (lead) => {
  expect(names(`What it is. ${lead} \`north\`, \`south\`. More follows.`)).toEqual(["north", "south"]);
});

it.each(leads)("finds nothing after '%s' when nothing is listed", (lead) => {
  expect(names(`What it is. ${lead} told by the gatekeeper.`)).toEqual([]);
});

const separators = [", ", ",", " and ", ", and ", " or ", ", or ", "; ", " / ", ",  ", "<br>", ",<br/>"];

it.each(separators)("splits a list at '%s'", (separator) => {
  expect(names(`Possible values are: ${["`a`", "`b`", "`c`"].join(separator)}.`)).toEqual(["a", "b", "c"]);
});

const lists: readonly [given: string, want: readonly string[]][] = [
  ["Possible values are: calm=0, rough=1, and wild=-1.", ["calm", "rough", "wild"]],
  [
    "Possible values are `knot1` through `knot3` and `bend7` through `9`.",
    ["knot1", "knot2", "knot3", "bend7", "bend8", "bend9"],
  ],
  ["Possible values are `dawn` through `dusk`.", ["dawn", "dusk"]],
  ["Possible values for the **gate** property are `north` and `south`.", ["north", "south"]],
  ["One of the following for **gate**: `north`, `south`.", ["north", "south"]],
  ["Shows the type: **gate** or door.", []],
  // Marks.
  ["Possible values are: `eq`.", ["eq"]],
  ["Possible values are: **north**, **south**.", ["north", "south"]],
  ["Possible values are: *north*, *south*.", ["north", "south"]],
  ["Possible values are: *Binary, Boolean, Integer* or *String*.", ["Binary", "Boolean", "Integer", "String"]],
  ["Possible values are: 'north', 'south'.", ["north", "south"]],
  ['Possible values are: "north", "south".', ["north", "south"]],
  ["Possible values are: “north”, “south”.", ["north", "south"]],
  ["Possible values are: north, south, east.", ["north", "south", "east"]],
  ["The supported values are: D7, D30, D90, and D180. The format is D*n*.", ["D7", "D30", "D90", "D180"]],
  ["Possible values are: [`north`](north.md), [`south`](south.md).", ["north", "south"]],
  [
    "The possible values are: <ul><li>`north`</li><li>`south`</li></ul>", //
    ["north", "south"],
  ],
  ["Possible values:<br/>`north`<br/>`south`", ["north", "south"]],
  ["Possible values are:<li/>**north**<li/>**south**", ["north", "south"]],
  // Where the list stands.
  ["Gate. Inherited from [door](door.md). Possible values are: `north`, `south`.", ["north", "south"]],
  ["Possible values are: `north`, `south`", ["north", "south"]],
  ["Possible values are: `north`, `south`, and more to come.", ["north", "south"]],
  [
    "The possible values listed twice: Auto (default), Rows. The possible values are: `Auto`, `Rows`.",
    ["Auto", "Rows"],
  ],
  ["`north` is the default setting. Possible values are: `north`, `south`.", ["north", "south"]],
  ["Possible values are: `north`, `south`. The default value is `north`.", ["north", "south"]],
  [
    "Possible values are: `north`, `south`, `unknownFutureValue`. Use `Prefer: x` to get: `east`.",
    ["north", "south", "unknownFutureValue"],
  ],
  // Spellings of values.
  ["Possible values are: `Business Management`, `Closed in IPC`.", ["Business Management", "Closed in IPC"]],
  ["Possible values are: `E-commerce`, `1.1`, `urn:user:register`.", ["E-commerce", "1.1", "urn:user:register"]],
  ["Possible values are: `assignedUnkownState`.", ["assignedUnkownState"]],
  // Glosses.
  ["Possible values are: `null` (default value), `NotDisabled`.", ["NotDisabled"]],
  ["Possible values are: `after` (default) or `before`.", ["after", "before"]],
  ["Possible values are: `standard` - All may come, `private` - Some may come.", ["standard", "private"]],
  [
    "Possible values are: `north` (by the river), `south` (by the road; closed in winter), `east`.",
    ["north", "south", "east"],
  ],
  ["Possible values are: `Public`, `Private`, or empty (which is read as `Public`).", ["Public", "Private"]],
  ["Possible values are: `0`, `1`, `null`.", ["0", "1"]],
  ["Possible values are: `north`, `south`, `etc.`", ["north", "south"]],
  // Sentences that consist of values.
  ["Color of the gate. `red` or `green`. Red if omitted.", ["red", "green"]],
  ["`red`, `blue`, or `green`", ["red", "blue", "green"]],
  ["Open it with values _left_, _right_, or _both_, to go on.", ["left", "right", "both"]],
  ["Color of the gate, `red` or `green`.", []],
  ["Color. `red` or `green` gates are rare.", []],
  // No values.
  ["Valid values 4 to 16.", []],
  ["Valid values 1 to 365", []],
  ["Supported values are 11-1800. Valid values 11 to 1800", []],
  ["Supports `$filter` (`eq`, `ne`, `NOT`, `ge`, `le`, `in`, `startsWith`).", []],
  ["For all possible values see [the list](list.md).", []],
  ["See below for possible values.", []],
  ["Values of `north` come from the river.", []],
  ["What the gate is made of.", []],
  ["Possible values are between `1` and `5`.", []],
];

it.each(lists)("reads '%s'", (given, want) => {
  expect(names(given)).toEqual(want);
});

const glosses: readonly [given: string, want: readonly (readonly [name: string, gloss: string | null])[]][] = [
  [
    "Possible values are: `standard` - All may come, `private` - Some may come.",
    [
      ["standard", "All may come"],
      ["private", "Some may come."],
    ],
  ],
  [
    "Possible values are: <ul><li>`north` – By the river.</li><li>`south`: By the road.</li></ul>",
    [
      ["north", "By the river."],
      ["south", "By the road."],
    ],
  ],
  [
    "Possible values are: `after` (default) or `before`.",
    [
      ["after", "default"],
      ["before", null],
    ],
  ],
];

it.each(glosses)("keeps what is said of a value in '%s'", (given, want) => {
  expect(readListedValues(cellOf(given)).map(({ name, description }) => [name, description])).toEqual(want);
});

const combinations: readonly [description: string, combined: boolean][] = [
  ["Possible values are: `north`, `south`. Several values may be given, with commas between them.", false],
  ["Several values can be combined in a comma-separated list.", true],
  ["An enumeration of flags. Possible values are: `north`, `south`.", true],
  ["Possible values are: `north`, `south`.", false],
];

it.each(combinations)("knows whether '%s' combines values", (description, combined) => {
  expect(isCombinedList(cellOf(description))).toBe(combined);
});

const closings: readonly [description: string, closed: boolean][] = [
  ["Possible values are: `north`, `south`.", true],
  ["The possible value is `north`.", true],
  ["Supported values are: `north`, `south`.", false],
  ["Possible values include `north`.", false],
  ["Must be one of `north` or `south`.", false],
];

it.each(closings)("knows whether '%s' leaves room for other values", (description, closed) => {
  expect(isClosedList(cellOf(description))).toBe(closed);
});

it.each([
  ["Supported values are: `a`, `b`.", true],
  ["Allowed values: `a`, `b`.", true],
  ["Must be one of `a` or `b`.", true],
  ["Possible values are: `a`, `b`.", false],
])("finds that %j lists what is supported: %s", (given, want) => {
  expect(isSupportedList(cellOf(given))).toBe(want);
});
