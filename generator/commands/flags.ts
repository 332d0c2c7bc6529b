import { Option, type Command } from "commander";
import { areValid, type Problem } from "../config/check.ts";
import { defaultOf, flagOf, optionsOf, type NamedOption } from "../config/option-list.ts";
import type { CommandName, Flags, PROGRAM } from "../config/options.ts";

/** Adds the flags of a command to its parser. To add a flag, add an entry to `config/options.ts`. */
export function addFlags(command: Command, name: CommandName | typeof PROGRAM): Command {
  for (const option of optionsOf(name)) command.addOption(new Option(syntaxOf(option), describe(option)));
  return command;
}

/**
 * Reads the flags of a command. An invalid value ends the parsing with an error message.
 *
 * @param command the parser, after parsing
 */
export function readFlags<Name extends CommandName>(name: Name, command: Command): Flags<Name> {
  const options = optionsOf(name);
  const given: Readonly<Record<string, unknown>> = command.opts();
  const values = Object.fromEntries(
    options.map((option) => [option.name, toValue(option, given[option.flag ?? option.name])]),
  );
  const shownFlag = ([key]: Problem["path"]): string =>
    options.filter((option) => option.name === key).map(flagOf)[0] ?? "";
  const problems: Problem[] = [];
  if (areValid(values, options, shownFlag, problems)) return values;
  const [problem] = problems;
  const near = problem?.near.length === 0 ? "" : `\n(Did you mean ${problem?.near.join(", ") ?? ""}?)`;
  return command.error(`error: ${problem?.message.replace(/^U/, "u") ?? ""}${near}`);
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
