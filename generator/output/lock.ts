import path from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Host } from "../host.ts";
import { errorCode } from "../util/error-code.ts";

/** File in the package that stands there while a run works on it. */
const LOCK = ".graph-docs-lock";
/** Stands there for the moment in which a stale lock is taken over, so that only one run does it. */
const TAKEOVER = `${LOCK}.takeover`;
/** Codes that say that nothing can be written at all: a run that needs to will say so better. */
const UNWRITABLE = new Set(["EACCES", "EPERM", "EROFS"]);

/** A process on some machine. */
export interface ProcessName {
  readonly id: number;
  readonly machine: string;
}

/** What a lock needs to know of processes. */
export interface Processes {
  readonly self: ProcessName;
  /** Whether a process of this machine runs. */
  readonly isAlive: (id: number) => boolean;
}

/** Gives a lock back. */
export type Unlock = () => Promise<void>;

/** Whoever has the lock instead of us; null when that cannot be told. */
export interface Held {
  readonly holder: ProcessName | null;
  /** The lock, absolute. */
  readonly file: string;
}

/**
 * Takes the lock of a package, so that two runs do not write it at the same time. The lock of a process that no longer
 * runs is taken over.
 *
 * @param host file access
 * @param processes what runs
 * @param out folder of the package, absolute; made if there is none
 * @returns what gives the lock back, or who has it
 */
export async function lockOutput(host: Host, processes: Processes, out: string): Promise<Unlock | Held> {
  const file = path.join(out, LOCK);
  const ours = new TextEncoder().encode(JSON.stringify(processes.self));
  const isNew = (await host.kind(out)) === null;
  const unlock: Unlock = async () => {
    const removed = isNew ? [file, out] : [file];
    await host.change(removed.map((path) => ({ kind: "remove", path })));
  };
  try {
    if (await host.create(file, ours)) return unlock;
    const holder = await readHolder(host, file);
    if (!isStale(processes, holder)) return { holder, file };
    return (await takeOver(host, processes, out, ours)) ? unlock : { holder: null, file };
  } catch (error) {
    if (UNWRITABLE.has(errorCode(error) ?? "")) return () => Promise.resolve();
    throw error;
  }
}

async function takeOver(host: Host, processes: Processes, out: string, ours: Uint8Array): Promise<boolean> {
  const takeover = path.join(out, TAKEOVER);
  if (!(await host.create(takeover, ours))) {
    // Whoever was killed in this very moment must not lock the package for ever; the next try finds it free.
    if (isStale(processes, await readHolder(host, takeover))) await host.change([{ kind: "remove", path: takeover }]);
    return false;
  }
  try {
    const file = path.join(out, LOCK);
    // Another run may have taken it over since we looked.
    if (!isStale(processes, await readHolder(host, file))) return false;
    await host.change([{ kind: "remove", path: file }]);
    return await host.create(file, ours);
  } finally {
    await host.change([{ kind: "remove", path: takeover }]);
  }
}

/**
 * Only a process of this machine can be known to be gone. One that has our own number cannot be another. A lock that
 * says nothing is that of a run that was killed while it wrote it.
 */
function isStale({ self, isAlive }: Processes, holder: ProcessName | null): boolean {
  if (holder === null) return true;
  return holder.machine === self.machine && (holder.id === self.id || !isAlive(holder.id));
}

/** Who has a lock; null when it says nothing, twice, as it does for a moment while it is written. */
async function readHolder(host: Host, file: string): Promise<ProcessName | null> {
  const first = parseHolder(await host.read(file));
  if (first !== null) return first;
  await setTimeout(100);
  return parseHolder(await host.read(file));
}

function parseHolder(bytes: Uint8Array | null): ProcessName | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array()));
    if (typeof value !== "object" || value === null || !("id" in value) || !("machine" in value)) return null;
    const { id, machine } = value;
    return typeof id === "number" && typeof machine === "string" ? { id, machine } : null;
  } catch {
    return null;
  }
}
