import { writeFileSync } from "node:fs";
import path from "node:path";
import { measurePeers } from "./peers.ts";
import { measureRound, RUNS, type Cost, type Run } from "./generate.ts";

/** Where the last figures are kept. */
const KEPT = path.join(import.meta.dirname, "generate.json");

/** Each ratio with the most that it may be. */
const RATIOS: readonly (readonly [name: string, of: Run, to: Run, most: number])[] = [
  ["cold generate / parsing alone", "cold", "parse", 1],
  ["second generate / cold", "second", "cold", 0.05],
  ["generate after one edit / cold", "edited", "cold", 0.1],
  ["check after one edit / cold", "check", "cold", 0.1],
  ["all pages / half of them", "cold", "half", 2.1],
];
const MOST_MEGABYTES = 700;

/**
 * Measures runs on a reference and prints their ratios; each round measures all of them, one after the other, so that
 * what else the machine does weighs on all alike.
 *
 * @param docs folder of the pages
 * @param root folder that their includes come from
 * @param rounds how many times to measure
 * @param keep whether to write the figures to `generate.json`
 */
export async function compareRuns(docs: string, root: string, rounds: number, keep: boolean): Promise<void> {
  const measured: Readonly<Record<Run, Cost>>[] = [];
  for (let round = 0; round < rounds; round++)
    measured.push(await measureRound(path.resolve(docs), path.resolve(root)));
  const costs = Object.fromEntries(
    RUNS.map((run) => {
      const pick = (key: keyof Cost) => round(median(measured.map((costs) => costs[run][key])));
      return [run, { seconds: pick("seconds"), cpu: pick("cpu"), megabytes: pick("megabytes") }];
    }),
  );
  for (const [run, { seconds, cpu, megabytes }] of Object.entries(costs)) {
    console.log(
      `${run.padEnd(8)} ${seconds.toFixed(2)} s, processor ${cpu.toFixed(2)} s, peak ${megabytes.toFixed(0)} MiB`,
    );
  }
  const ratios = RATIOS.map(([name, of, to, most]) => {
    const wall = round(median(measured.map((costs) => costs[of].seconds / costs[to].seconds)));
    const cpu = round(median(measured.map((costs) => costs[of].cpu / costs[to].cpu)));
    console.log(`${wall.toFixed(3).padStart(7)} (processor ${cpu.toFixed(3)}, at most ${most})  ${name}`);
    return { name, wall, cpu, most };
  });
  const peak = Math.max(...measured.flatMap((costs) => RUNS.map((run) => costs[run].megabytes)));
  console.log(`${peak.toFixed(0).padStart(7)} MiB at most (${MOST_MEGABYTES} allowed); median of ${rounds} rounds`);
  const peers = comparePeers(rounds);
  if (keep) {
    writeFileSync(KEPT, `${JSON.stringify({ rounds, ratios, peers, costs, peak: Math.round(peak) }, null, 2)}\n`);
  }
}

/** A cold run on the sample beside other generators, by wall clock; no slower than the quicker one is asked. */
function comparePeers(rounds: number): Readonly<Record<string, number>> {
  const measured = measurePeers(rounds);
  const names = Object.keys(measured[0]?.peers ?? {});
  const entries = names.map((name) => {
    const ratio = round(median(measured.map(({ ours, peers }) => ours / (peers[name] ?? Number.NaN))));
    console.log(`${ratio.toFixed(3).padStart(7)} (at most 1)  cold generate of the sample / ${name}`);
    return [name, ratio] as const;
  });
  return Object.fromEntries(entries);
}

/** Middle one of some numbers. */
function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
