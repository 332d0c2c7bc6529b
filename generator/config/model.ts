import { flagOf } from "./option-list.ts";
import { OPTIONS, type Config } from "./options.ts";

/** The place where a value was set. */
export interface Origin {
  /** Absolute path of the folder against which relative paths are resolved. */
  readonly folder: string;
  /** Path of the config file for messages, or null for the command line. */
  readonly file: string | null;
}

/** Settings and the place where they were set. */
export interface SourcedConfig {
  readonly config: Config;
  readonly origin: Origin;
}

/** The command line or the config file is invalid. The message states how to fix it. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** Formats a setting and its value as the user wrote them, for the beginning of a message. */
export function shownSetting(name: keyof Config, value: string, { file }: Origin): string {
  return file === null ? `${flagOf({ name, ...OPTIONS[name] })} ${value}` : `${file}: ${name} ${JSON.stringify(value)}`;
}
