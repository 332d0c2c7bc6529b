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

/**
 * The facts as they are kept. The texts of all names are by far the longest part of them: they stand one after the
 * other as they are, so that nothing has to be read to find where they end.
 */
interface KeptFacts extends Omit<Facts, "contribution"> {
  readonly contribution: Omit<Contribution, "names"> & {
    readonly names: readonly (readonly [name: string, length: number])[];
  };
  /** Bytes of the texts of all names. */
  readonly bytes: number;
}

/**
 * A line with the facts, a line with the parts, the texts of the names, and the text. Most runs need no more of a module
 * than its facts.
 */
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
      store.set(keyFor(draft), printRecord(facts, packParts(kept, text), text));
    },
  };
}

function contentsOf(making: Making): readonly string[] {
  return making.kind === "module" ? making.parts.map(({ content }) => content) : [];
}

function printRecord({ contribution, ...facts }: Facts, parts: string, text: string): string {
  const { names, ...others } = contribution;
  const places = names.map(([, place]) => place).join("");
  const kept: KeptFacts = {
    ...facts,
    contribution: { ...others, names: names.map(([name, place]) => [name, place.length]) },
    bytes: Buffer.byteLength(places),
  };
  return [JSON.stringify(kept), parts, places + text].join("\n");
}

function parseRecord(kept: Buffer | null): KeptRecord | null {
  if (kept === null) return null;
  const [line, rest] = splitLine(kept);
  const facts: unknown = JSON.parse(line);
  if (!isFacts(facts)) return null;
  const end = rest.indexOf("\n");
  const start = end + 1 + facts.bytes;
  return {
    facts: readFacts(facts, rest.toString("utf8", end + 1, start)),
    parts: () => rest.toString("utf8", 0, end),
    text: () => rest.toString("utf8", start),
  };
}

/** @param places the texts of the names, one after the other */
function readFacts({ hash, content, inputs, digest, contribution }: KeptFacts, places: string): Facts {
  let end = 0;
  const names = contribution.names.map(([name, length]) => [name, places.slice(end, (end += length))] as const);
  return { hash, content, inputs, digest, contribution: { ...contribution, names } };
}

/** The store checks that the text is whole, and the program's stamp is part of its key. */
function isFacts(value: unknown): value is KeptFacts {
  return typeof value === "object" && value !== null && "hash" in value && "bytes" in value;
}
