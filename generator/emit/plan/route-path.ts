import type { PathParameterModel, RequestModel } from "../../api/model.ts";

/** Characters that must be encoded in a path. */
const UNSAFE = /[^\w\-.~!$&'()*+,;=:@/%]|%(?![\dA-Fa-f]{2})/gu;

function encodeCharacter(character: string): string {
  return /\p{Cs}/u.test(character) ? "%EF%BF%BD" : encodeURIComponent(character);
}

function placeholderText(parameter: PathParameterModel): string {
  switch (parameter.form) {
    case "segment":
    case "literal":
      return `{${parameter.name}}`;
    case "quoted":
      return `{${parameter.name}:quoted}`;
    case "filePath":
      return `{${parameter.name}:filePath}`;
  }
}

/**
 * Writes the path of a request in the format of the runtime.
 *
 * @returns a path that begins with a slash, with encoded fixed text and each placeholder as `{name}`, or as
 *   `{name:quoted}` or `{name:filePath}` if its value is formatted differently; values of parameter aliases follow as a
 *   query
 */
export function routePath(request: RequestModel): string {
  const parts: string[] = [];
  let end = 0;
  const inPath = request.parameters.filter(({ alias }) => alias === undefined);
  for (const parameter of [...inPath].sort((a, b) => a.offset - b.offset)) {
    const start = request.path.indexOf(parameter.placeholder, Math.max(end, parameter.offset));
    if (start === -1) continue;
    parts.push(request.path.slice(end, start).replace(UNSAFE, encodeCharacter), placeholderText(parameter));
    end = start + parameter.placeholder.length;
  }
  const path = parts.join("") + request.path.slice(end).replace(UNSAFE, encodeCharacter);
  return `${path.startsWith("/") ? path : `/${path}`}${aliasText(request)}`;
}

/** Values of parameter aliases, such as `?@path='{path:quoted}'`. */
function aliasText({ parameters }: RequestModel): string {
  const values = parameters.flatMap((parameter) => {
    if (parameter.alias === undefined) return [];
    const text = placeholderText(parameter);
    return [`${parameter.alias}=${parameter.form === "quoted" ? `'${text}'` : text}`];
  });
  return values.length === 0 ? "" : `?${values.join("&")}`;
}
