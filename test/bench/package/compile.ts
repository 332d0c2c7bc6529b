import { fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { median } from "../median.ts";

/** Time of one run of the compiler. */
export interface Time {
  readonly wall: number;
  /** Of all its threads; less than `wall` where the machine did other work. */
  readonly cpu: number;
}

const OPTIONS = {
  noEmit: true,
  skipLibCheck: true,
  strict: true,
  target: "es2022",
  lib: ["es2022", "dom"],
  module: "esnext",
  moduleResolution: "bundler",
  allowImportingTsExtensions: true,
  types: [],
} as const;

const CODE = "process.on('exit',()=>process.send?.(process.cpuUsage()))";
const REPORT = ["--import", `data:text/javascript,${encodeURIComponent(CODE)}`];

/** What a run of the compiler took and complained of. */
export interface Compiled extends Time {
  readonly complaints: string;
}

/**
 * Type-checks programs that stand in one folder.
 *
 * @throws Error when the compiler does not come to the programs
 */
export function compile(compiler: string, folder: string, files: readonly string[]): Promise<Compiled> {
  const project = path.join(folder, "tsconfig.json");
  writeFileSync(project, JSON.stringify({ compilerOptions: OPTIONS, files }));
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const options = { cwd: folder, execArgv: REPORT, stdio: ["ignore", "pipe", "pipe", "ipc"] as const };
    const child = fork(compiler, ["-p", project, "--pretty", "false"], { ...options, stdio: [...options.stdio] });
    let complaints = "";
    let cpu = 0;
    child.stdout?.on("data", (chunk) => (complaints += String(chunk)));
    child.on("message", (usage: unknown) => (cpu = microseconds(usage) / 1e6));
    child.on("close", () => {
      if (/^error TS/m.test(complaints)) reject(new Error(complaints));
      resolve({ wall: (performance.now() - started) / 1e3, cpu, complaints });
    });
  });
}

function microseconds(usage: unknown): number {
  if (typeof usage !== "object" || usage === null) return 0;
  const both = [Reflect.get(usage, "user"), Reflect.get(usage, "system")];
  return both.reduce<number>((sum, part: unknown) => sum + (typeof part === "number" ? part : 0), 0);
}

/** Programs of the compiler, by name. */
export const COMPILERS: readonly (readonly [version: string, file: string])[] = [
  ["5.9", path.resolve(import.meta.dirname, "../../../node_modules/typescript/bin/tsc")],
  ["7", path.resolve(import.meta.dirname, "../../../node_modules/typescript7/bin/tsc")],
];

/** The compiler that most users have. */
export const USUAL_COMPILER = path.resolve(import.meta.dirname, "../../../node_modules/typescript/bin/tsc");

/** A program to time. */
export interface Subject {
  readonly name: string;
  readonly folder: string;
  readonly file: string;
}

/** Times the programs in turn, again and again, so that what else the machine does meets all of them alike. */
export async function timeInTurn(
  compiler: string,
  subjects: readonly Subject[],
  runs: number,
): Promise<ReadonlyMap<string, Time>> {
  const times = new Map<string, Time[]>(subjects.map(({ name }) => [name, []]));
  for (let run = 0; run < runs; run++) {
    for (const { name, folder, file } of subjects) times.get(name)?.push(await compile(compiler, folder, [file]));
  }
  return new Map(
    [...times].map(([name, list]) => [
      name,
      { wall: median(list.map(({ wall }) => wall)), cpu: median(list.map(({ cpu }) => cpu)) },
    ]),
  );
}
