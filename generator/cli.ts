#!/usr/bin/env node
import process from "node:process";
import { main } from "./main.ts";

// The exit code is set, not forced, so that pipes are written to the end.
process.exitCode = await main(process.argv.slice(2));
