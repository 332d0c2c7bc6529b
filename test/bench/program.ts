import { execFileSync, fork, type ChildProcess } from "node:child_process";
import path from "node:path";

const REPOSITORY = path.resolve(import.meta.dirname, "../..");
/** The program as it is installed. */
export const PROGRAM = path.join(REPOSITORY, "generator/dist/cli.js");
/** Tells the parent at the end what the process cost. */
const TELL = `data:text/javascript,${encodeURIComponent(
  'process.on("exit",()=>{const{user,system}=process.cpuUsage();' +
    "process.send?.({cpu:(user+system)/1e6,megabytes:process.resourceUsage().maxRSS/1024})})",
)}`;

/** What a process costs. */
export interface Cost {
  readonly seconds: number;
  /** Processor time of all threads, in seconds. */
  readonly cpu: number;
  /** Peak resident memory in MiB. */
  readonly megabytes: number;
}

/** Builds the program, where its sources are newer. */
export function buildProgram(): void {
  execFileSync("npm", ["run", "-s", "build"], { cwd: REPOSITORY });
}

/**
 * Starts the built program; it tells at the end what it cost.
 *
 * @param argv command and flags
 * @param cwd folder in which the user stands
 */
export function startProgram(argv: readonly string[], cwd = process.cwd(), program = PROGRAM): ChildProcess {
  return fork(program, [...argv], {
    cwd,
    execArgv: ["--import", TELL],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
}

interface RunOptions {
  readonly cwd?: string;
  readonly codes?: readonly number[];
  readonly program?: string;
}

/**
 * Runs the built program to its end.
 *
 * @param argv command and flags
 * @param options current folder, expected exit codes, and the program if it is another build
 * @throws Error when it ends with another code
 */
export function runProgram(
  argv: readonly string[],
  { cwd = process.cwd(), codes = [0], program = PROGRAM }: RunOptions = {},
): Promise<Cost> {
  return costOf(argv.join(" "), () => startProgram(argv, cwd, program), codes);
}

/**
 * Waits for a process and says what it cost.
 *
 * @param name what it is called in an error
 * @param start begins it; what it sends is taken over what is measured from outside
 * @param codes exit codes that are right
 */
export function costOf(name: string, start: () => ChildProcess, codes: readonly number[] = [0]): Promise<Cost> {
  const begin = performance.now();
  const child = start();
  const errors: string[] = [];
  let told: Partial<Cost> = {};
  child.stdout?.resume();
  child.stderr?.setEncoding("utf8").on("data", (text: string) => errors.push(text));
  child.on("message", (message) => (told = typeof message === "object" ? message : {}));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      const seconds = (performance.now() - begin) / 1000;
      if (codes.includes(code ?? -1)) resolve({ seconds, cpu: 0, megabytes: 0, ...told });
      else reject(new Error(`${name} ended with ${String(code)}\n${errors.join("")}`));
    });
  });
}
