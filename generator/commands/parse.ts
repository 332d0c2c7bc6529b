import { CommanderError, Option, type Command } from "commander";
import { suggest, type Mistake } from "../config/mistake.ts";
import { ConfigError } from "../config/model.ts";
import { ALL_OPTIONS, flagOf } from "../config/option-list.ts";
import { nearestNames } from "../util/nearest.ts";
import { refuseEmptyOption, withoutValue } from "./flags.ts";
import { createProgram, type Call } from "./program.ts";

/** A command line that was understood. */
export interface Parsed {
  /** The command to run; null after a request for help, or without a command. */
  readonly call: Call | null;
  /** The help that was requested. */
  readonly help: string;
  /** The help of the program if the command line has no command. */
  readonly usage: string;
}

/** Maximum number of names that a message lists. */
const LISTED = 20;

/**
 * Parses a command line.
 *
 * @param argv arguments without the program's own name
 * @throws ConfigError if it has a mistake
 */
export function parse(argv: readonly string[]): Parsed {
  let call: Call | null = null;
  let help = "";
  let usage = "";
  const program = createProgram((chosen) => (call = chosen));
  for (const command of [program, ...program.commands]) {
    command.exitOverride((error) => {
      if (error.exitCode === 0 || error.code === "commander.help") throw error;
      if (error.code === "commander.excessArguments") refuseEmptyOption(command);
      throw new ConfigError(mistakeOf(error, command, program));
    });
    command.configureHelp({ showGlobalOptions: true });
    command.configureOutput({ writeOut: (part) => (help += part), writeErr: (part) => (usage += part) });
  }
  try {
    program.parse(argv, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
  }
  return { call, help, usage };
}

/** Explains an error of the parser. */
function mistakeOf({ code, message }: CommanderError, command: Command, program: Command): Mistake {
  const [, word = ""] = /'([^']*)'/.exec(message) ?? [];
  switch (code) {
    case "commander.unknownCommand":
      return unknownCommand(word, program);
    case "commander.unknownOption":
      return unknownOption(word, command, program);
    case "commander.optionMissingArgument": {
      const option = command.options.find(({ flags }) => flags === word);
      return withoutValue(option ?? new Option(word));
    }
    case "commander.missingArgument":
      return { problem: `${command.name()} without <${word}>`, remedy: `Expected ${signatureOf(command)}.` };
    case "commander.excessArguments":
      return excessArgument(command);
    default:
      return { problem: message.replace(/^error: /, ""), remedy: `Expected ${signatureOf(command)}.` };
  }
}

function unknownCommand(word: string, program: Command): Mistake {
  const names = program.commands.map((each) => each.name());
  const near = nearestNames(word, names, 1);
  const remedy = near.length > 0 ? suggest(near) : `Expected one of ${names.join(", ")}.`;
  return { problem: `Unexpected command ${word}`, remedy };
}

function unknownOption(word: string, command: Command, program: Command): Mistake {
  const [flag = word] = word.split("=");
  const problem = `Unexpected option ${flag} for ${command.name()}`;
  const others = ALL_OPTIONS.filter((option) => flagOf(option) === flag);
  const takers = others.flatMap(({ commands }) => commands);
  if (takers.length > 0) {
    const where = command === program ? ": state it after the command" : "";
    return { problem, remedy: `${flag} is an option of ${takers.join(", ")}${where}.` };
  }
  if (others.length > 0)
    return { problem, remedy: `Set ${others.map(({ name }) => name).join("")} in the config file.` };
  const own = command.options.flatMap(({ long }) => long ?? []);
  const near = nearestNames(flag, own, 1);
  if (near.length > 0) return { problem, remedy: suggest(near) };
  if (own.length === 0) return { problem, remedy: `${command.name()} has no options of its own.` };
  const expected = own.length > LISTED ? `an option of ${command.name()}` : `one of ${own.join(", ")}`;
  return { problem, remedy: `Expected ${expected}.` };
}

function excessArgument(command: Command): Mistake {
  const [first = ""] = command.args.slice(command.registeredArguments.length);
  const takesDocs = command.options.some(({ long }) => long === "--docs");
  const remedy = takesDocs
    ? `Expected only options: name the docs folder with --docs ${first}.`
    : `Expected ${signatureOf(command)}.`;
  return { problem: `Unexpected argument ${first} for ${command.name()}`, remedy };
}

/** A command with its arguments, as its help begins: `diff [options] <before> <after>`. */
function signatureOf(command: Command): string {
  return [command.parent?.name() ?? [], command.name(), command.usage()].flat().join(" ");
}
