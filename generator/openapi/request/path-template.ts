import type { PathParameterModel, RequestModel } from "../../api/model.ts";

/** A path with placeholders in OpenAPI notation. */
export interface PathTemplate {
  /** The path without the names of its placeholders; OpenAPI treats templates with the same key as the same URL. */
  readonly key: string;
  /** Fixed text around the parameters; there is one more piece than there are parameters. */
  readonly pieces: readonly string[];
  readonly parameters: readonly PathParameterModel[];
}

/** Characters that a path does not allow (RFC 3986 section 3.3), including braces. */
const UNSAFE = /[^\w\-.~!$&'()*+,;=:@/%]|%(?![\dA-Fa-f]{2})/gu;

function encode(text: string): string {
  return text.replace(UNSAFE, (character) => (/\p{Cs}/u.test(character) ? "%EF%BF%BD" : encodeURIComponent(character)));
}

/** Splits the path of a request at its placeholders. */
export function readTemplate(request: RequestModel): PathTemplate {
  const pieces: string[] = [];
  const parameters: PathParameterModel[] = [];
  let end = 0;
  const inPath = request.parameters.filter(({ alias }) => alias === undefined);
  for (const parameter of inPath.toSorted((a, b) => a.offset - b.offset)) {
    const start = request.path.indexOf(parameter.placeholder, Math.max(end, parameter.offset));
    if (start === -1) continue;
    pieces.push(encode(request.path.slice(end, start)));
    parameters.push(parameter);
    end = start + parameter.placeholder.length;
  }
  pieces.push(encode(request.path.slice(end)));
  if (pieces[0]?.startsWith("/") !== true) pieces[0] = `/${pieces[0] ?? ""}`;
  return { key: pieces.join("{}"), pieces, parameters };
}

/** Writes a template with a name for each parameter. */
export function templateText(template: PathTemplate, names: readonly string[]): string {
  return template.pieces.map((piece, index) => (index === 0 ? piece : `{${names[index - 1] ?? ""}}${piece}`)).join("");
}
