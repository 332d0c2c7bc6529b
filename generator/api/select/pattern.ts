import picomatch from "picomatch";
import type { OperationModel, RequestModel } from "../model.ts";

/** Target of a pattern: URL paths, page files, or names of resources, enums, modules and operations. */
export type PatternKind = "path" | "page" | "name";

/** A pattern of a selection. */
export interface Pattern {
  readonly text: string;
  readonly kind: PatternKind;
  matches(text: string): boolean;
}

/** Represents any placeholder of a path, because the names of placeholders differ between pages. */
const PLACEHOLDER = "{}";

/** Braces of a placeholder with any name; `{a,b}` with a comma lists alternatives. */
const BRACES = /\{[^{},]*\}/g;

/** Characters that patterns match literally, because they occur in URLs. */
const LITERAL = /[()[\]!+@|^$\\]/g;

/**
 * Parses a pattern: it is a URL path if it begins with `/`, a page if it ends in `.md`, otherwise a name. `*` matches
 * anything within a segment, `**` any segments, `?` one character, `{a,b}` either alternative. Case is ignored.
 */
export function readPattern(text: string): Pattern {
  const kind = kindOf(text);
  const literal = text.replace(LITERAL, "\\$&");
  const glob = kind === "path" ? literal.replace(BRACES, "\\{\\}") : literal;
  const basename = kind === "page" && !text.includes("/");
  const match =
    glob === "" ? () => false : picomatch(glob, { nocase: true, dot: true, nonegate: true, noextglob: true, basename });
  return { text, kind, matches: (candidate) => match(candidate) };
}

function kindOf(text: string): PatternKind {
  if (text.startsWith("/")) return "path";
  return /\.md$/i.test(text) ? "page" : "name";
}

/** Replaces each placeholder of a path with `{}`, as in patterns. */
function plainPath({ path, parameters }: RequestModel): string {
  let plain = "";
  let end = 0;
  for (const { offset, placeholder } of parameters.toSorted((a, b) => a.offset - b.offset)) {
    plain += `${path.slice(end, offset)}${PLACEHOLDER}`;
    end = offset + placeholder.length;
  }
  return plain + path.slice(end);
}

/** Paths of an operation, with each placeholder as `{}`. */
export function plainPaths(operation: OperationModel): readonly string[] {
  return operation.requests.map(plainPath);
}
