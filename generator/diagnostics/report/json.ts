import type { Place } from "../diagnostic.ts";
import type { Reporter } from "./model.ts";
import { shownFile } from "./place.ts";

/** A JSON array of diagnostics, for programs; files are relative to where the user stands. */
export const reportJson: Reporter = (diagnostics, { prefix }) => {
  const shown = (place: Place): Place => ({ ...place, file: shownFile(place, prefix) });
  const list = diagnostics.map((diagnostic) => ({
    ...diagnostic,
    place: shown(diagnostic.place),
    related: diagnostic.related.map(({ message, place }) => ({ message, place: shown(place) })),
  }));
  return `${JSON.stringify(list, null, 2)}\n`;
};
