import { createHash, randomUUID } from "node:crypto";
import type { Host } from "../host.ts";

/** Texts of earlier runs by key, in one file. What cannot be read of it counts as not there. */
export interface Store {
  get(key: string): string | null;
  set(key: string, text: string): void;
  /**
   * Writes what this run asked for or added, if that differs from what stands there; the rest is dropped. That ends
   * the store: it lets go of everything, as what comes next may need the memory, and takes nothing more.
   */
  save(): Promise<void>;
}

/** A store that keeps nothing. */
export const NO_STORE: Store = { get: () => null, set: () => undefined, save: () => Promise.resolve() };

const HEADER = /^([0-9a-f]{64}) (\d{10}) ([0-9a-f]{16})\n$/;
const HEADER_LENGTH = 64 + 1 + 10 + 1 + 16 + 1;

interface Entry {
  readonly body: Buffer;
  readonly check: string;
}

/** Key of a result: the hash of everything that it depends on. */
export function keyOf(...parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(String(part.length)).update(":").update(part);
  return hash.digest("hex");
}

/**
 * Opens a store.
 *
 * @param host file access
 * @param file where it stands, absolute; it need not exist
 */
export async function openStore(host: Host, file: string): Promise<Store> {
  const known = await readEntries(host, file);
  const used = new Map<string, Entry>();
  let added = false;
  let over = false;
  return {
    get: (key) => {
      const entry = used.get(key) ?? known.get(key);
      if (entry === undefined) return null;
      // A damaged text is as good as none.
      if (checkOf(entry.body) !== entry.check) return null;
      used.set(key, entry);
      return entry.body.toString("utf8");
    },
    set: (key, text) => {
      if (over) return;
      const body = Buffer.from(text);
      used.set(key, { body, check: checkOf(body) });
      added = true;
    },
    save: async () => {
      if (added && !over) await writeEntries(host, file, used);
      over = true;
      known.clear();
      used.clear();
    },
  };
}

function checkOf(body: Buffer): string {
  return createHash("sha256").update(body).digest("hex").slice(0, 16);
}

/** Hops from header to header; one that is damaged ends the list. */
async function readEntries(host: Host, file: string): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  const bytes = await host.read(file).catch(() => null);
  if (bytes === null) return entries;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + HEADER_LENGTH <= buffer.length;) {
    const [, key, length, check] = HEADER.exec(buffer.toString("latin1", at, at + HEADER_LENGTH)) ?? [];
    if (key === undefined || check === undefined) break;
    const start = at + HEADER_LENGTH;
    at = start + Number(length) + 1;
    entries.set(key, { body: buffer.subarray(start, at - 1), check });
  }
  return entries;
}

/** A run that cannot keep its results is slower next time, and no failure. Another run's file is replaced as a whole. */
async function writeEntries(host: Host, file: string, entries: ReadonlyMap<string, Entry>): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  const pieces = [...entries].flatMap(([key, { body, check }]) => [
    Buffer.from(`${key} ${String(body.length).padStart(10, "0")} ${check}\n`, "latin1"),
    body,
    Buffer.from("\n"),
  ]);
  try {
    await host.write(draft, Buffer.concat(pieces));
    await host.change([{ kind: "move", from: draft, to: file }]);
  } catch {
    await host.change([{ kind: "remove", path: draft }]).catch(() => undefined);
  }
}
