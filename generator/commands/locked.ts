import { recoverOutput } from "../output/journal.ts";
import { lockOutput, type Unlock } from "../output/lock.ts";
import { shownPath, type Context } from "./context.ts";
import { CommandFailure } from "./failure.ts";

/** Another run writes the package. */
export class LockedFailure extends CommandFailure {}

/**
 * Has a package to itself: nobody else writes it, and what a killed run left behind is ended first.
 *
 * @param context the world
 * @param out folder of the package, absolute
 * @param use what to do with it
 * @throws LockedFailure while another run has it
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
  const who = holder === null ? "another run" : `process ${holder.id} on ${holder.machine}`;
  throw new LockedFailure(
    `${shownPath(context, out)} is being written by ${who}: wait for it to end and run again ` +
      `(remove ${shownPath(context, file)} if no such process runs)`,
  );
}
