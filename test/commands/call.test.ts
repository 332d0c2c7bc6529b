import { expect, it } from "vitest";
import { createProgram } from "../../generator/commands/program.ts";
import { createMemoryHost } from "../support/memory-host.ts";
import { runCommand } from "../support/command-line.ts";

const host = () =>
  createMemoryHost({
    "/project/docs-input/api/notes.txt": "no page",
    "/project/empty/notes.txt": "no page",
    "/project/file.md": "# A file",
    "/elsewhere/x.md": "# Elsewhere",
  });

it("shows help on request", async () => {
  const { code, stdout, stderr } = await runCommand(host(), "--help");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("Usage: graph-docs-codegen");
});

const wrongCalls: readonly [name: string, argv: readonly string[], message: string][] = [
  ["no command", [], "Usage: graph-docs-codegen"],
  ["an unknown command", ["genrate"], "unknown command 'genrate'"],
  ["an unknown flag", ["generate", "--docz", "x"], "unknown option '--docz'"],
  ["a flag without its value", ["generate", "--docs"], "argument missing"],
  [
    "an unknown format",
    ["lint", "--format", "xml"],
    'unexpected "xml" for --format, expected pretty, json, github or sarif',
  ],
  ["a stray argument", ["model", "docs-input"], "too many arguments"],
];

it.each(wrongCalls)("explains %s and how to get help", async (_, argv, message) => {
  const { code, stdout, stderr } = await runCommand(host(), ...argv);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(message);
  expect(stderr).toMatch(/^Usage: |\nRun "graph-docs-codegen(?: \w+)? --help" for usage\.\n$/);
});

it("suggests the nearest name of a command, a flag and a value", async () => {
  const calls = { genrate: "generate", "generate --docz x": "--docs", "lint --format pritty": "pretty" };
  for (const [call, meant] of Object.entries(calls)) {
    const lines = (await runCommand(host(), ...call.split(" "))).stderr.split("\n");
    expect(lines).toHaveLength(4);
    expect(lines[1]).toBe(`(Did you mean ${meant}?)`);
  }
});

it("shows examples in the help of every command, which it can parse", async () => {
  for (const command of createProgram(() => undefined).commands) {
    const { stdout } = await runCommand(host(), command.name(), "--help");
    const examples = [...stdout.matchAll(/^ {2}graph-docs-codegen (.*)$/gm)].map(([, call = ""]) => call);
    expect(examples, command.name()).not.toEqual([]);
    for (const call of examples) {
      const argv = call.replace(/ > .*/, "").replaceAll('"', "").split(" ");
      let isParsed = false;
      createProgram(() => (isParsed = true)).parse(argv, { from: "user" });
      expect(isParsed, call).toBe(true);
    }
  }
});

const wrongSettings: readonly [name: string, argv: readonly string[], message: string][] = [
  ["a docs folder that does not exist", ["--docs", "nowhere"], "--docs nowhere does not exist: name the folder"],
  ["docs that are a file", ["--docs", "file.md"], "--docs file.md is a file: name the folder"],
  ["a root that does not exist", ["--root", "nowhere"], "--root nowhere does not exist"],
  ["a root beside the docs", ["--root", "empty"], "--root empty does not contain --docs docs-input"],
  ["a root with a name that begins alike", ["--root", "docs"], "--root docs does not exist"],
  ["a package in the docs", ["--out", "docs-input/out"], "--out docs-input/out is inside the docs folder"],
  ["a package that is the docs", ["--out", "docs-input"], "--out docs-input is inside the docs folder"],
  ["a package that is a file", ["--out", "file.md"], "--out file.md is a file"],
  [
    "a base URL that is not a URL",
    ["--base-url", "graph"],
    'unexpected "graph" for --base-url, expected an http or https',
  ],
  ["a base URL that runs code", ["--base-url", "javascript:0"], 'unexpected "javascript:0" for --base-url'],
  ["a package name that npm rejects", ["--package-name", "No Name"], 'unexpected "No Name" for --package-name'],
  ["a version that is not one", ["--package-version", "1"], 'unexpected "1" for --package-version, expected a version'],
];

it.each(wrongSettings)("explains %s", async (_, argv, message) => {
  const files = host();
  const { code, stdout, stderr } = await runCommand(files, "generate", ...argv);
  expect({ code, stdout, changes: files.log }).toEqual({ code: 2, stdout: "", changes: [] });
  expect(stderr).toContain(message);
});

it.each(["generate", "check", "lint", "model", "openapi"])("%s fails on a folder without pages", async (command) => {
  const files = host();
  const { code, stdout, stderr } = await runCommand(files, command, "--docs", "empty");
  expect({ code, stdout, files: [...files.files] }).toEqual({ code: 1, stdout: "", files: [...host().files] });
  expect(stderr).toBe("No Markdown page found in empty: name the folder that holds api/ and resources/\n");
});

it("reports an unexpected error as its own fault", async () => {
  const broken = { ...host(), kind: () => Promise.reject(new Error("surprise")) };
  const plain = await runCommand(broken, "lint");
  expect(plain.code).toBe(1);
  expect(plain.stderr).toBe(
    "Unexpected failure: surprise. This is a bug in the program, not a problem in the docs.\nRun again with --verbose to see the stack.\n",
  );
  const verbose = await runCommand(broken, "lint", "--verbose");
  expect(verbose.stderr).toContain("call.test.ts");
});

it("explains what the file system refuses", async () => {
  const files = host();
  files.failOn("list", /docs-input/, "EACCES");
  const { code, stderr } = await runCommand(files, "lint");
  expect(code).toBe(1);
  expect(stderr).toBe("docs-input: permission denied: make it accessible, or name another folder\n");
});
