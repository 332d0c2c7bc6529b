import { createRequire } from "node:module";
import path from "node:path";
import { requireKept, type KeptModule } from "../node-code.ts";
import type * as Program from "../program.ts";

/** The built program as this run loads it. */
export interface LoadedProgram {
  readonly program: typeof Program;
  /** Keeps what was compiled of it for later runs. */
  readonly keep: KeptModule["keep"];
}

/**
 * Loads the built program, which stands beside the file that begins it.
 *
 * @param folder where compiled code is kept, absolute, or null to compile all of it
 * @param use what it is loaded for
 */
export function loadProgram(folder: string | null, use: string): LoadedProgram {
  const file = path.join(import.meta.dirname, "program.cjs");
  const { loaded, keep } = folder === null ? requirePlain(file) : requireKept(file, folder, use);
  if (isProgram(loaded)) return { program: loaded, keep };
  throw new Error("Unexpected content of program.cjs, expected the program that was built: install it again");
}

function requirePlain(file: string): KeptModule {
  return { loaded: createRequire(file)(file), keep: () => undefined };
}

function isProgram(value: unknown): value is LoadedProgram["program"] {
  return typeof value === "object" && value !== null && "loadMain" in value;
}
