import type { Operation, OperationOptions, PathValues, Route } from "./operation.js";
import type { QueryValue } from "./options.js";
import { chooseRoute } from "./operation.js";

function encodeValue(text: string, form: string | undefined): string {
  // A single quote inside a quoted argument is written twice; the outer quotes stand in the path.
  if (form === "quoted") return encodeURIComponent(text.replaceAll("'", "''"));
  if (form === "filePath") return text.split("/").map(encodeURIComponent).join("/");
  return encodeURIComponent(text);
}

/**
 * Puts values into the placeholders of a path.
 *
 * @param template path with `{name}`, `{name:quoted}` or `{name:filePath}`
 * @param values one for each placeholder
 * @returns the path, encoded
 * @throws TypeError for a missing or empty value, and for one that would climb to another path
 */
function fillPath(template: string, values: PathValues): string {
  const path = template.replace(
    /\{(\w+)(?::(\w+))?\}/g,
    (_, name: string, form: string | undefined) => {
      const value: unknown = Object.hasOwn(values, name) ? values[name] : undefined;
      // A caller without types may give anything; an object would become "[object Object]".
      const isText =
        typeof value === "string" || typeof value === "number" || typeof value === "boolean";
      const text = isText ? String(value) : "";
      if (text === "") throw new TypeError(`Unexpected empty path value ${name}, expected text`);
      return encodeValue(text, form);
    },
  );
  // URL parsers resolve these segments, so a value could name another resource than the caller means.
  if (path.split("/").some((segment) => segment === "." || segment === "..")) {
    throw new TypeError(
      `Unexpected "." or ".." segment in the path of ${template}, expected a name`,
    );
  }
  return path;
}

function encodeName(name: string): string {
  return encodeURIComponent(name).replace(/^%24/, "$");
}

/**
 * Writes query options as text.
 *
 * @param fixed options that belong to the URL; the caller's win
 * @param query options of the caller; undefined ones are left out
 * @returns the text with its question mark, or an empty text
 */
function queryText(fixed: Route["query"], query: OperationOptions["query"]): string {
  const entries = new Map<string, QueryValue | undefined>(Object.entries(fixed ?? {}));
  for (const [name, value] of Object.entries(query ?? {})) entries.set(name, value);
  const parts: string[] = [];
  for (const [name, value] of entries) {
    if (value === undefined) continue;
    parts.push(
      `${encodeName(name)}=${encodeURIComponent(Array.isArray(value) ? value.join(",") : String(value))}`,
    );
  }
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

/**
 * Builds the URL of a call, relative to the base URL.
 *
 * @returns the method, and the path with its query
 * @throws TypeError when the path keys or values fit no documented URL
 */
export function buildUrl(
  operation: Operation,
  options: OperationOptions,
): { method: string; url: string } {
  const route = chooseRoute(operation, options);
  const path = fillPath(route.path, options.path ?? {});
  return { method: route.method, url: path + queryText(route.query, options.query) };
}
