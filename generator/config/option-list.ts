import { OPTIONS, type CommandName, type Option, type PROGRAM } from "./options.ts";
import { SETTINGS } from "./settings.ts";

/** An option with its key. */
export interface NamedOption extends Option {
  readonly name: string;
}

/** All options, in the order in which `--help` lists them. */
export const ALL_OPTIONS: readonly NamedOption[] = Object.entries(OPTIONS).map(([name, option]) => ({
  name,
  ...option,
}));

/** The options that a config file may set. */
export const CONFIG_OPTIONS: readonly NamedOption[] = ALL_OPTIONS.filter(({ name }) => name in SETTINGS);

/** The options that a command takes as flags. */
export function optionsOf(command: CommandName | typeof PROGRAM): readonly NamedOption[] {
  return ALL_OPTIONS.filter(({ commands }) => commands.includes(command));
}

/** Returns an option as users write it on the command line: `baseUrl` → `--base-url`, `cache` → `--no-cache`. */
export function flagOf({ name, flag = name, default: initial }: NamedOption): string {
  const words = flag.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return initial === true ? `--no-${words}` : `--${words}`;
}

/** Describes the default in plain text, or returns null if there is none. */
export function defaultOf({ default: initial, fallback }: NamedOption): string | null {
  return typeof initial === "string" ? initial : (fallback ?? null);
}
