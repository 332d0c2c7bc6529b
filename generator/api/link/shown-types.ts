import { groupBy } from "../../util/group.ts";
import type { PropertyFacts, SketchMember, TypeExpression } from "../../page/model.ts";

/** Types of values that JSON writes without quotes. */
const UNQUOTED = /^Edm\.(?:Boolean|Byte|Decimal|Double|Int16|Int32|Int64|SByte|Single)$/;

/**
 * Corrects rows by the JSON representation, which shows what is sent: a value without quotes is not a string, and
 * brackets make a list.
 *
 * @param rows rows of one statement about a type
 * @param sketch members of its JSON representation
 * @returns the rows in their order
 */
export function useShownTypes(
  rows: readonly PropertyFacts[],
  sketch: readonly SketchMember[],
): readonly PropertyFacts[] {
  const members = new Map(sketch.map((member) => [member.name, member]));
  const named = groupBy(rows, ({ name }) => name);
  return rows.map((row) => {
    const shown = members.get(row.name)?.type;
    const isTwice = named.get(row.name)?.length !== 1;
    // Rows that contradict each other are reported instead.
    if (shown === undefined || isTwice || row.type.alternatives.length > 0) return row;
    if (isSame(row.type, shown)) return { ...row, type: { ...row.type, collection: shown.collection } };
    return isUnquotedString(row.type, shown) ? { ...row, type: { ...row.type, primitive: shown.primitive } } : row;
  });
}

/** Whether both are the same type, one of which may be a list. */
function isSame(stated: TypeExpression, shown: TypeExpression): boolean {
  if (stated.primitive !== null || shown.primitive !== null) return stated.primitive === shown.primitive;
  return stated.name !== "" && simpleName(stated) === simpleName(shown);
}

function simpleName({ name }: TypeExpression): string {
  return name.slice(name.lastIndexOf(".") + 1).toLowerCase();
}

function isUnquotedString(stated: TypeExpression, shown: TypeExpression): boolean {
  const isUnquoted = shown.primitive !== null && UNQUOTED.test(shown.primitive);
  return stated.primitive === "Edm.String" && isUnquoted && stated.collection === shown.collection;
}
