#!/usr/bin/env node
import nodeModule from "node:module";
import { homedir } from "node:os";
import path from "node:path";
import process from "node:process";
import { setFlagsFromString } from "node:v8";

// On Node 20 (V8 11), functions are optimized later than by default. Most runs take a second, and optimizing functions
// would take as much time as the work itself. With one changed page of 3,341, a run takes a third less time; a
// full run takes a fifth less. Later versions of V8 have an intermediate compiler.
if (process.versions.v8.startsWith("11.")) setFlagsFromString("--interrupt-budget=600000");

// Node 22.1 and later store compiled code between runs. The folder is the user's own: the default is in the folder for
// temporary files, where other users could put code, and a folder of the project can come with the docs.
const enableCompileCache: unknown = Reflect.get(nodeModule, "enableCompileCache");
if (typeof enableCompileCache === "function") {
  const folder = process.env.NODE_COMPILE_CACHE ?? path.join(homedir(), ".cache", "graph-docs-codegen", "node");
  Reflect.apply(enableCompileCache, nodeModule, [folder]);
}

const { main } = await import("./main.ts");
// The exit code is set without `process.exit()`, so that pending writes to pipes finish.
process.exitCode = await main(process.argv.slice(2));
