import path from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Host } from "../host/host.ts";
import { errorCode } from "../util/error-code.ts";
import { parseJsonObject } from "../util/json.ts";

/** File in the package that exists while a run writes it. */
const LOCK = ".graph-docs-lock";
/** File that exists while a run takes over a stale lock, so that only one run does. */
const TAKEOVER = `${LOCK}.takeover`;
/** Error codes of a folder that cannot be written; a run that writes reports the error itself. */
const UNWRITABLE = new Set(["EACCES", "EPERM", "EROFS"]);

/** A process on a machine. */
export interface ProcessName {
  readonly id: number;
  readonly machine: string;
}

/** Information about processes that a lock needs. */
export interface Processes {
  readonly self: ProcessName;
  /** Whether a process of this machine is running. */
  readonly isAlive: (id: number) => boolean;
}

/** Releases a lock. */
export type Unlock = () => Promise<void>;

/** A lock that another process holds. */
export interface Held {
  /** The other process; null if it is unknown. */
  readonly holder: ProcessName | null;
  /** Absolute path of the lock. */
  readonly file: string;
}

/**
 * Acquires the lock of a package, so that two runs do not write it at the same time. A lock whose process is no longer
 * running is taken over.
 *
 * @param host file access
 * @param processes running processes
 * @param out folder of the package, absolute; created if it does not exist
 * @returns a function that releases the lock, or the process that holds it
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
    if (!isStale(processes, await readHolder(host, takeover))) return false;
    if (!(await removeStale(host, processes, takeover)) || !(await host.create(takeover, ours))) return false;
  }
  try {
    const file = path.join(out, LOCK);
    // Another run may have taken it over in the meantime.
    if (!isStale(processes, await readHolder(host, file))) return false;
    await host.change([{ kind: "remove", path: file }]);
    return await host.create(file, ours);
  } finally {
    await host.change([{ kind: "remove", path: takeover }]);
  }
}

/**
 * Removes the file of a takeover that was killed. Another run may do the same and begin a takeover of its own in the
 * meantime, so the file is removed only after it was moved away and read again.
 *
 * @returns whether the file was removed
 */
async function removeStale(host: Host, processes: Processes, takeover: string): Promise<boolean> {
  const aside = `${takeover}.${processes.self.id}`;
  await host.change([{ kind: "move", from: takeover, to: aside }]);
  const isRemovable = isStale(processes, await readHolder(host, aside));
  await host.change([isRemovable ? { kind: "remove", path: aside } : { kind: "move", from: aside, to: takeover }]);
  return isRemovable;
}

/**
 * Whether a lock can be taken over. Only processes of this machine can be checked; one with the id of this process has
 * ended. An unreadable lock belongs to a run that was killed while it wrote the lock.
 */
function isStale({ self, isAlive }: Processes, holder: ProcessName | null): boolean {
  if (holder === null) return true;
  return holder.machine === self.machine && (holder.id === self.id || !isAlive(holder.id));
}

/** Reads the holder of a lock, twice if necessary, as the file is empty for a moment while it is written. */
async function readHolder(host: Host, file: string): Promise<ProcessName | null> {
  const first = parseHolder(await host.read(file));
  if (first !== null) return first;
  await setTimeout(100);
  return parseHolder(await host.read(file));
}

function parseHolder(bytes: Uint8Array | null): ProcessName | null {
  const { id, machine } = parseJsonObject(new TextDecoder().decode(bytes ?? new Uint8Array()));
  return typeof id === "number" && typeof machine === "string" ? { id, machine } : null;
}
