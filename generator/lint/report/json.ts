import type { Place } from "../../diagnostics/diagnostic.ts";
import type { Reporter } from "../../diagnostics/report/model.ts";
import { shownFile } from "../../diagnostics/report/place.ts";
import { jsonText, visible } from "../../util/visible.ts";

/** Prints a JSON array of diagnostics; files are relative to the working directory. */
export const reportJson: Reporter = (diagnostics, { prefix }) => {
  const shown = (place: Place): Place => ({ ...place, file: shownFile(place, prefix) });
  const list = diagnostics.map((diagnostic) => ({
    ...diagnostic,
    message: visible(diagnostic.message),
    place: shown(diagnostic.place),
    related: diagnostic.related.map(({ message, place }) => ({ message: visible(message), place: shown(place) })),
  }));
  return `${jsonText(list)}\n`;
};
