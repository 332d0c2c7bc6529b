import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { median } from "../bench/median.ts";
import { buildProgram, runProgram } from "../bench/program.ts";
import { readShownCalls } from "../support/shown-calls.ts";

/**
 * Compares the processor time of the command `scopes` with that of the compiler, for a program that refers to each
 * request function of a built package once.
 *
 * Usage: tsx test/corpus/scopes.ts PACKAGE [RUNS]; exit 1 when `scopes` takes more than 1.5 times as long.
 */
const BAR = 1.5;
const COMPILER = path.resolve("node_modules/typescript/lib/tsc.js");
const OPTIONS = { strict: true, noEmit: true, skipLibCheck: true, module: "nodenext", target: "es2022", types: [] };

const [packageFolder = "generated", runs = "5"] = process.argv.slice(2);
const modules = readShownCalls(path.resolve(packageFolder, "src")).map(({ file, calls }) => ({
  module: file.replace(/\.ts$/, ""),
  names: [...new Set(calls.map(({ name }) => name))],
}));
const folder = mkdtempSync(path.join(tmpdir(), "scopes-"));
try {
  const lines = modules.map(
    ({ module, names }) =>
      `import { ${names.join(", ")} } from "graph-client/${module}";\nconsole.log(${names.join(", ")});`,
  );
  mkdirSync(path.join(folder, "node_modules"));
  symlinkSync(path.resolve(packageFolder), path.join(folder, "node_modules/graph-client"), "junction");
  writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(
    path.join(folder, "main.ts"),
    `declare const console: { log(...values: unknown[]): void };\n${lines.join("\n")}`,
  );
  writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: OPTIONS, files: ["main.ts"] }));
  buildProgram();
  const scopes: number[] = [];
  const compiler: number[] = [];
  for (let run = 0; run < Number(runs); run++) {
    compiler.push((await runProgram(["-p", folder], { cwd: folder, program: COMPILER })).cpu);
    scopes.push((await runProgram(["scopes", "--project", folder, "--format", "json"], { cwd: folder })).cpu);
  }
  const ratio = median(scopes) / median(compiler);
  const count = modules.reduce((sum, { names }) => sum + names.length, 0);
  console.log(
    `${count} functions: scopes ${median(scopes).toFixed(2)} s CPU, tsc ${median(compiler).toFixed(2)} s, ${ratio.toFixed(2)} × (median of ${runs})`,
  );
  process.exitCode = ratio > BAR ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}
