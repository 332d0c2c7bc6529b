import { entry } from "./entry.ts";

/** What finding and decoding files can say. */
export const sourceEntries = {
  "file-unreadable": entry<{ reason: string }>(
    "error",
    ({ reason }) => `Unexpected unreadable file (${reason}), expected UTF-8 Markdown`,
  ),
  "page-unreadable": entry<{ reason: string }>(
    "error",
    ({ reason }) => `Unexpected page that cannot be read to its end (${reason}), expected less nesting; it is left out`,
  ),
} as const;
