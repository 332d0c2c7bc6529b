import { keyOf, type Store } from "../cache/store.ts";
import type { Contribution } from "../emit/contribution.ts";
import type { Draft, Input, Making, PrintedPart } from "../emit/draft.ts";
import type { Digest } from "../emit/facets.ts";
import { sha256 } from "../util/hash.ts";
import { splitLine } from "../util/lines.ts";
import { packParts, unpackParts, type KeptPart } from "./kept-parts.ts";

/** What a draft came to: the formatted text with its hash, and what its module adds to other files. */
export interface MadeFile {
  readonly text: string;
  /** As the manifest of the package has it. */
  readonly hash: string;
  readonly contribution: Contribution;
}

/** Parts by what they depend on. */
export type KnownParts = ReadonlyMap<string, PrintedPart>;

/** The files as the last run made them, and the parts that they were put together from. */
export interface KeptFiles {
  /** What making a draft would give, or null where something that it is made of is another. */
  recall(draft: Draft): MadeFile | null;
  /** Parts of a draft that would be made as they were. */
  recallParts(draft: Draft): KnownParts;
  keep(draft: Draft, parts: readonly PrintedPart[], made: MadeFile): void;
}

/** What is known of a file before its text. */
interface Facts extends Omit<MadeFile, "text"> {
  readonly content: string;
  /** All that its parts needed, and what stood behind it. */
  readonly inputs: readonly Input[];
  readonly digest: string;
}

/** A line with the facts, a line with the parts, and the text. Most runs need no more of a module than its facts. */
interface KeptRecord {
  readonly facts: Facts;
  readonly parts: () => string;
  readonly text: () => string;
}

/**
 * Finds files in a store, by their paths.
 *
 * @param store texts of earlier runs
 * @param stamp stands for the program
 * @param digest what stands behind an input now
 */
export function keptFiles(store: Store, stamp: string, digest: Digest): KeptFiles {
  const keyFor = ({ path }: Draft): string => keyOf(stamp, "file", path);
  const digestOf = (inputs: readonly Input[]): string => sha256(inputs.map(digest).join("\n"));
  return {
    recall: (draft) => {
      const record = parseRecord(store.getBytes(keyFor(draft)));
      if (record === null) return null;
      const { content, inputs, digest: before, ...made } = record.facts;
      const isSame = content === sha256(draft.content) && before === digestOf(inputs);
      if (!isSame) return null;
      return {
        ...made,
        get text() {
          return record.text();
        },
      };
    },
    recallParts: (draft) => {
      const record = draft.making.kind === "module" ? parseRecord(store.getBytes(keyFor(draft))) : null;
      const parts = record === null ? [] : unpackParts(record.parts(), record.text(), record.facts.contribution);
      const known = parts.filter(({ digest: before, part }) => before === digestOf(part.inputs));
      return new Map(known.map(({ content, part }) => [content, part]));
    },
    keep: (draft, parts, { text, ...made }) => {
      const inputs = [...new Set(parts.flatMap((part) => part.inputs))];
      const facts: Facts = { ...made, content: sha256(draft.content), inputs, digest: digestOf(inputs) };
      const contents = contentsOf(draft.making);
      const kept = parts.map((part, index): KeptPart => {
        return { content: contents[index] ?? "", digest: digestOf(part.inputs), part };
      });
      store.set(keyFor(draft), [JSON.stringify(facts), packParts(kept, text), text].join("\n"));
    },
  };
}

function contentsOf(making: Making): readonly string[] {
  return making.kind === "module" ? making.parts.map(({ content }) => content) : [];
}

function parseRecord(kept: Buffer | null): KeptRecord | null {
  if (kept === null) return null;
  const [line, rest] = splitLine(kept);
  const facts: unknown = JSON.parse(line);
  if (!isFacts(facts)) return null;
  return { facts, parts: () => splitLine(rest)[0], text: () => splitLine(rest)[1].toString() };
}

/** The store checks that the text is whole, and the program's stamp is part of its key. */
function isFacts(value: unknown): value is Facts {
  return typeof value === "object" && value !== null && "hash" in value && "inputs" in value;
}
