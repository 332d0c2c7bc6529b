import type { Change } from "../change.ts";
import { KINDS } from "../classes.ts";

/** Formats a name from the docs. */
export type ShowName = (name: string) => string;

/** Describes a change in one sentence without a full stop. */
export function sentenceOf(item: Change, show: ShowName): string {
  const sentence = KINDS[item.kind][1].replace(/\{(subject|before|after)\}/g, (_, key: string) =>
    show((key === "subject" ? item.subject : key === "before" ? item.before : item.after) ?? "none"),
  );
  const reason = item.reason === "" ? "" : `: ${item.reason}`;
  return `${sentence}${reason}${needs(item, show)}${hint(item, show)}`;
}

/** What a client needed before and needs now. */
function needs({ needs: scopes }: Change, show: ShowName): string {
  return scopes === null ? "" : ` (before: ${show(scopes.before)}; now: ${show(scopes.after)})`;
}

function hint({ renamed, side }: Change, show: ShowName): string {
  if (renamed === null) return "";
  return side === "before"
    ? ` (its page now documents ${show(renamed)})`
    : ` (its page previously documented ${show(renamed)})`;
}
