import { meanings } from "../meanings.ts";
import { countByCode } from "./count.ts";
import type { Reporter } from "./model.ts";
import { paint } from "./text.ts";

/** How often each rule has found something, most serious and most frequent first; nothing for a single finding. */
export const reportSummary: Reporter = (diagnostics, { colour }) => {
  if (diagnostics.length < 2) return "";
  const rules = countByCode(diagnostics);
  const width = Math.max(...rules.map(({ count }) => String(count).length));
  const lines = rules.map(({ first, count }) => {
    const head = `${String(count).padStart(width)} × ${paint(first.severity, first.severity, colour)} ${first.code}`;
    return `${head}: ${meanings[first.code]}\n`;
  });
  return `\n${lines.join("")}`;
};
