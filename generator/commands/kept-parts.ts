import type { Contribution } from "../emit/contribution.ts";
import type { PrintedPart } from "../emit/draft.ts";

/** A part of a file, by all that it depends on. */
export interface KeptPart {
  readonly content: string;
  /** What stood behind its inputs. */
  readonly digest: string;
  readonly part: PrintedPart;
}

/** A part without what stands in its file already. */
interface PackedPart extends Omit<KeptPart, "part">, Omit<PrintedPart, "text" | "contribution"> {
  /** Where its text stands in that of the file; the text itself where the formatter has changed it. */
  readonly text: string | readonly [start: number, end: number];
  /** How much of what the file adds to others comes from it. */
  readonly names: number;
  readonly calls: number;
  readonly pages: readonly string[];
}

/**
 * Prints parts on one line.
 *
 * @param parts in the order of the file
 * @param text the file, formatted
 */
export function packParts(parts: readonly KeptPart[], text: string): string {
  let end = 0;
  const packed = parts.map(({ part, ...rest }): PackedPart => {
    const { text: own, contribution, ...facts } = part;
    const { names, calls, pages } = contribution;
    const start = text.indexOf(own, end);
    end = start === -1 ? end : start + own.length;
    const counts = { names: names.length, calls: calls.length, pages };
    return { ...rest, ...facts, ...counts, text: start === -1 ? own : [start, end] };
  });
  return JSON.stringify(packed);
}

/**
 * Reads parts.
 *
 * @param line what was printed
 * @param text the file, formatted
 * @param contribution what the file adds to others
 */
export function unpackParts(line: string, text: string, contribution: Contribution): readonly KeptPart[] {
  const packed: unknown = JSON.parse(line);
  if (!Array.isArray(packed) || !packed.every(isPacked)) return [];
  let names = 0;
  let calls = 0;
  return packed.map(({ content, digest, text: own, names: nameCount, calls: callCount, pages, ...facts }) => {
    const added: Contribution = {
      names: contribution.names.slice(names, (names += nameCount)),
      calls: contribution.calls.slice(calls, (calls += callCount)),
      pages,
    };
    const part = { ...facts, text: typeof own === "string" ? own : text.slice(...own), contribution: added };
    return { content, digest, part };
  });
}

function isPacked(value: unknown): value is PackedPart {
  return typeof value === "object" && value !== null && "content" in value && "edges" in value;
}
