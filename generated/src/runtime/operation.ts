import type { RequestBody } from "./body.js";
import { RequestError } from "./error.js";
import type { CallOptions } from "./options.js";

/** Value of a placeholder in a path. */
export type PathValue = string | number | boolean;

/** Values of the placeholders in a path, by name. */
export type PathValues = Readonly<Record<string, PathValue>>;

/** One URL of an operation. */
export interface Route {
  readonly method: string;
  /** Path below the base URL with placeholders: `{name}`, `{name:quoted}`, `{name:filePath}`. */
  readonly path: string;
  /** Name by which callers select the URL, if it is not the path. */
  readonly name?: string;
  /** Query options that are part of the URL. */
  readonly query?: Readonly<Record<string, string>>;
  /** Whether this URL returns content although other URLs of the operation return JSON. */
  readonly content?: boolean;
}

/** Description of an operation, which each request function passes to the runtime. */
export interface Operation {
  readonly name: string;
  /** All documented URLs, starting with the default. */
  readonly routes: readonly Route[];
}

/** Options that any request function passes to the runtime. */
export interface OperationOptions extends CallOptions {
  readonly path?: PathValues | undefined;
  readonly route?: string | undefined;
  readonly body?: unknown;
  /** Creates a body that is not JSON, see {@link withContent}. */
  readonly content?: ((operation: string) => RequestBody) | undefined;
}

const placeholder = /\{(\w+)(?::\w+)?\}/g;

function keysOf(route: Route): string[] {
  return [...route.path.matchAll(placeholder)].map((match) => match[1] ?? "").sort();
}

function takes(route: Route, keys: readonly string[]): boolean {
  const expected = keysOf(route);
  return expected.length === keys.length && expected.every((key, index) => key === keys[index]);
}

function describe({ name, path }: Route): string {
  return name ?? path.replace(placeholder, "{$1}");
}

/**
 * Selects the URL of a call by the names of its path values and, if several URLs have the same placeholders, by
 * `route`.
 *
 * @param operation operation to call
 * @param options path values and route of the call
 * @returns the first URL with exactly these placeholders, or the one that `route` names
 * @throws RequestError if no documented URL matches
 */
export function chooseRoute(operation: Operation, options: OperationOptions): Route {
  const keys = Object.keys(options.path ?? {}).sort();
  const candidates = operation.routes.filter((route) => takes(route, keys));
  const chosen =
    options.route === undefined
      ? candidates[0]
      : candidates.find((route) => (route.name ?? route.path) === options.route);
  if (chosen !== undefined) return chosen;
  const expected = operation.routes.map(describe).join(" or ");
  const route = options.route === undefined ? "" : ` with route ${JSON.stringify(options.route)}`;
  const message = `Unexpected path values { ${keys.join(", ") || "none"} }${route}, expected those of ${expected}`;
  throw new RequestError(operation.name, "argument", message);
}
