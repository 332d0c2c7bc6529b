/** Placeholders on pages: `{id}`, `{id | name}`, `<id>` or an empty string. */
const PAGE_PLACEHOLDER = /^(?:\{[^{}]*\}|<[^<>]*>)?$/;

/** A readable placeholder for a value that is missing from an example: `deviceId` becomes `DEVICE_ID`. */
export function placeholder(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").split(/[^A-Za-z0-9]+/);
  const joined = words.filter((word) => word !== "").join("_");
  return joined === "" ? "VALUE" : joined.toUpperCase();
}

/** A placeholder within a text; a GUID in braces is a value. */
const INNER = /\{(?![0-9a-f-]{36}\})([A-Za-z][\w -]*)\}/g;

/** The value of a query option, with readable placeholders in place of those of the page. */
export function withPlaceholders(text: string, name: string): string {
  if (/^(?:\.\.\.|…)$/.test(text.trim())) return placeholder(name);
  return orPlaceholder(text, name).replace(INNER, (_, inner: string) => placeholder(inner));
}

/** The value of an example, or a readable placeholder if the value is a placeholder of the page. */
export function orPlaceholder(text: string, name: string): string {
  return PAGE_PLACEHOLDER.test(text.trim()) ? placeholder(name) : text;
}
