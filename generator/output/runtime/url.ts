import { RequestError } from "./error.ts";
import {
  chooseRoute,
  type Operation,
  type OperationOptions,
  type PathValues,
  type Route,
} from "./operation.ts";
import type { QueryValue } from "./options.ts";

/** Encodes text for a URL. A lone surrogate, which a URL cannot contain, becomes the replacement character. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, "\ufffd"));
}

function encodeValue(text: string, form: string | undefined): string {
  // A single quote inside a quoted argument is doubled. The outer quotes are part of the path.
  if (form === "quoted") return encode(text.replaceAll("'", "''"));
  if (form === "filePath") return text.split("/").map(encode).join("/");
  return encode(text);
}

/**
 * Replaces the placeholders of a path with values.
 *
 * @param operation name of the request function
 * @param template path with `{name}`, `{name:quoted}` or `{name:filePath}`, and the values of parameter aliases
 * @param values a value for each placeholder
 * @returns the encoded path
 * @throws RequestError if a value is missing or empty, or would lead to a different path
 */
function fillPath(operation: string, template: string, values: PathValues): string {
  const path = template.replace(
    /\{(\w+)(?::(\w+))?\}/g,
    (_, name: string, form: string | undefined) => {
      const value: unknown = Object.hasOwn(values, name) ? values[name] : undefined;
      // A caller without types may pass anything. An object would become "[object Object]".
      const isText =
        typeof value === "string" || typeof value === "number" || typeof value === "boolean";
      const text = isText ? String(value) : "";
      if (text === "")
        throw new RequestError(
          operation,
          "argument",
          `Unexpected empty path value ${name}, expected text`,
        );
      return encodeValue(text, form);
    },
  );
  // URL parsers resolve these segments, so a value could select a different resource than the caller intends.
  if (path.split(/[/?]/).some((segment) => segment === "." || segment === "..")) {
    const message = `Unexpected "." or ".." segment in the path of ${template}, expected a name`;
    throw new RequestError(operation, "argument", message);
  }
  return path;
}

function encodeName(name: string): string {
  return encode(name).replace(/^%24/, "$").replace(/^%40/, "@");
}

/**
 * Converts query options to text.
 *
 * @param fixed options that are part of the URL; options of the caller override them
 * @param query options of the caller; undefined values and empty `$` options are omitted
 * @returns the query with its question mark, or an empty string
 */
function queryText(fixed: Route["query"], query: OperationOptions["query"]): string {
  const entries = new Map<string, [name: string, value: QueryValue | undefined]>();
  // `filter` and `$filter` are two names of one option.
  for (const entry of [...Object.entries(fixed ?? {}), ...Object.entries(query ?? {})])
    entries.set(entry[0].replace("$", ""), entry);
  const parts: string[] = [];
  for (const [name, value] of entries.values()) {
    const text = Array.isArray(value) ? value.join(",") : String(value);
    // An empty option of the protocol, such as a `$select` without names, requests nothing.
    if (value === undefined || (text === "" && name.startsWith("$"))) continue;
    parts.push(`${encodeName(name)}=${encode(text)}`);
  }
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

/**
 * Builds the URL of a call, relative to the base URL.
 *
 * @param operation operation to call
 * @param options path values, route and query of the call
 * @returns the method, and the path with its query
 * @throws RequestError if no documented URL matches the path values, or if a value is not valid
 */
export function buildUrl(
  operation: Operation,
  options: OperationOptions,
): { method: string; url: string } {
  const route = chooseRoute(operation, options);
  const path = fillPath(operation.name, route.path, options.path ?? {});
  const query = queryText(route.query, options.query);
  // The path of a URL with parameter aliases ends with their values: `/find(path=@path)?@path='a'`.
  return {
    method: route.method,
    url: path + (path.includes("?") ? query.replace("?", "&") : query),
  };
}
