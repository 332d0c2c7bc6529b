import path from "node:path";
import type { Host } from "../host/host.ts";
import { createFileStamps, NO_FILE_STAMPS, type FileStamps } from "../host/file-stamps.ts";
import { ConfigError } from "../config/model.ts";
import { storeFolder } from "../memo/folder.ts";
import { keyOf } from "../memo/key.ts";
import { createProcessMemo, NO_MEMO, openMemo, type Memo } from "../memo/memo.ts";
import { programStamp } from "../memo/program-stamp.ts";
import { readStamps, type StoredStamps } from "../memo/stamps.ts";
import { openStore } from "../memo/store.ts";
import { createPool, type Pool } from "./pool.ts";

/** Cache and threads of a run. */
export interface Work {
  readonly memo: Memo;
  /** Stamps of the docs files. */
  readonly sources: () => Promise<FileStamps>;
  /** Stamps of the files of the package on disk. */
  readonly packageFiles: () => Promise<FileStamps>;
  readonly pool: Pool;
}

/** Options of the cache and the threads. */
export interface WorkOptions {
  /** Whether to use and store results. */
  readonly cache?: boolean | undefined;
  /** Folder of the results, relative to the current folder; default: below the nearest `node_modules`. */
  readonly cacheDir?: string | undefined;
  readonly threads?: number | undefined;
  /** Receives the first error that keeps results from being stored; the run succeeds nevertheless. */
  readonly onCacheError?: ((error: unknown) => Promise<void>) | undefined;
  /** Whether the process performs several runs, as `watch` does. */
  readonly isLasting?: boolean;
}

/** File access and current folder of a run. */
export interface Environment {
  readonly host: Host;
  /** Current folder, absolute. */
  readonly cwd: string;
  /** Threads to use unless the user sets another number; default: one for each processor. */
  readonly threads?: number;
}

/** Folders of a run, absolute. */
interface Folders {
  readonly docs: string;
  readonly out: string;
}

/** Stores nothing, and runs everything on this thread. */
export const PLAIN_WORK: Work = {
  memo: NO_MEMO,
  sources: () => Promise.resolve(NO_FILE_STAMPS),
  packageFiles: () => Promise.resolve(NO_FILE_STAMPS),
  pool: createPool(1),
};

/**
 * Opens the cache and the threads for a docs folder, calls `use` with them, stores new results and ends the threads.
 *
 * @param environment file access and current folder
 * @param folders docs and package; each docs folder has its own results
 * @param options flags of the cache and the threads
 * @param use the run
 */
export async function withWork<T>(
  { host, cwd, threads }: Environment,
  folders: Folders,
  options: WorkOptions,
  use: (work: Work) => Promise<T>,
): Promise<T> {
  const folder = options.cache === false ? null : await storeFolder(host, cwd, options.cacheDir);
  if (folder !== null && (await isFile(host, folder))) {
    throw new ConfigError({ problem: `--cache-dir ${options.cacheDir ?? folder} is a file`, remedy: "Name a folder." });
  }
  const pool = createPool(options.threads ?? threads);
  const isLasting = options.isLasting ?? false;
  const errors: unknown[] = [];
  const stored = folder === null ? null : storedResults(notingErrors(host, errors), folder, folders, isLasting);
  const work = stored?.work ?? (isLasting ? processWork() : PLAIN_WORK);
  try {
    return await use({ ...work, pool });
  } finally {
    await stored?.save();
    await pool.close();
    if (errors.length > 0) await options.onCacheError?.(errors[0]);
  }
}

/** A folder that cannot be accessed is no place for a cache, and no reason to fail. */
async function isFile(host: Host, folder: string): Promise<boolean> {
  return (await host.kind(folder).catch(() => null)) === "file";
}

/** A host that notes why results cannot be stored. */
function notingErrors(host: Host, errors: unknown[]): Host {
  const note = (error: unknown): never => {
    errors.push(error);
    throw error;
  };
  return {
    ...host,
    write: (file, bytes) => host.write(file, bytes).catch(note),
    append: (file, bytes) => host.append(file, bytes).catch(note),
  };
}

/** Stores nothing on disk; later runs of the process use the results of earlier ones. */
function processWork(): Omit<Work, "pool"> {
  const stamps = createFileStamps(new Map());
  return { ...PLAIN_WORK, memo: createProcessMemo(), packageFiles: () => Promise.resolve(stamps) };
}

/** Results of earlier runs. */
interface StoredResults {
  readonly work: Omit<Work, "pool">;
  /** Stores the results that this run adds. */
  save(): Promise<void>;
}

function storedResults(host: Host, folder: string, { docs, out }: Folders, isLasting: boolean): StoredResults {
  const stamp = programStamp();
  const memo = openMemo(host, { folder, prefix: shortKey(docs), stamp, isLasting });
  const opened: Promise<StoredStamps>[] = [];
  const stampsIn = (name: string): (() => Promise<FileStamps>) => {
    let stamps: Promise<StoredStamps> | null = null;
    return async () => {
      if (stamps === null) {
        stamps = openStore(host, path.join(folder, name)).then((store) => readStamps(store, stamp));
        opened.push(stamps);
      }
      return (await stamps).files;
    };
  };
  const work = {
    memo,
    sources: stampsIn(`${shortKey(docs)}.sources`),
    packageFiles: stampsIn(`${shortKey(docs, out)}.package`),
  };
  const save = async (): Promise<void> => {
    await memo.save();
    for (const stamps of await Promise.all(opened)) await stamps.save();
  };
  return { work, save };
}

function shortKey(...parts: readonly string[]): string {
  return keyOf(...parts).slice(0, 16);
}
