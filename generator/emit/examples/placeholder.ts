/** Placeholders on pages: `{id}`, `{id | name}`, `<id>` or an empty string. */
const PAGE_PLACEHOLDER = /^(?:\{[^{}]*\}|<[^<>]*>)?$/;

/** A readable placeholder for a value that is missing from an example: `deviceId` becomes `DEVICE_ID`. */
export function placeholder(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").split(/[^A-Za-z0-9]+/);
  const joined = words.filter((word) => word !== "").join("_");
  return joined === "" ? "VALUE" : joined.toUpperCase();
}

/** The value of an example, or a readable placeholder if the value is a placeholder of the page. */
export function orPlaceholder(text: string, name: string): string {
  return PAGE_PLACEHOLDER.test(text.trim()) ? placeholder(name) : text;
}
