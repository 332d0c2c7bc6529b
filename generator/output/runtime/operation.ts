import { RequestError } from "./error.ts";
import type { CallOptions } from "./options.ts";

/** A value for a placeholder of a path. */
export type PathValue = string | number | boolean;

/** Values for the placeholders of a path, by name. */
export type PathValues = Readonly<Record<string, PathValue>>;

/** One URL of an operation. */
export interface Route {
  readonly method: string;
  /** Path from the base URL with placeholders: `{name}`, `{name:quoted}`, `{name:filePath}`. */
  readonly path: string;
  /** What callers name the URL by, where that is not its path. */
  readonly name?: string;
  /** Query options that belong to the URL. */
  readonly query?: Readonly<Record<string, string>>;
  /** Whether the URL answers with content, where others of the operation answer with JSON. */
  readonly content?: boolean;
}

/** What a request function knows of its operation. */
export interface Operation {
  readonly name: string;
  /** All documented URLs, the default first. */
  readonly routes: readonly Route[];
  /** Content type of a body that is sent as it is; a body is JSON without it. */
  readonly content?: string;
}

/** Options of any request function, as the runtime sees them. */
export interface OperationOptions extends CallOptions {
  readonly path?: PathValues | undefined;
  readonly route?: string | undefined;
  readonly body?: unknown;
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
 * Chooses the URL of a call: by the set of path keys, and among equals by `route`.
 *
 * @returns the first route that takes exactly these keys
 * @throws RequestError when no documented URL takes them
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
