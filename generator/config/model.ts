import { UserError, type HelpTopic } from "./mistake.ts";
import { flagOf } from "./option-list.ts";
import { OPTIONS, type Config } from "./options.ts";

/** The place where a value was set. */
export interface Origin {
  /** Absolute path of the folder against which relative paths are resolved. */
  readonly folder: string;
  /** Path of the config file for messages, or null for the command line. */
  readonly file: string | null;
  /** Positions of the settings in the file, as `line:column` by name, or by name and index such as `include[0]`. */
  readonly positions?: ReadonlyMap<string, string>;
}

/** Settings and the place where they were set. */
export interface SourcedConfig {
  readonly config: Config;
  readonly origin: Origin;
}

/** The command line or the config file is invalid. */
export class ConfigError extends UserError {
  override readonly name = "ConfigError";
}

/**
 * Formats a setting and its value as the user wrote them, for the beginning of a message.
 *
 * @param index index of the value in a list
 */
export function shownSetting(name: keyof Config, value: string, { file, positions }: Origin, index?: number): string {
  if (file === null) return `${flagOf({ name, ...OPTIONS[name] })} ${value}`;
  const position = positions?.get(index === undefined ? name : `${name}[${index}]`);
  return `${position === undefined ? file : `${file}:${position}`}: ${name} ${JSON.stringify(value)}`;
}

/** What explains a setting: the help of the command for a flag, otherwise the page about the config file. */
export function topicOf({ file }: Origin): HelpTopic {
  return file === null ? "usage" : "config";
}
