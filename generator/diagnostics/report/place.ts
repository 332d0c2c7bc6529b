import { posix } from "node:path";
import { visible } from "../../util/visible.ts";
import type { Place } from "../diagnostic.ts";

/** Exact path of the file of a place, relative to the working directory. */
export function shownFile(place: Place, prefix: string): string {
  return posix.join(prefix, place.file);
}

/** `file:line:column` without unsafe characters, which terminals and editors turn into a link. */
export function shownPlace(place: Place, prefix: string): string {
  return `${visible(shownFile(place, prefix))}:${place.line}:${place.column}`;
}
