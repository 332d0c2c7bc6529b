import { expect, it } from "vitest";
import { withoutBases } from "../../generator/emit/text/inheritance.ts";
import { readable } from "../../generator/emit/text/readable.ts";

interface Case {
  readonly given: string;
  readonly want: string;
}

const pointers: readonly (readonly [string, Case])[] = [
  ["a sentence", { given: "Size of the hive. See the table below. Read-only.", want: "Size of the hive. Read-only." }],
  ["the only sentence", { given: "Valid values are listed in the following table.", want: "" }],
  ["a reason", { given: "How to show it. See below for more. Required.", want: "How to show it. Required." }],
  ["a clause", { given: "Starts a walk, as described below.", want: "Starts a walk." }],
  ["a clause in parentheses", { given: "Names a cell (see example 2) or a row.", want: "Names a cell or a row." }],
  [
    "a clause before others",
    { given: "One of the sizes listed below or your own.", want: "One of the sizes or your own." },
  ],
  ["a section", { given: "Some are returned, as noted in the Properties section.", want: "Some are returned." }],
  ["the page itself", { given: "This topic describes the methods of a hive.\n\nA hive.", want: "A hive." }],
  ["code that is missing", { given: "Use the following request:", want: "" }],
  [
    "what a colon introduced",
    { given: "Get the page by its name:\n\nIt is short.", want: "Get the page by its name.\n\nIt is short." },
  ],
];

it.each(pointers)("removes what points at a place that a comment lacks: %s", (_, { given, want }) => {
  expect(readable(given)).toBe(want);
});

it.each([
  ["a list that follows", "A hive is one of the following:\n\n- A box\n- A log"],
  ["values that follow", "One of the following values: `box`, `log`."],
  ["a place in the data", "Creates a page in the specified section. Rows below the inserted row move."],
  ["a measure", "The height above sea level. Ages 4 and above."],
  ["a position", "The text is displayed below the icon, next to the logo image."],
  ["an article", "For a list of hives, see Hives of the world."],
  ["a link", "See [the table](https://example.com/hives) below."],
  ["a table of permissions", "| Type | In |\n| :--- | :--- |\n| Application |  |"],
])("keeps %s", (_, text) => {
  expect(readable(text)).toBe(text);
});

const markup: readonly (readonly [string, Case])[] = [
  ["a name", { given: "The **hiveId** of the **bee**.", want: "The `hiveId` of the `bee`." }],
  [
    "a stressed word",
    { given: "It **cannot** return. **Note:** it _must_ not.", want: "It cannot return. Note: it must not." },
  ],
  ["a term", { given: "A _worker_ is a bee; _null_ is none.", want: "A worker is a bee; `null` is none." }],
  ["a sentence without a space before it", { given: "It was born.The hive", want: "It was born. The hive" }],
  ["a permission", { given: "Needs hive.Read or Hive.The rights.", want: "Needs hive.Read or Hive.The rights." }],
  [
    "an article",
    { given: "Gets a apiaryHive, an beeHive and a hive.", want: "Gets an apiaryHive, a beeHive and a hive." },
  ],
  ["a broken line", { given: "A bee flies\nto the hive.\nIt rests.", want: "A bee flies to the hive.\nIt rests." }],
  ["a heading", { given: "**How bees fly**\n\nThey fly.", want: "They fly." }],
  ["a possessive", { given: "The **bee**'s hive", want: "The `bee`'s hive" }],
  ["emphasis in code", { given: "The `**bee**` of `_x_`", want: "The `**bee**` of `_x_`" }],
  ["an element", { given: "Use <server>:<port>.", want: "Use `<server>:<port>`." }],
  ["a wildcard", { given: "A file (*.wax | *.comb).", want: "A file (`*.wax` | `*.comb`)." }],
  ["a backslash", { given: "An account (hive\\bee) works.", want: "An account (`hive\\bee`) works." }],
  ["an at sign", { given: "Bees that are @mentioned", want: "Bees that are `@mentioned`" }],
  ["an image", { given: "A bee. ![A bee](bee.png)", want: "A bee." }],
  ["a footnote", { given: "A bee[^1] flies.", want: "A bee flies." }],
  ["a lost reference", { given: "A [bee][1] flies.", want: "A bee flies." }],
  ["a space before a dot", { given: "A bee .", want: "A bee." }],
  [
    "an inherited property with values",
    { given: "Name Inherited from insect. One of `a`.", want: "Name. One of `a`." },
  ],
  ["an inherited property", { given: "Name of the bee. Inherited from insect", want: "Name of the bee." }],
];

it.each(markup)("writes %s as an author of comments does", (_, { given, want }) => {
  expect(readable(given)).toBe(want);
});

const bases: readonly (readonly [string, Case])[] = [
  ["a paragraph", { given: "A bee.\n\nInherits from insect.\n\nIt flies.", want: "A bee.\n\nIt flies." }],
  ["a sentence", { given: "A bee. Derived from the insect type.", want: "A bee." }],
  ["a base of the base", { given: "A bee. Inherits from animal.", want: "A bee." }],
  ["words", { given: "A bee. Inherits from Winged Thing.", want: "A bee." }],
  ["a clause", { given: "A bee, derived from insect.", want: "A bee." }],
  ["another type", { given: "A bee. Inherits from plant.", want: "A bee. Inherits from plant." }],
];

it.each(bases)("leaves the bases of a type to its declaration: %s", (_, { given, want }) => {
  expect(withoutBases(given, ["zoo.insect", "zoo.animal", "zoo.wingedThing"])).toBe(want);
});
