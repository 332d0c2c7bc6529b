import path from "node:path";
import { codeFolder, storeFolder } from "./cache/folder.ts";
import { keepKnowledge, type KeptKnowledge } from "./cache/known-store.ts";
import { keyOf, NO_STORE, openStore, type Store } from "./cache/store.ts";
import { programStamp } from "./cache/stamp.ts";
import type { Host } from "./host.ts";
import { NO_KNOWN_FILES, type KnownFiles } from "./known-files.ts";
import { createPool, type Pool } from "./workers/pool.ts";

/** How a run does its work: what earlier runs have done, and who does the rest. */
export interface Work {
  /** Opens the results of pages; a run that has nothing to do never asks. */
  readonly pages: () => Promise<Store>;
  /** The same for what `lint` found in pages, and in examples. */
  readonly lint: () => Promise<Store>;
  readonly proofs: () => Promise<Store>;
  /** Operations as they were linked; null where nothing is kept. */
  readonly operations: () => Promise<Store | null>;
  /** What whole runs came to. */
  readonly runs: () => Promise<Store>;
  /** Formatted files. */
  readonly files: () => Promise<Store>;
  /** What is known of the files of the docs, and of those that stand in the package. */
  readonly sources: () => Promise<KnownFiles>;
  readonly standing: () => Promise<KnownFiles>;
  readonly pool: Pool;
  /** Stands for the program in every key. */
  readonly stamp: string;
}

/** What the user may say about it. */
export interface WorkOptions {
  /** False: neither use nor keep results. */
  readonly cache?: boolean | undefined;
  /** Folder of the results, relative to where the user stands; default: below the nearest `node_modules`. */
  readonly cacheDir?: string | undefined;
  readonly threads?: number | undefined;
}

/** Where a run takes place. */
export interface Scene {
  readonly host: Host;
  /** Folder in which the user stands, absolute. */
  readonly cwd: string;
  /**
   * Has libraries start from what earlier runs compiled of them; does nothing where it is missing.
   *
   * @param folder where that is kept, absolute
   * @returns keeps what this run compiled
   */
  readonly keepCode?: (folder: string) => Promise<() => void>;
}

/** Folders of a run, absolute. */
interface Folders {
  readonly docs: string;
  readonly out: string;
}

/** Work of a run that keeps nothing and does everything itself. */
export const PLAIN_WORK: Work = {
  pages: () => Promise.resolve(NO_STORE),
  lint: () => Promise.resolve(NO_STORE),
  proofs: () => Promise.resolve(NO_STORE),
  operations: () => Promise.resolve(null),
  runs: () => Promise.resolve(NO_STORE),
  files: () => Promise.resolve(NO_STORE),
  sources: () => Promise.resolve(NO_KNOWN_FILES),
  standing: () => Promise.resolve(NO_KNOWN_FILES),
  pool: createPool(1),
  stamp: "",
};

/**
 * Sets up the work on a docs folder, does it, keeps the results and ends the threads.
 *
 * @param scene where it takes place
 * @param folders docs and output: results of others are kept apart
 * @param options what the user said
 * @param use the work
 */
export async function withWork<T>(
  { host, cwd, keepCode }: Scene,
  folders: Folders,
  options: WorkOptions,
  use: (work: Work) => Promise<T>,
): Promise<T> {
  const folder = options.cache === false ? null : await storeFolder(host, cwd, options.cacheDir);
  const code = folder === null || keepCode === undefined ? null : codeFolder(folder);
  const pool = createPool(options.threads, undefined, code);
  const keep = code === null ? undefined : await keepCode?.(code);
  const results = folder === null ? null : keptResults(host, folder, folders);
  try {
    return await use({ ...PLAIN_WORK, ...results?.work, pool });
  } finally {
    await results?.save();
    keep?.();
    await pool.close();
  }
}

/** What earlier runs have kept. */
interface KeptResults {
  readonly work: Omit<Work, "pool">;
  /** Keeps what this run adds. */
  save(): Promise<void>;
}

function keptResults(host: Host, folder: string, { docs, out }: Folders): KeptResults {
  const opened = new Map<string, Promise<Store>>();
  const known = new Map<string, Promise<KeptKnowledge>>();
  const stamp = programStamp();
  const open = (name: string) => (): Promise<Store> =>
    once(opened, name, () => openStore(host, path.join(folder, name)));
  const know = (name: string) => async (): Promise<KnownFiles> => {
    const file = path.join(folder, name);
    const kept = once(known, name, async () => keepKnowledge(await openStore(host, file), stamp));
    return (await kept).files;
  };
  const [ofDocs, ofPackage] = [shortKey(docs), shortKey(docs, out)];
  const work = {
    pages: open(`${ofDocs}.pages`),
    lint: open(`${ofDocs}.lint`),
    proofs: open(`${ofDocs}.proofs`),
    operations: open(`${ofDocs}.operations`),
    runs: open(`${ofPackage}.runs`),
    files: open(`${ofPackage}.files`),
    sources: know(`${ofDocs}.sources`),
    standing: know(`${ofPackage}.standing`),
    stamp,
  };
  const save = async (): Promise<void> => {
    for (const store of await Promise.all<Store | KeptKnowledge>([...opened.values(), ...known.values()]))
      await store.save();
  };
  return { work, save };
}

/** Opens what was not opened before. */
function once<T>(opened: Map<string, Promise<T>>, name: string, open: () => Promise<T>): Promise<T> {
  const before = opened.get(name) ?? open();
  opened.set(name, before);
  return before;
}

function shortKey(...parts: readonly string[]): string {
  return keyOf(...parts).slice(0, 16);
}
