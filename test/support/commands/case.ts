import { listFixtures, readInputs, type Fixture } from "../fixtures.ts";
import type { Folder } from "./folder.ts";
import { DISK_STATES, STATES } from "./states.ts";

/** A call of the command line in a state of the folder. */
export interface Case {
  readonly fixture: Fixture;
  /** Names of the states and arguments of earlier calls that bring about the state of the folder, in order. */
  readonly history: readonly (string | readonly string[])[];
  /** Arguments without the name of the program. */
  readonly argv: readonly string[];
  /** What happens while the command runs: changes of the folder, requests, or answers. */
  readonly steps: readonly string[];
}

/** All cases: the folders in the folder of each command. */
export const CASES: readonly Case[] = listFixtures("commands", 2).map(readCase);

/**
 * Reads `call.txt`: lines with states and, after `$`, with earlier calls; the call; and after `>` each of its steps.
 */
function readCase(fixture: Fixture): Case {
  const lines = new TextDecoder().decode(readInputs(fixture)["call.txt"]).trimEnd().split("\n");
  const calledAt = lines.findLastIndex((line) => line.startsWith("$"));
  return {
    fixture,
    history: lines.slice(0, calledAt).flatMap(eventsOf),
    argv: argvOf(lines[calledAt] ?? ""),
    steps: lines.slice(calledAt + 1).map((step) => step.replace(/^> ?/, "")),
  };
}

function eventsOf(line: string): Case["history"] {
  return line.startsWith("$") ? [argvOf(line)] : line.split(", ");
}

function argvOf(line: string): readonly string[] {
  return argumentsOf(line).slice(2);
}

/** Words of a command line; those in quotes may contain spaces. */
export function argumentsOf(call: string): readonly string[] {
  return [...call.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain = ""]) => quoted ?? plain);
}

/** Whether a case needs real files, for Git or for the compiler. */
export function isOnDisk({ history }: Case): boolean {
  return statesOf(history).some((state) => state in DISK_STATES);
}

/** The states among the events that precede a call. */
export function statesOf(history: Case["history"]): readonly string[] {
  return history.filter((event) => typeof event === "string");
}

/** Puts a folder into a state. */
export function applyState(folder: Folder, state: string): void {
  const change = STATES[state] ?? DISK_STATES[state];
  if (change === undefined) throw new Error(`Unexpected state "${state}", expected one of states.ts`);
  change(folder);
}
