import { drawFrom, type Draw } from "./random.ts";

/** Draws that depend on a seed alone. */
export interface Random {
  /** A whole number from 0 up to, but not including, a limit. */
  readonly below: Draw;
  /** One of several items. */
  readonly of: <T>(items: readonly [T, ...T[]]) => T;
}

/** Creates the draws of a seed, which differ much from those of the next one. */
export function randomOf(seed: number): Random {
  const below = drawFrom(Math.imul(seed, 0x9e3779b1));
  return { below, of: (items) => items[below(items.length)] ?? items[0] };
}

/** The seeds of `--seeds 1-100` on a command line. */
export function seedsOf(argv: readonly string[], initial: string): readonly number[] {
  const at = argv.indexOf("--seeds");
  const [, from = "1", to = from] = /^(\d+)(?:-(\d+))?$/.exec((at === -1 ? initial : argv[at + 1]) ?? "") ?? [];
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index);
}
