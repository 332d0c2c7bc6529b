import type { Json } from "../../api/model.ts";
import { prose } from "../syntax/doc.ts";
import { BOOLEAN, NUMBER, STRING, UNKNOWN, type Member, type TypeExpression } from "../syntax/type-expression.ts";

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** The type that can be inferred from an example value with certainty: only its kind. */
function jsonType(value: Json): TypeExpression {
  if (typeof value === "string") return STRING;
  if (typeof value === "number") return NUMBER;
  if (typeof value === "boolean") return BOOLEAN;
  if (!isList(value)) return UNKNOWN;
  const kinds = new Set(value.map((item) => typeof item));
  const [first] = value;
  return { kind: "array", item: kinds.size === 1 && first !== undefined ? jsonType(first) : UNKNOWN };
}

/** A member for a property that occurs only in an example. */
export function jsonMember(name: string, value: Json): Member {
  return { name, type: jsonType(value), optional: true, doc: prose("Documented only by the example of the page.") };
}
