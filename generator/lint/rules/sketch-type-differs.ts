import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { TypeExpression } from "../../page/model.ts";
import type { PageRule } from "../model.ts";
import { escapePattern, findInFence } from "../place.ts";

/** A value of the JSON representation is of another kind than the type that the table states. */
export const sketchTypeDiffers: PageRule = {
  name: "sketch-type-differs",
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
        return [createDiagnostic("sketch-type-differs", { name, shown, stated }, place, related)];
      }),
    ),
};

const NUMBERS = /^Edm\.(?:Int16|Int32|Int64|Double|Single|Decimal|Byte|SByte)$/;

/** What JSON has of a type: text, a number, a truth value, or a list of them; null where it cannot be told. */
function kindOf({ primitive, collection, alternatives, enumeration }: TypeExpression): string | null {
  if (primitive === null || alternatives.length > 0 || enumeration) return null;
  if (/Json|Untyped|Any/i.test(primitive)) return null;
  const single = primitive === "Edm.Boolean" ? "truth value" : NUMBERS.test(primitive) ? "number" : "text";
  return collection ? `list of ${single}s` : single;
}
