import { median, rounded } from "./median.ts";
import type { Cost } from "./program.ts";

/** What each kind of run of a round cost. */
export type Round<Run extends string> = Readonly<Record<Run, Cost>>;

/** A ratio of two runs, and the most that it may be. */
export type Bar<Run extends string> = readonly [name: string, of: Run, to: Run, most: number];

/** What rounds came to. */
export interface Compared<Run extends string> {
  readonly rounds: number;
  readonly ratios: readonly {
    readonly name: string;
    readonly wall: number;
    readonly cpu: number;
    readonly most: number;
  }[];
  readonly costs: readonly (readonly [run: Run, cost: Cost])[];
  /** Peak memory of any run, in MiB. */
  readonly peak: number;
}

/**
 * Measures rounds of runs, one after the other, so that what else the machine does weighs on all alike, and prints the
 * medians.
 *
 * @param runs kinds of run, in the order in which they are printed
 * @param bars ratios to print
 * @param rounds how many times to measure
 * @param measure measures one of each kind
 */
export async function compareRounds<Run extends string>(
  runs: readonly Run[],
  bars: readonly Bar<Run>[],
  rounds: number,
  measure: () => Promise<Round<Run>>,
): Promise<Compared<Run>> {
  const measured: Round<Run>[] = [];
  for (let round = 0; round < rounds; round++) measured.push(await measure());
  const costs = runs.map((run) => {
    const pick = (key: keyof Cost) => rounded(median(measured.map((round) => round[run][key])));
    const cost = { seconds: pick("seconds"), cpu: pick("cpu"), megabytes: Math.round(pick("megabytes")) };
    const { seconds, cpu, megabytes } = cost;
    console.log(`${run.padEnd(16)} ${seconds.toFixed(2)} s, processor ${cpu.toFixed(2)} s, peak ${megabytes} MiB`);
    return [run, cost] as const;
  });
  const ratios = bars.map(([name, of, to, most]) => {
    const ratio = (key: "seconds" | "cpu") => rounded(median(measured.map((round) => round[of][key] / round[to][key])));
    const [wall, cpu] = [ratio("seconds"), ratio("cpu")];
    console.log(`${wall.toFixed(3).padStart(7)} (processor ${cpu.toFixed(3)}, at most ${most})  ${name}`);
    return { name, wall, cpu, most };
  });
  console.log(`Median of ${rounds} rounds`);
  const peak = Math.round(Math.max(...measured.flatMap((round) => runs.map((run) => round[run].megabytes))));
  return { rounds, ratios, costs, peak };
}
