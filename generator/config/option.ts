import type * as z from "zod/mini";

/** Name of the program, under which the options of all commands are listed. */
export const PROGRAM = "graph-docs-codegen";

/** Groups of commands that take the same options. */
export const WRITE = ["generate", "watch", "update"] as const;
export const PACKAGE = ["generate", "check", "watch", "update"] as const;
export const SELECT = [...PACKAGE, "model", "openapi", "mock"] as const;
export const READ = [...SELECT, "lint"] as const;

export type CommandName = (typeof READ)[number] | "diff" | "init" | "explain" | "scopes";

/** One option of the command line, of the config file, or of both. */
export interface Option {
  /** Name on the command line if it differs from the key, such as for a flag that several commands define. */
  readonly flag?: string;
  readonly type: z.core.$ZodType;
  readonly description: string;
  /** Placeholder for the value in `--help`; an option without one is a switch. */
  readonly placeholder?: string;
  readonly default?: string | boolean;
  /** Description of the default if it is not a constant. */
  readonly fallback?: string;
  /** Commands that take the flag. */
  readonly commands: readonly (CommandName | typeof PROGRAM)[];
}
