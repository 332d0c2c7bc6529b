import type { Place } from "../../diagnostics/diagnostic.ts";
import type { Entries } from "../../diagnostics/entry.ts";

/** Diagnostics of suppression comments. */
export const suppressionEntries = {
  "suppression-unused": {
    severity: "warning",
    message: "Unexpected suppression of {rule}, expected a finding that it suppresses",
    description: "A suppression comment matches no finding.",
    why: "A comment that is no longer needed hides the next finding.",
    advice: "Remove the comment.",
    example: {
      page: "resources/boat.md",
      ok: "## Properties",
      notOk: "<!-- lint disable property-without-description -- the captain knows -->\n\n## Properties",
    },
  },
  "suppression-without-reason": {
    severity: "warning",
    message: 'Unexpected suppression of {rule} without a reason, expected "-- reason" at the end of the comment',
    description: "A suppression comment does not give a reason.",
    why: "Without a reason, it is unclear later whether the comment can be removed.",
    advice: "Write ` -- ` and the reason before `-->`.",
    example: { page: "resources/boat.md", ok: "description -- the captain knows -->", notOk: "description -->" },
  },
  "suppression-unknown": {
    severity: "warning",
    message: "Unexpected rule {rule} in a suppression comment, expected the name of a rule{suggestion}",
    description: "A suppression comment names a rule that does not exist.",
    why: "The comment has no effect.",
    advice: "Write the name of an existing rule.",
    example: { page: "resources/boat.md", ok: "property-without-description", notOk: "property-without-descriptions" },
  },
} as const satisfies Entries;

export type SuppressionCode = keyof typeof suppressionEntries;

/** A comment that suppresses findings of a rule. */
export interface Suppression {
  readonly rule: string;
  /** First and last line to which it applies. */
  readonly from: number;
  readonly to: number;
  readonly reason: string | null;
  readonly place: Place;
}

const COMMENT = /<!--\s*lint\s+(ignore|disable|enable)\s+([\w\s-]*?)(?:\s+--\s+(.*?))?\s*-->/;

/**
 * Reads suppression comments: `<!-- lint ignore rule -- reason -->` applies to the next block,
 * `<!-- lint disable rule -- reason -->` to everything up to `<!-- lint enable rule -->`.
 */
export function readSuppressions(file: string, lines: readonly string[]): readonly Suppression[] {
  const found: Suppression[] = [];
  for (const [index, line] of lines.entries()) {
    const match = COMMENT.exec(line);
    if (match === null || match[1] === "enable") continue;
    const place = { file, line: index + 1, column: match.index + 1 };
    const reason = match[3] === undefined || match[3].trim() === "" ? null : match[3].trim();
    for (const rule of (match[2] ?? "").split(/\s+/).filter((name) => name !== "")) {
      const to = match[1] === "ignore" ? blockEnd(lines, index) : enabledAgain(lines, index, rule);
      found.push({ rule, from: index + 1, to, reason, place });
    }
  }
  return found;
}

/** Last line of the block after a line; a block ends at a blank line, or where its fence is closed. */
function blockEnd(lines: readonly string[], start: number): number {
  let index = start + 1;
  while (index < lines.length && (lines[index] ?? "").trim() === "") index++;
  let fence: string | null = null;
  for (; index < lines.length; index++) {
    const line = lines[index] ?? "";
    const marker = /^[\s>]*(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
    if (fence !== null && marker?.startsWith(fence) === true) return index + 1;
    if (fence === null && marker !== null) fence = marker;
    if (fence === null && line.trim() === "") return index;
  }
  return lines.length;
}

function enabledAgain(lines: readonly string[], start: number, rule: string): number {
  const end = lines.findIndex((line, index) => {
    const match = index > start ? COMMENT.exec(line) : null;
    return match?.[1] === "enable" && (match[2] ?? "").split(/\s+/).includes(rule);
  });
  return end === -1 ? lines.length : end + 1;
}
