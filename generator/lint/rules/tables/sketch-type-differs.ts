import type { TypeExpression } from "../../../page/model.ts";
import { escapePattern, findInFence } from "../../place.ts";
import { pageRule } from "../../rule.ts";

export const sketchTypeDiffers = pageRule({
  name: "sketch-type-differs",
  severity: "warning",
  message: "Unexpected {shown} for {name} in the JSON representation, expected a {stated} as in the table",
  description: "A value in the JSON representation does not have the type that the table states.",
  why: "One of the two is wrong. The table is used, except that a value without quotes is not a string, and that brackets make a list.",
  advice: "Correct the one that is wrong.",
  example: { page: "resources/boat.md", ok: '"isAfloat": true', notOk: '"isAfloat": "String"' },
  check: (page) =>
    page.page.types.flatMap(({ properties, sketch }) =>
      properties.flatMap(({ name, type, relationship, source }) => {
        const member = relationship ? undefined : sketch.find((each) => each.name === name);
        if (member === undefined) return [];
        const stated = kindOf(type);
        const shown = kindOf(member.type);
        if (stated === null || shown === null || stated === shown) return [];
        const place = findInFence(page, member.type.place, new RegExp(`"${escapePattern(name)}"\\s*:`));
        const related = [{ message: "stated here", place: source }];
        return [{ params: { name, shown, stated }, place, related }];
      }),
    ),
});

const NUMBERS = /^Edm\.(?:Int16|Int32|Int64|Double|Single|Decimal|Byte|SByte)$/;

/** JSON type of a type expression: a string, a number, a Boolean, or a list of them; null if it is unknown. */
function kindOf({ primitive, collection, alternatives, enumeration }: TypeExpression): string | null {
  if (primitive === null || alternatives.length > 0 || enumeration) return null;
  if (/Json|Untyped|Any/i.test(primitive)) return null;
  const single = primitive === "Edm.Boolean" ? "Boolean" : NUMBERS.test(primitive) ? "number" : "string";
  return collection ? `list of ${single}s` : single;
}
