/** `{id}`, `{id | name}`, `<id>` and nothing at all: what pages write where a value belongs. */
const PLACEHOLDER = /^(?:\{[^{}]*\}|<[^<>]*>)?$/;

/** A readable stand-in for a value that an example lacks: `deviceId` becomes `DEVICE_ID`. */
export function standIn(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").split(/[^A-Za-z0-9]+/);
  const joined = words.filter((word) => word !== "").join("_");
  return joined === "" ? "VALUE" : joined.toUpperCase();
}

/** The value of an example, or a stand-in where the page writes a placeholder. */
export function orStandIn(text: string, name: string): string {
  return PLACEHOLDER.test(text.trim()) ? standIn(name) : text;
}
