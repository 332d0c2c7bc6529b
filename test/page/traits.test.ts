import { expect, it } from "vitest";
import { readStatedBase } from "../../generator/page/types/base-type.ts";
import { readDerivedTypes } from "../../generator/page/types/derived-types.ts";
import { readTraits, type Traits } from "../../generator/page/types/traits.ts";
import { documentOf } from "../support/markdown.ts";

function page(introduction: string, properties = ""): string {
  return `# lamp resource type\n\n${introduction}\n\n## Properties\n\n${properties}\n\n|Property|Type|Description|\n|:---|:---|:---|\n|id|String|Key.|\n`;
}

const hall = "[hallLamp](halllamp.md)";
const desk = "[deskLamp](../resources/desklamp.md)";

const derived: readonly [given: string, want: readonly string[]][] = [
  [`This is the base type for ${hall} and ${desk}.`, ["hallLamp", "deskLamp"]],
  [`Base entity of the ${hall}, the ${desk}.`, ["hallLamp", "deskLamp"]],
  [`Superclass of ${hall}.`, ["hallLamp"]],
  [`Lights a place. It is the base type for lamps in rooms such as ${hall} and ${desk}.`, ["hallLamp", "deskLamp"]],
  [`A base type for everything that glows, for example, ${hall}, ${desk}.`, ["hallLamp", "deskLamp"]],
  [`This is a base type for a light in a house, which can be a ${hall} or a ${desk}.`, ["hallLamp", "deskLamp"]],
  [`An abstract type that is inherited by ${hall}.`, ["hallLamp"]],
  [`Lamps. The derived types are ${hall} and ${desk}.`, ["hallLamp", "deskLamp"]],
  [`The ${hall} and ${desk} types inherit from this type.`, ["hallLamp", "deskLamp"]],
  [`${hall} derives from it.`, ["hallLamp"]],
  [`It is the base type for the following resources:\n\n- ${hall}\n- ${desk}`, ["hallLamp", "deskLamp"]],
  [`It is the base class for each kind of lamp:\n\n|Lamp|Use|\n|:---|:---|\n|${hall}|Halls|`, ["hallLamp"]],
  // No statement about subtypes.
  [`Base type for the light in the ${hall} of a house.`, []],
  [`A lamp can be a ${hall}.`, []],
  [`Lamps are of several kinds:\n\n- ${hall}`, []],
  [`It inherits from ${hall}.`, []],
];

it.each(derived)("reads the derived types of %j", (given, want) => {
  const found = readDerivedTypes(documentOf(page(given)));
  expect(found.map(({ name }) => name)).toEqual(want);
});

const bases: readonly [given: string, want: string | null][] = [
  [`Inherits from ${hall}.`, "hallLamp"],
  [`It is a derivative of ${hall}.`, "hallLamp"],
  [`This is a derived type of ${hall}.`, "hallLamp"],
  [`A sub-class of ${hall}.`, "hallLamp"],
  ["Is a subclass of hallLamp.", "hallLamp"],
  ["It burns and inherits from the base lamp type.", "lampBase"],
  // The sentence is about another type.
  [`${desk} inherits from ${hall}.`, null],
  [`The ${desk} type is derived from ${hall}.`, null],
];

it.each(bases)("reads the base in %j", (given, want) => {
  expect(readStatedBase(documentOf(page(given)))?.name ?? null).toBe(want);
});

it("reads the base that a paragraph above a second table names", () => {
  const table = "|Property|Type|Description|\n|:---|:---|:---|\n|glow|String|Glow.|";
  const text = page("A lamp.", `${table}\n\nThe following properties are inherited from **[light][]**.`);
  expect(readStatedBase(documentOf(`${text}\n[light]: light.md\n`))?.name).toBe("light");
});

const traits: readonly [given: string, want: Partial<Traits>][] = [
  ["A lamp.", {}],
  ["An abstract type that holds what lamps share.", { abstract: true }],
  ["Represents an abstract base class of lamps.", { abstract: true, base: true }],
  ["This superclass is abstract.", { abstract: true }],
  ["> **Note:** This complex type is abstract. See the lamps.", { abstract: true }],
  ["You cannot instantiate a lamp; make a hall lamp.", { abstract: true }],
  ["A type of lamp that will never be instantiated.", { abstract: true }],
  ["Lamps can't be created directly.", { abstract: true }],
  // The abstract thing is another one, or no type.
  ["It derives from the abstract type of lights.", {}],
  ["Represents an abstract idea of a lamp.", {}],
  ["A setting for an abstract lamp.", {}],
  ["The base type for lamps.", { base: true }],
  ["Lamp base class for halls and desks.", { base: true }],
  ["Inherits from the base class of lights.", {}],
  ["This is an open type. Each property is a lamp.", { open: true }],
  ["This is an _open type_ of lamps.", { open: true }],
  ["It is an OData v4 open entity type.", { open: true }],
  ["This type allows dynamic properties.", { open: true }],
  ["Lamps support additional properties.", { open: true }],
  ["Some makers specify additional custom properties.", { open: true }],
  ["Additional properties may be present.", { open: true }],
  ["A lamp may contain arbitrary properties.", { open: true }],
  ["A property bag for lamps.", { open: true }],
  // Another type is open, or the type is not open yet.
  ["It is used in the open type [lamps](lamps.md).", {}],
  ["A later version may have additional properties in the future.", {}],
  ["Contains additional properties of the lamp.", {}],
  ["Lets you add your own data to custom properties using [extensions](/x).", { extensible: true }],
  ["Supports:\n\n- Adding your own data as custom properties as [extensions](/x).", { extensible: true }],
  ["Adding your data as custom properties in [open extensions](/x).", {}],
];

it.each(traits)("reads the traits in %j", (given, want) => {
  const silent: Traits = { abstract: false, base: false, open: false, extensible: false };
  expect(readTraits(documentOf(page(given)))).toEqual({ ...silent, ...want });
});

it("reads an open type from its title, and from the text above its properties", () => {
  expect(readTraits(documentOf("# lamp resource type (Open Type)\n")).open).toBe(true);
  expect(readTraits(documentOf(page("A lamp.", "It also allows additional properties."))).open).toBe(true);
});
