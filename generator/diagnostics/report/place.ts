import { compareStrings } from "../../util/compare.ts";
import { resolveReference } from "../../util/paths.ts";
import type { Diagnostic, Place } from "../diagnostic.ts";

/** The file of a place as seen from where the user stands. */
export function shownFile(place: Place, prefix: string): string {
  return resolveReference(prefix === "" ? "" : `${prefix}/`, place.file);
}

/** `file:line:column`, the form that terminals and editors make a link of. */
export function shownPlace(place: Place, prefix: string): string {
  return `${shownFile(place, prefix)}:${place.line}:${place.column}`;
}

/** Orders diagnostics by place, then code, then message; the input stays as it is. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      compareStrings(a.place.file, b.place.file) ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column ||
      compareStrings(a.code, b.code) ||
      compareStrings(a.message, b.message),
  );
}
