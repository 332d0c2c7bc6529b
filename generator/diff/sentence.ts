import { catalog } from "./catalog.ts";
import type { Change } from "./model.ts";

/** How names of the docs are written. */
export type ShowName = (name: string) => string;

/** Says a change in one sentence, without a full stop. */
export function sentenceOf(item: Change, show: ShowName): string {
  const sentence = catalog[item.kind].replace(/\{(subject|before|after)\}/g, (_, key: string) =>
    show((key === "subject" ? item.subject : key === "before" ? item.before : item.after) ?? "none"),
  );
  const reason = item.reason === "" ? "" : `: ${item.reason}`;
  return `${sentence}${reason}${hint(item, show)}`;
}

function hint({ renamed, side }: Change, show: ShowName): string {
  if (renamed === null) return "";
  return side === "before" ? ` (its page has ${show(renamed)} now)` : ` (its page had ${show(renamed)} before)`;
}
