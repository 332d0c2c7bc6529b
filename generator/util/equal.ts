/**
 * Whether two values of plain data say the same. What is one object in both is not looked into.
 *
 * @param a JSON, as the models are made of; keys that stand in another order make a difference, as they do in its text
 */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) return Array.isArray(b) && areEqual(a, b);
  return isObject(a) && isObject(b) && !Array.isArray(b) && haveEqualMembers(a, b);
}

type PlainObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is PlainObject {
  return typeof value === "object" && value !== null;
}

function areEqual(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => isEqual(value, b[index]));
}

function haveEqualMembers(a: PlainObject, b: PlainObject): boolean {
  const keys = Object.keys(a);
  const others = Object.keys(b);
  return keys.length === others.length && keys.every((key, index) => key === others[index] && isEqual(a[key], b[key]));
}
