import { Option, type Command } from "commander";
import { areValid, type Problem } from "../config/check.ts";
import type { Mistake } from "../config/mistake.ts";
import { ConfigError } from "../config/model.ts";
import { defaultOf, flagOf, optionsOf, type NamedOption } from "../config/option-list.ts";
import type { CommandName, Flags, PROGRAM } from "../config/options.ts";

/** Adds the flags of a command to its parser. To add a flag, add an entry to `config/options.ts`. */
export function addFlags(command: Command, name: CommandName | typeof PROGRAM): Command {
  for (const option of optionsOf(name)) command.addOption(new Option(syntaxOf(option), describe(option)));
  return command;
}

/**
 * Reads the flags of a command.
 *
 * @param command the parser, after parsing
 * @throws ConfigError if a value is not valid
 */
export function readFlags<Name extends CommandName>(name: Name, command: Command): Flags<Name> {
  refuseEmptyOption(command);
  const options = optionsOf(name);
  const given: Readonly<Record<string, unknown>> = command.opts();
  const values = Object.fromEntries(
    options.map((option) => [option.name, toValue(option, given[option.flag ?? option.name])]),
  );
  const shownFlag = ([key]: Problem["path"]): string =>
    options.filter((option) => option.name === key).map(flagOf)[0] ?? "";
  const problems: Problem[] = [];
  if (areValid(values, options, shownFlag, problems)) return values;
  throw new ConfigError(problems);
}

/**
 * Refuses an option that took the next option as its value: `--docs --out x`.
 *
 * @throws ConfigError if there is one
 */
export function refuseEmptyOption(command: Command): void {
  const given: Readonly<Record<string, unknown>> = command.opts();
  const isFlag = (value: unknown): boolean => command.options.some(({ long }) => long === value);
  const empty = command.options.find((option) => [given[option.attributeName()]].flat().some(isFlag));
  if (empty !== undefined) throw new ConfigError(withoutValue(empty));
}

/** The mistake of an option without its value. */
export function withoutValue({ long, flags, description }: Option): Mistake {
  return { problem: `Unexpected ${long ?? flags} without a value`, remedy: `Expected ${flags}: ${description}.` };
}

/** A flag with its value, as `--help` shows it. */
export function syntaxOf(option: NamedOption): string {
  const { type, placeholder } = option;
  if (placeholder === undefined) return flagOf(option);
  return `${flagOf(option)} <${placeholder}${type._zod.def.type === "array" ? "..." : ""}>`;
}

function describe(option: NamedOption): string {
  const { type, description } = option;
  const choices = type._zod.def.type === "enum" ? [...(type._zod.values ?? [])].join(", ") : null;
  const initial = defaultOf(option);
  const notes = [choices && `choices: ${choices}`, initial && `default: ${initial}`].filter((note) => note !== null);
  return notes.length === 0 ? description : `${description} (${notes.join("; ")})`;
}

/** Converts numbers, which are text on the command line. */
function toValue({ type }: NamedOption, value: unknown): unknown {
  const isNumber = type._zod.def.type === "number" && typeof value === "string" && /^\d+$/.test(value);
  return isNumber ? Number(value) : value;
}
