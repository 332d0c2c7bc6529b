import { keyOf, type Store } from "../cache/store.ts";
import type { Contribution } from "../emit/contribution.ts";
import type { Draft, Input, Making, PrintedPart } from "../emit/draft.ts";
import type { Digest } from "../emit/facets.ts";
import { sha256 } from "../util/hash.ts";
import { splitLine } from "../util/lines.ts";
import type { FileMemory } from "./file-memory.ts";
import type { MadeFile, RecalledFile } from "./made-file.ts";
import { packParts, unpackParts, type KeptPart } from "./kept-parts.ts";

/** Parts by what they depend on. */
export type KnownParts = ReadonlyMap<string, PrintedPart>;

/** The files as the last run made them, and the parts that they were put together from. */
export interface KeptFiles {
  /** What making a draft would give, or null where something that it is made of is another. */
  recall(draft: Draft): MadeFile | null;
  /** Parts of a draft that would be made as they were. */
  recallParts(draft: Draft): KnownParts;
  /** @returns what was made, of objects that are known where they say the same */
  keep(draft: Draft, parts: readonly PrintedPart[], made: MadeFile): MadeFile;
}

/** What is known of a file before its text. */
interface Facts extends Omit<MadeFile, "text"> {
  readonly content: string;
  readonly inputs: readonly Input[];
  /** What stood behind them. */
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

/** Key of a file of the package in a store. */
export function fileKey(stamp: string, path: string): string {
  return keyOf(stamp, "file", path);
}

/**
 * Finds files in a store, by their paths.
 *
 * @param store texts of earlier runs
 * @param stamp stands for the program
 * @param digest what stands behind an input now
 * @param memory files that need not be looked for in the store
 */
export function keptFiles(store: Store, stamp: string, digest: Digest, memory: FileMemory | null = null): KeptFiles {
  const keyFor = ({ path }: Draft): string => fileKey(stamp, path);
  const digestOf = (inputs: readonly Input[]): string => sha256(inputs.map(digest).join("\n"));
  const find = (draft: Draft): RecalledFile | null => {
    const record = parseRecord(store.getBytes(keyFor(draft)));
    if (record === null) return null;
    const { content, inputs, digest: before, ...made } = record.facts;
    const isSame = content === sha256(draft.content) && before === digestOf(inputs);
    return isSame ? { made: withText(made, record.text), inputs } : null;
  };
  return {
    recall: (draft) => (memory === null ? (find(draft)?.made ?? null) : memory.recall(draft, find)),
    recallParts: (draft) => {
      const record = draft.making.kind === "module" ? parseRecord(store.getBytes(keyFor(draft))) : null;
      const parts = record === null ? [] : unpackParts(record.parts(), record.text(), record.facts.contribution);
      const known = parts.filter(({ digest: before, part }) => before === digestOf(part.inputs));
      return new Map(known.map(({ content, part }) => [content, part]));
    },
    keep: (draft, parts, given) => {
      const inputs = [...new Set(parts.flatMap((part) => part.inputs))];
      const { text, ...made } = given;
      const facts: Facts = { ...made, content: sha256(draft.content), inputs, digest: digestOf(inputs) };
      const contents = contentsOf(draft.making);
      const kept = parts.map((part, index): KeptPart => {
        return { content: contents[index] ?? "", digest: digestOf(part.inputs), part };
      });
      store.set(keyFor(draft), printRecord(facts, packParts(kept, text), text));
      return memory?.keep(draft, { made: given, inputs }) ?? given;
    },
  };
}

/** A text that is not read before somebody asks for it. */
function withText(made: Omit<MadeFile, "text">, read: () => string): MadeFile {
  return {
    ...made,
    get text() {
      return read();
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
