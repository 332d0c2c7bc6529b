import type { PathParameterModel, RequestModel } from "../api/model.ts";

/** A path with its placeholders, as OpenAPI writes it. */
export interface PathTemplate {
  /** The path without the names of its placeholders: templates with the same key are the same URL to OpenAPI. */
  readonly key: string;
  /** Fixed text around the parameters: one piece more than there are parameters. */
  readonly pieces: readonly string[];
  readonly parameters: readonly PathParameterModel[];
}

/** What may stand in a path as it is (RFC 3986 section 3.3); the rest is encoded, braces among it. */
const UNSAFE = /[^\w\-.~!$&'()*+,;=:@/%]|%(?![\dA-Fa-f]{2})/gu;

function encode(text: string): string {
  return text.replace(UNSAFE, (character) => (/\p{Cs}/u.test(character) ? "%EF%BF%BD" : encodeURIComponent(character)));
}

/** Reads the path of a request. */
export function readTemplate(request: RequestModel): PathTemplate {
  const pieces: string[] = [];
  const parameters: PathParameterModel[] = [];
  let end = 0;
  for (const parameter of request.parameters.toSorted((a, b) => a.offset - b.offset)) {
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
