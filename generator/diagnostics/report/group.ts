import { countByCode } from "./count.ts";
import type { Reporter } from "./model.ts";
import { shownPlace } from "./place.ts";
import { visible } from "../../util/visible.ts";
import { paint } from "./text.ts";

/** Prints each code with its count and first place, most serious and most frequent first. */
export const reportGroups: Reporter = (diagnostics, { prefix, colour }) => {
  const groups = countByCode(diagnostics);
  const width = Math.max(0, ...groups.map(({ count }) => String(count).length));
  return groups
    .map(({ first, count }) => {
      const head = `${String(count).padStart(width)} × ${paint(first.severity, first.severity, colour)} ${first.code}`;
      const indent = " ".repeat(width + 3);
      return `${head}\n${indent}${shownPlace(first.place, prefix)} ${visible(first.message)}\n`;
    })
    .join("");
};
