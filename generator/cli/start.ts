#!/usr/bin/env node
import nodeModule from "node:module";
import process from "node:process";
import { setFlagsFromString } from "node:v8";

// On Node 20 (V8 11), functions are optimized later than by default. Most runs take a second, and optimizing functions
// would take as much processor time as the work itself. A run with one changed page of 3,341 takes a third less time, a
// full run a fifth. Later versions of V8 have an intermediate compiler.
if (process.versions.v8.startsWith("11.")) setFlagsFromString("--interrupt-budget=600000");

// Node 22.1 and later store compiled code between runs.
const enableCompileCache: unknown = Reflect.get(nodeModule, "enableCompileCache");
if (typeof enableCompileCache === "function") Reflect.apply(enableCompileCache, nodeModule, []);

const { main } = await import("./main.ts");
// The exit code is set, not forced, so that pipes are written to the end.
process.exitCode = await main(process.argv.slice(2));
