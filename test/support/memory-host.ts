import path from "node:path";
import type { Host } from "../../generator/host/host.ts";
import { compareStrings } from "../../generator/util/compare.ts";

type Operation = "list" | "read" | "write" | "append" | "mirror" | "move" | "remove";

/** A host over a `Map`, which a test can look into and make fail. */
export interface MemoryHost extends Host {
  readonly files: Map<string, Uint8Array>;
  /** Every change that was made, e.g. `write /out/a.ts`. */
  readonly log: string[];
  /** Makes an operation on paths that match fail like the file system would. */
  failOn(operation: Operation, pattern: RegExp, code: string): void;
  text(file: string): string | null;
}

/**
 * Makes a host that holds some files.
 *
 * @param files contents by absolute POSIX path
 */
export function createMemoryHost(files: Readonly<Record<string, string | Uint8Array>>): MemoryHost {
  const stored = new Map(Object.entries(files).map(([file, content]) => [file, bytesOf(content)]));
  const failures: { operation: Operation; pattern: RegExp; code: string }[] = [];
  const log: string[] = [];
  const attempt = (operation: Operation, file: string): void => {
    const failure = failures.find((item) => item.operation === operation && item.pattern.test(file));
    if (failure !== undefined) throw fileError(failure.code, file);
  };
  const below = (folder: string): string[] => [...stored.keys()].filter((file) => file.startsWith(`${folder}/`));
  const change = (operation: Operation, file: string, make: () => void): Promise<void> =>
    attemptAsync(() => {
      attempt(operation, file);
      log.push(`${operation} ${file}`);
      make();
    });
  const move = (from: string, to: string): void => {
    for (const file of stored.has(from) ? [from] : below(from)) {
      stored.set(`${to}${file.slice(from.length)}`, stored.get(file) ?? new Uint8Array());
      stored.delete(file);
    }
  };
  return {
    files: stored,
    log,
    failOn: (operation, pattern, code) => void failures.push({ operation, pattern, code }),
    text: (file) => (stored.has(file) ? new TextDecoder().decode(stored.get(file)) : null),
    list: (folder) =>
      attemptAsync(() => {
        attempt("list", folder);
        if (below(folder).length === 0) throw fileError("ENOENT", folder);
        return below(folder)
          .map((file) => path.posix.relative(folder, file))
          .toSorted(compareStrings);
      }),
    kind: (file) => Promise.resolve(stored.has(file) ? "file" : below(file).length > 0 ? "folder" : null),
    isLink: () => Promise.resolve(false),
    isRegular: (file) => Promise.resolve(stored.has(file) || (below(file).length > 0 ? false : null)),
    real: (file) => Promise.resolve(stored.has(file) || below(file).length > 0 ? file : null),
    stamps: (paths) => Promise.resolve(paths.map(() => null)),
    read: (file) =>
      attemptAsync(() => {
        attempt("read", file);
        return stored.get(file) ?? null;
      }),
    write: (file, bytes) => change("write", file, () => stored.set(file, bytes)),
    append: (file, bytes) =>
      change("append", file, () => stored.set(file, Buffer.concat([stored.get(file) ?? new Uint8Array(), bytes]))),
    create: async (file, bytes) => {
      if (stored.has(file)) return false;
      await change("write", file, () => stored.set(file, bytes));
      return true;
    },
    mirror: (from, to, except) =>
      attemptAsync(() => {
        attempt("mirror", from);
        const files = below(from).filter((file) => !except.has(path.posix.relative(from, file)));
        for (const file of files) stored.set(`${to}${file.slice(from.length)}`, stored.get(file) ?? new Uint8Array());
        return true;
      }),
    change: async (changes) => {
      for (const item of changes) {
        if (item.kind === "remove") {
          await change("remove", item.path, () => stored.delete(item.path));
        } else {
          await change("move", item.to, () => {
            move(item.from, item.to);
          });
        }
      }
    },
    removeTree: (folder) =>
      attemptAsync(() => {
        for (const file of below(folder)) stored.delete(file);
      }),
  };
}

/** The changes that were made, but for the lock that every run takes and gives back, with the folder it stood in alone. */
export function changesOf(host: MemoryHost): readonly string[] {
  const lock = "/.graph-docs-lock";
  const locked = new Set(host.log.filter((entry) => entry.endsWith(lock)).map((entry) => entry.slice(0, -lock.length)));
  return host.log.filter((entry) => !entry.endsWith(lock) && !locked.has(entry));
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}

function attemptAsync<T>(make: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(make());
  });
}

function fileError(code: string, file: string): Error {
  return Object.assign(new Error(`${code}: failed on purpose, '${file}'`), { code, path: file });
}
