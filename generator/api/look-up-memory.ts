import { changedLookUps, type Answers } from "./answers.ts";
import type { LookUp, More, Reads } from "./look-up.ts";

/** What held in the last run of a process. */
export interface LookUpMemory {
  /**
   * Begins a run.
   *
   * @param answers what stands behind the look-ups that nothing changes in the run
   * @param digestOf what stands behind a look-up now, for the others
   */
  begin(answers: Answers, digestOf: (key: LookUp) => string): HeldLookUps;
}

/** What holds in a run. */
export interface HeldLookUps {
  /**
   * Whether a step that held in the last run does so still, as nothing that it looked up has changed since; in doubt it
   * does not.
   *
   * @param more what else the step depends on
   */
  isHeld(reads: Reads, more: More): boolean;
  /**
   * Learns that a step holds.
   *
   * @param growing what it looked up that this run may change
   */
  hold(reads: Reads, more: More, growing: readonly LookUp[]): void;
  /** Ends the run: it is the last one from now on. */
  end(): void;
}

interface Held {
  readonly more: More;
  /** What stood behind look-ups that the run might have changed, when the step was asked about. */
  readonly growing: readonly (readonly [key: LookUp, digest: string])[];
}

interface LastRun {
  readonly answers: Answers;
  readonly held: ReadonlyMap<Reads, Held>;
}

/** Knows of no run yet. */
export function createLookUpMemory(): LookUpMemory {
  let last: LastRun | null = null;
  return {
    begin: (answers, digestOf) => {
      const before = last;
      const changed = before === null ? new Set<LookUp>() : changedLookUps(before.answers, answers);
      const held = new Map<Reads, Held>();
      return {
        isHeld: (reads, more) => {
          const known = before?.held.get(reads);
          if (known === undefined) return false;
          if (known.more !== more || (changed.size > 0 && reads.keys.some((key) => changed.has(key)))) return false;
          if (known.growing.some(([key, digest]) => digestOf(key) !== digest)) return false;
          held.set(reads, known);
          return true;
        },
        hold: (reads, more, growing) => {
          held.set(reads, { more, growing: growing.map((key) => [key, digestOf(key)]) });
        },
        end: () => {
          last = { answers, held };
        },
      };
    },
  };
}
