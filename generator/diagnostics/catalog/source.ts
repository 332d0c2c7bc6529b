import type { Entries } from "../entry.ts";

/** Diagnostics of finding and decoding files. */
export const sourceEntries = {
  "file-unreadable": {
    severity: "error",
    message: "Unexpected unreadable file ({reason}), expected UTF-8 Markdown",
    description: "A file is not valid UTF-8 text.",
    why: "Nothing in the file is used.",
    advice: "Save the file as UTF-8 text.",
  },
  "nesting-too-deep": {
    severity: "error",
    message: "Unexpected nesting of more than {most} {kind}, expected fewer levels; pages with this text are skipped",
    description: "Lists, quotes or brackets are nested too deeply to be parsed in a reasonable time.",
    why: "Everything on the page is missing from the package.",
    advice: "Remove the excessive nesting, which is often a line that was repeated by mistake.",
  },
  "page-too-slow": {
    severity: "error",
    message:
      "Unexpected page that takes more than {seconds} seconds to read, expected simpler content; the page is skipped",
    description:
      "The content of a page takes the parser too long, such as a paragraph with thousands of brackets or quoted lines.",
    why: "Everything on the page is missing from the package.",
    advice: "Remove repeated characters and lines, or split the page.",
  },
  "page-unreadable": {
    severity: "error",
    message: "Unexpected page that cannot be parsed ({reason}), expected less nesting; the page is skipped",
    description: "The content of a page is nested too deeply to be parsed.",
    why: "Everything on the page is missing from the package.",
    advice: "Remove the excessive nesting, or split the page.",
  },
} as const satisfies Entries;
