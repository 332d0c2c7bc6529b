import { posix } from "node:path";
import type { Place } from "../diagnostic.ts";

/** Path of the file of a place, relative to the working directory. */
export function shownFile(place: Place, prefix: string): string {
  return posix.join(prefix, place.file);
}

/** `file:line:column`, which terminals and editors turn into a link. */
export function shownPlace(place: Place, prefix: string): string {
  return `${shownFile(place, prefix)}:${place.line}:${place.column}`;
}
