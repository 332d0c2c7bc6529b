/** A step with its time and its parts. */
export interface TimedStep {
  readonly label: string;
  /** How often it ran. */
  readonly count: number;
  readonly milliseconds: number;
  /** Steps that ran during it, in the order in which they began. */
  readonly parts: readonly TimedStep[];
}

/** Label of the time of a step that none of its parts took. */
const REST = "other";
/** Times below this are not a part of their own. */
const LEAST = 0.5;

/**
 * Prints the times of a run as a tree: each step with its time, its share of the whole and, indented below it, its parts.
 * The times of the parts add up to that of their step.
 *
 * @param whole the run
 */
export function printTimes(whole: TimedStep): string {
  return linesOf(whole, whole.milliseconds, 0).join("");
}

function linesOf(step: TimedStep, whole: number, depth: number): readonly string[] {
  const { label, count, milliseconds } = step;
  const share = whole === 0 ? 0 : (100 * milliseconds) / whole;
  const name = `${"  ".repeat(depth)}${label}${count > 1 ? ` (${count} times)` : ""}`;
  const line = `${duration(milliseconds).padStart(8)} ${share.toFixed(0).padStart(4)} %  ${name}\n`;
  return [line, ...withRest(step).flatMap((part) => linesOf(part, whole, depth + 1))];
}

/** The parts of a step and, unless they take all of its time, the rest. */
function withRest({ milliseconds, parts }: TimedStep): readonly TimedStep[] {
  const rest = milliseconds - parts.reduce((sum, part) => sum + part.milliseconds, 0);
  if (parts.length === 0 || rest < LEAST) return parts;
  return [...parts, { label: REST, count: 1, milliseconds: rest, parts: [] }];
}

function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}
