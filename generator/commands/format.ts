import { joinContributions, type Contribution } from "../emit/contribution.ts";
import { begin, plainFile, type Draft, type Printed } from "../emit/draft.ts";
import type { Emitted } from "../emit/emit.ts";
import type { Digest } from "../emit/facets.ts";
import type { OutputFile } from "../emit/model.ts";
import { hashOf } from "../output/hash.ts";
import { anew, type Last } from "../util/last.ts";
import type { Work } from "../work.ts";
import type { Pool } from "../workers/pool.ts";
import type { FileMemory } from "./file-memory.ts";
import { keptFiles, type KeptFiles } from "./kept-files.ts";
import type { MadeFile, RecalledFile } from "./made-file.ts";

/** What printing needs of the work. */
type PrintWork = Pick<Work, "files" | "pool" | "stamp">;

/** What a run in the same process knows of the one before. */
export interface FormatMemory {
  readonly files: FileMemory;
  readonly joined: Last<Contribution>;
}

/** Told how many files of how many are formatted. */
type Advance = (done: number, total: number) => void;

/** The files of a package, and the pages that its declarations lead to. */
export interface FormattedPackage {
  readonly files: readonly OutputFile[];
  /** POSIX paths from the folder of the docs. */
  readonly pages: readonly string[];
}

/**
 * Prints the files of a package, and formats those that the printer leaves to the formatter; what an earlier run made
 * of the same content and inputs is taken from it.
 *
 * @param emitted files that are not printed yet
 * @param work what earlier runs have done, and who does the rest
 * @param memory what is known of the run before
 */
export async function formatPackage(
  emitted: Emitted,
  work: PrintWork,
  advance: Advance,
  memory: FormatMemory | null = null,
): Promise<FormattedPackage> {
  const { digest } = emitted.facets;
  const make = (drafts: readonly Draft[], told: Advance): Promise<readonly NamedFile[]> =>
    makeFiles(drafts, { ...work, digest, memory: memory?.files ?? null }, told);
  const made = await make(emitted.drafts, advance);
  const contributions = made.map((file) => file.contribution);
  const contribution = (memory?.joined ?? anew)(contributions, () => joinContributions(contributions));
  const last = emitted
    .finish(contribution)
    .map((file) => ({ path: file.path, content: file.text, making: { kind: "file" as const, file } }));
  const finished = await make(last, () => undefined);
  return { files: [...made, ...finished].map(({ file }) => file), pages: contribution.pages };
}

interface NamedFile {
  readonly file: OutputFile;
  readonly contribution: Contribution;
}

/** What has been kept is not read before somebody asks for it. */
function toFile({ path }: Draft, made: MadeFile): NamedFile {
  const { hash, contribution } = made;
  return {
    file: {
      path,
      hash,
      get text() {
        return made.text;
      },
    },
    contribution,
  };
}

/** What making files needs: the work, what stands behind their inputs, and what is known of the run before. */
interface FileWork extends PrintWork {
  readonly digest: Digest;
  readonly memory: FileMemory | null;
}

async function makeFiles(
  drafts: readonly Draft[],
  { files, pool, stamp, digest, memory }: FileWork,
  advance: Advance,
): Promise<readonly NamedFile[]> {
  const kept = keptFiles(await files(), stamp, digest, memory);
  const made = new Map<Draft, MadeFile>();
  for (const draft of drafts) {
    const file = settledFile(draft, memory) ?? kept.recall(draft);
    if (file !== null) made.set(draft, file);
  }
  const printed = await printDrafts(
    drafts.filter((draft) => !made.has(draft)),
    kept,
    pool,
  );
  const unsettled = printed.filter(({ file }) => file.settled !== true);
  const items = unsettled.map(({ file }) => file);
  const texts = await pool.run({ kind: "format", items }, (done) => {
    advance(done, items.length);
  });
  const formatted = new Map(unsettled.map(({ draft }, index) => [draft, texts[index]]));
  for (const { draft, parts, ...rest } of printed) {
    made.set(draft, kept.keep(draft, parts, toMade(rest, formatted.get(draft))));
  }
  return drafts.flatMap((draft) => {
    const file = made.get(draft);
    return file === undefined ? [] : [toFile(draft, file)];
  });
}

/** A file that is there and needs no formatter is not worth keeping: it would be a copy of itself. */
function settledFile(draft: Draft, memory: FileMemory | null): MadeFile | null {
  const { making } = draft;
  if (making.kind !== "file" || making.file.settled !== true) return null;
  const find = (): RecalledFile => ({ made: toMade(plainFile(making.file)), inputs: [] });
  return memory === null ? find().made : (memory.recall(draft, find) ?? memory.keep(draft, find()));
}

function toMade({ file, contribution }: Omit<Printed, "parts">, text = file.text): MadeFile {
  return { text, hash: hashOf(text), contribution };
}

interface PrintedDraft extends Printed {
  readonly draft: Draft;
}

/** Files that are begun before the first of them is printed: enough to keep every thread busy, and no more. */
const BATCH = 256;

async function printDrafts(drafts: readonly Draft[], kept: KeptFiles, pool: Pool): Promise<readonly PrintedDraft[]> {
  const printed: Promise<readonly PrintedDraft[]>[] = [];
  for (let start = 0; start < drafts.length; start += BATCH) {
    // What is printed waits for no other batch, so that this thread declares while others print.
    const batch = printBatch(drafts.slice(start, start + BATCH), kept, pool);
    // Whoever waits for it hears of its failure; until then nobody may be waiting.
    batch.catch(() => undefined);
    printed.push(batch);
    // All that was declared takes memory until it is printed.
    await printed.at(-3);
  }
  return (await Promise.all(printed)).flat();
}

async function printBatch(drafts: readonly Draft[], kept: KeptFiles, pool: Pool): Promise<readonly PrintedDraft[]> {
  const begun = drafts.map((draft) => ({ draft, ...begin(draft, kept.recallParts(draft)) }));
  const texts = await pool.run({ kind: "print", items: begun.flatMap(({ items }) => items) });
  let end = 0;
  return begun.map(({ draft, items, finish }) => {
    const start = end;
    end += items.length;
    return { draft, ...finish(texts.slice(start, end)) };
  });
}
