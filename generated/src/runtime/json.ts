import type { JsonFormat } from "./json-format.js";

/**
 * A string, or a number. Strings are matched so that the numbers in them are not. A string without an end is matched as
 * well, because the search for its end would start again at each of its quotes.
 */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"?|-?\d[\d.eE+-]*/g;

function isInexact(token: string): boolean {
  return /^-?[1-9]\d*$/.test(token) && !Number.isSafeInteger(Number(token));
}

/** Creates text that no string of a response starts with, because nobody can guess it. */
function createMark(): string {
  return `${crypto.getRandomValues(new Uint32Array(4)).join("-")}:`;
}

/**
 * JSON that keeps every integer exact. By default, integers beyond ±2^53 are rounded. With this format, such an integer
 * is a `bigint`, and a `bigint` in a body is sent as an integer. Other numbers stay numbers.
 *
 * @example
 * ```ts
 * const client = createClient({ json: exactIntegers });
 * const { size } = await getDriveItem(client, { path: { driveItemId } });
 * const bytes = BigInt(size ?? 0);
 * ```
 * @example The types of such properties, once in the program
 * ```ts
 * declare module "graph-client/runtime" {
 *   interface NumberTypes {
 *     int64: number | bigint;
 *   }
 * }
 * ```
 */
export const exactIntegers: JsonFormat = {
  parse(text) {
    const mark = createMark();
    const marked = text.replace(TOKEN, (token) => (isInexact(token) ? `"${mark}${token}"` : token));
    const value: unknown = JSON.parse(marked, (_, inner: unknown) =>
      typeof inner === "string" && inner.startsWith(mark)
        ? BigInt(inner.slice(mark.length))
        : inner,
    );
    return value;
  },
  stringify(value) {
    const mark = createMark();
    const text: unknown = JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === "bigint" ? `${mark}${String(inner)}` : inner,
    );
    if (typeof text !== "string") return undefined;
    return text.replaceAll(new RegExp(`"${mark}(-?\\d+)"`, "g"), "$1");
  },
};
