import { recoverOutput } from "../output/journal.ts";
import { lockOutput, type Unlock } from "../output/lock.ts";
import { visible } from "../util/visible.ts";
import { shownPath, type Context } from "./context.ts";
import { CommandFailure } from "./failure.ts";

/** Thrown if another run is writing the package. */
export class LockedFailure extends CommandFailure {
  /** The message of a command that waits by itself. */
  readonly waiting: string;

  /**
   * @param problem what is written by whom
   * @param remark what to do if the other run was killed
   */
  constructor(problem: string, remark: string) {
    super({ problem, remedy: `Wait for it to end and run again, or ${remark}.` });
    this.waiting = `${problem}: waiting for it to end (${remark})`;
  }
}

/**
 * Recovers the output of a killed run, then runs `use` with the lock of a package, so that no other run writes it.
 *
 * @param context environment of the command
 * @param out folder of the package, absolute
 * @param use called while the lock is held
 * @throws LockedFailure if another run holds the lock
 */
export async function withLock<T>(context: Context, out: string, use: () => Promise<T>): Promise<T> {
  const unlock = await lock(context, out);
  try {
    await recoverOutput(context.host, out);
    return await use();
  } finally {
    await unlock();
  }
}

async function lock(context: Context, out: string): Promise<Unlock> {
  const locked = await lockOutput(context.host, context.processes, out);
  if (typeof locked === "function") return locked;
  const { holder, file } = locked;
  const writer = holder === null ? "another run" : `process ${holder.id} on ${visible(holder.machine)}`;
  throw new LockedFailure(
    `${shownPath(context, out)} is being written by ${writer}`,
    `remove ${shownPath(context, file)} if no such process runs`,
  );
}
