import { expect, it } from "vitest";
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
  ["an unknown format", ["lint", "--format", "xml"], "Allowed choices are pretty, json, github"],
  ["a stray argument", ["model", "docs-input"], "too many arguments"],
];

it.each(wrongCalls)("explains %s and shows help", async (_, argv, message) => {
  const { code, stdout, stderr } = await runCommand(host(), ...argv);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(message);
  expect(stderr).toContain("Usage: ");
});

const wrongSettings: readonly [name: string, argv: readonly string[], message: string][] = [
  ["a missing docs folder", ["--docs", "nowhere"], "--docs nowhere does not exist: name the folder"],
  ["docs that are a file", ["--docs", "file.md"], "--docs file.md is a file: name the folder"],
  ["a missing root", ["--root", "nowhere"], "--root nowhere does not exist"],
  ["a root beside the docs", ["--root", "empty"], "--root empty does not contain --docs docs-input"],
  ["a root with a name that begins alike", ["--root", "docs"], "--root docs does not exist"],
  ["a package in the docs", ["--out", "docs-input/out"], "--out docs-input/out lies in the docs folder"],
  ["a package that is the docs", ["--out", "docs-input"], "--out docs-input lies in the docs folder"],
  ["a package that is a file", ["--out", "file.md"], "--out file.md is a file"],
  ["an address that is none", ["--base-url", "graph"], "--base-url graph is no plain http or https address"],
  ["an address that runs code", ["--base-url", "javascript:0"], "--base-url javascript:0 is no plain http"],
  ["a package name npm refuses", ["--package-name", "No Name"], "--package-name No Name cannot be used"],
  ["a version that is none", ["--package-version", "1"], "--package-version 1 cannot be used, expected x.y.z"],
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

it("takes an unexpected error for a fault of its own", async () => {
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
