import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { expect, it } from "vitest";
import { createProgram } from "../../generator/commands/program.ts";
import { ALL_OPTIONS, flagOf } from "../../generator/config/option-list.ts";
import { PROGRAM } from "../../generator/config/options.ts";
import { argumentsOf } from "../support/commands/case.ts";
import { runCommand } from "../support/command-line.ts";
import { createMemoryHost } from "../support/memory-host.ts";
import { REPOSITORY } from "../support/node-docs.ts";

/** The names that lead to a command and to each command in it, without that of the program. */
function namesIn(command: Command, above: readonly string[] = []): readonly (readonly string[])[] {
  return [above, ...command.commands.flatMap((inner) => namesIn(inner, [...above, inner.name()]))];
}

const COMMANDS = namesIn(createProgram(() => undefined)).map((names) => ({ name: names.join(" ") || PROGRAM, names }));

/** Returns the name of the command that a call runs, or the reason why it is none. */
function parsedCommand(call: string): string {
  let parsed = "nothing";
  const program = createProgram(() => undefined);
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({ writeErr: () => undefined, writeOut: () => undefined });
    command.hook("postAction", (_, ended) => {
      parsed = ended.name();
    });
  }
  try {
    program.parse(argumentsOf(call.replace(/ [>|#&].*/, "")), { from: "user" });
  } catch (error) {
    return error instanceof Error ? error.message : parsed;
  }
  return parsed;
}

it.each(COMMANDS)("shows examples in the help of $name, which run that command", async ({ names }) => {
  const { code, stdout } = await runCommand(createMemoryHost({}), ...names, "--help");
  expect(code).toBe(0);
  const [, text = ""] = stdout.split("\nExamples:\n");
  const examples = [...text.matchAll(/^ {2}graph-docs-codegen (.*)$/gm)].map(([, call = ""]) => call);
  expect(examples).not.toEqual([]);
  const known = createProgram(() => undefined).commands.map((command) => command.name());
  for (const call of examples) expect(names.length > 0 ? names : known, call).toContain(parsedCommand(call));
});

it("lists the exit codes, and every command", async () => {
  const { stdout } = await runCommand(createMemoryHost({}), "--help");
  expect(stdout).toContain("\nExit codes:\n");
  for (const { names } of COMMANDS) expect(stdout).toMatch(new RegExp(`^ {2}${names.join(" ")}`, "m"));
});

const PAGES = ["README.md", ".github/CONTRIBUTING.md", ".github/SECURITY.md"].concat(
  readdirSync(path.join(REPOSITORY, "generator")).map((folder) => `generator/${folder}/README.md`),
);
const texts = PAGES.map((page) => path.join(REPOSITORY, page)).flatMap((file) =>
  existsSync(file) ? [{ page: path.relative(REPOSITORY, file), text: readFileSync(file, "utf8") }] : [],
);

it.each(texts)("shows only calls that the program understands: $page", ({ text }) => {
  const calls = [...text.matchAll(/(?<![\w./-])(?:npx(?: --no --)? graph-docs-codegen|cli --) ([^`\n"']*)/g)];
  const known = COMMANDS.map(({ name }) => name);
  for (const [, call = ""] of calls) if (!call.includes("--help")) expect(known, call).toContain(parsedCommand(call));
});

/** Options of other programs, and those that every command has. */
const OTHERS = new Set(["--help", "--version"]);

it.each(texts)("mentions only options that exist: $page", ({ text }) => {
  const flags = new Set([...ALL_OPTIONS.map(flagOf), ...OTHERS]);
  const spans = [...text.matchAll(/`(?:[a-z]+ )?(--[a-z-]+)[^`\n]*`/g)].map(([, flag = ""]) => flag);
  expect(spans.filter((flag) => !flags.has(flag))).toEqual([]);
});
