import { entry } from "./entry.ts";

/** What comments that take findings away give rise to. */
export const suppressionEntries = {
  "suppression-unused": entry<{ rule: string }>(
    "warning",
    ({ rule }) => `Unexpected comment that takes findings of ${rule} away, expected a finding here: remove it`,
  ),
  "suppression-without-reason": entry<{ rule: string }>(
    "warning",
    ({ rule }) => `Unexpected comment that takes findings of ${rule} away, expected "-- reason" before its end`,
  ),
  "suppression-unknown": entry<{ rule: string; suggestion: string }>(
    "warning",
    ({ rule, suggestion }) => `Unexpected rule ${rule} in a comment, expected the name of a rule${suggestion}`,
  ),
} as const;
