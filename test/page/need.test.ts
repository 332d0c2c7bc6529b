import { expect, it } from "vitest";
import { needOf, type Need } from "../../generator/page/requests/need.ts";

/** Types and descriptions of rows, and when a body needs them. */
const texts: readonly (readonly [text: string, want: Need | null])[] = [
  ["String. Name on the bow.", null],
  ["String. Name on the bow. Required.", "always"],
  ["String. Required. Name on the bow.", "always"],
  ["String. Name on the bow (required).", "always"],
  ["String. Name on the bow. This property is mandatory.", "always"],
  ["String. Name on the bow. Optional.", "sometimes"],
  ["(Optional) String. Name on the bow.", "sometimes"],
  ["Boolean. Whether the sail is optional on this mast.", null],
  // A condition on the row, not on its value.
  ["Boolean. true if the boat is afloat; otherwise, false.", null],
  ["Boolean. Set to true to moor the boat at night.", null],
  ["String. Only needs to be specified when the boat has a mast.", "sometimes"],
  ["String. Required if the boat has a mast.", "sometimes"],
  ["String. This property is required only for boats with a mast.", "sometimes"],
  ["String. If the boat has a mast, its height.", "sometimes"],
  ["String. Height. Can be provided only if the boat has a mast.", "sometimes"],
  ["String. Applies to boats with masts. Specify it unless the mast is down.", "sometimes"],
  ["String. `sail` is currently the only supported value.", null],
  ["String. Only supported for boats with a mast.", "sometimes"],
  // What happens without the row.
  ["String. If this property is not provided, the boat has no name.", "sometimes"],
  ["String. Name. If omitted, the number is the name.", "sometimes"],
  ["String. Name. Can be omitted.", "sometimes"],
  ["String. Berth. By default, the first free one.", "sometimes"],
  ["String. Name. You do not need to repeat it.", "sometimes"],
  // What only a create needs.
  ["String. Name. This property is required when a boat is created.", "create"],
  ["String. Name. Must be specified when you create a boat.", "create"],
  ["String. Name. Required on creation.", "create"],
  ["String. Name, by default that of the owner. It is required when a boat is created.", "create"],
  ["String. Must be specified when creating a boat in the harbour if it has a mast.", "sometimes"],
];

it.each(texts)("reads when a body needs %j", (text, want) => {
  expect(needOf(text)).toBe(want);
});
