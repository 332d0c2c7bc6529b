#!/usr/bin/env node
import process from "node:process";
import { parseArgs } from "node:util";
import { codeFolder, storeFolder } from "../cache/folder.ts";
import { createNodeHost } from "../node-host.ts";
import { loadProgram } from "./program.ts";
import { tuneEngine } from "./tune.ts";

// Before anything is loaded: compiled code is kept for one state of the engine alone.
tuneEngine();

/** Commands that run what `generate` runs, and use the code that it keeps. */
const AS_GENERATE: ReadonlySet<string> = new Set(["check", "watch"]);

const argv = process.argv.slice(2);
const { command, folder } = await findCode();
const { program, keep } = loadProgram(folder, AS_GENERATE.has(command) ? "generate" : command);
const { main } = await program.loadMain();
// The exit code is set, not forced, so that pipes are written to the end.
process.exitCode = await main(argv);
// What a wrong call has run of the program is not worth keeping.
if (process.exitCode !== 2) keep();

interface Code {
  readonly command: string;
  readonly folder: string | null;
}

/** Where code is kept has to be known before that is loaded which reads the command line as a whole. */
async function findCode(): Promise<Code> {
  const { values, positionals } = parseArgs({
    args: argv,
    strict: false,
    allowPositionals: true,
    options: { "cache-dir": { type: "string" }, "no-cache": { type: "boolean" } },
  });
  const [command = "help"] = positionals;
  const { "cache-dir": said, "no-cache": isOff } = values;
  if (isOff === true) return { command, folder: null };
  const folder = await storeFolder(createNodeHost(), process.cwd(), typeof said === "string" ? said : undefined);
  return { command, folder: folder === null ? null : codeFolder(folder) };
}
