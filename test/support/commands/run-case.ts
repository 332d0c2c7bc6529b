import { setTimeout } from "node:timers/promises";
import { run } from "../../../generator/commands/run.ts";
import { createContext, type Ran } from "../command-line.ts";
import { readInputs } from "../fixtures.ts";
import { startMemoryWatch } from "../memory-watch.ts";
import { applyState, type Case } from "./case.ts";
import type { Folder } from "./folder.ts";

/** Adds the files of a case to a folder whose package is up to date, and brings about its state. */
export async function prepare(folder: Folder, { fixture, history }: Case): Promise<void> {
  for (const [file, bytes] of Object.entries(readInputs(fixture))) {
    if (file.startsWith("files/")) folder.write(file.slice("files/".length), new TextDecoder().decode(bytes));
  }
  for (const event of history) {
    if (typeof event === "string") {
      applyState(folder, event);
      continue;
    }
    // As in a shell, `>` and a name at the end write the output to a file.
    const end = event.at(-2) === ">" ? -2 : event.length;
    const { stdout } = await runCall(folder, event.slice(0, end));
    if (end === -2) folder.write(event.at(-1) ?? "", stdout);
  }
}

/** Runs the call of a case, with its steps. Each step is shown where it happened. */
export function runCase(folder: Folder, given: Case): Promise<Ran> {
  const { argv, steps } = given;
  if (argv[0] === "watch") return watch(folder, given);
  if (argv[0] === "mock") return mock(folder, given);
  return steps.length === 0 ? runCall(folder, argv) : answer(folder, given);
}

/** Runs a command that ends by itself, and asks nothing. */
export async function runCall(folder: Folder, argv: readonly string[]): Promise<Ran> {
  const { context, stdout, stderr } = createContext(folder.host, folder.cwd);
  const code = await run(argv, context);
  return { code, stdout: stdout.join(""), stderr: stderr.join("") };
}

/** A user at a terminal who types a step for each question. */
async function answer(folder: Folder, { argv, steps }: Case): Promise<Ran> {
  const { context, stdout, stderr } = createContext(folder.host, folder.cwd);
  const lines = [...steps];
  const ask = async (question: string): Promise<string> => {
    const line = lines.shift();
    if (line === undefined) throw new Error(`Unexpected question "${question}", expected an answer in call.txt`);
    await context.stdout.write(`${question}${line}\n`);
    return line;
  };
  const code = await run(argv, { ...context, ask });
  return { code, stdout: stdout.join(""), stderr: stderr.join("") };
}

/** Each step of a watch is a state that the files change to while it runs. */
async function watch(folder: Folder, { argv, steps }: Case): Promise<Ran> {
  const running = await startMemoryWatch(folder.host, ...argv.slice(1));
  let { stdout, stderr } = running.start;
  for (const step of steps) {
    const before = folder.files();
    applyState(folder, step);
    const after = folder.files();
    const files = [...new Set([...before.keys(), ...after.keys()])].filter(
      (file) => before.get(file) !== after.get(file),
    );
    const said = await running.tell(files.map((file) => `${folder.cwd}/${file}`));
    stdout += `> ${step}\n${said.stdout}`;
    stderr += said.stderr === "" ? "" : `> ${step}\n${said.stderr}`;
  }
  return { code: await running.stop(), stdout, stderr };
}

/** Each step of a mock is a request that it receives. */
async function mock(folder: Folder, { argv, steps }: Case): Promise<Ran> {
  const { context, stdout, stderr } = createContext(folder.host, folder.cwd);
  let stop = (): void => undefined;
  const stopped = new Promise<void>((resolve) => (stop = resolve));
  const live = { watch: () => Promise.reject(new Error("nothing is watched")), stopped: () => stopped };
  const ended = run(argv, { ...context, live });
  const origin = await untilServing(stdout, ended);
  for (const step of steps) {
    if (origin === null) throw new Error(`Unexpected request "${step}", expected a server: ${stderr.join("")}`);
    await context.stdout.write(`> ${step}\n`);
    await context.stdout.write(await send(origin, step));
  }
  stop();
  return { code: await ended, stdout: stdout.join(""), stderr: stderr.join("") };
}

/** URL of a mock's server once it is printed; null if the command ends instead. */
async function untilServing(printed: readonly string[], ended: Promise<unknown>): Promise<string | null> {
  const end = ended.then(() => "ended");
  for (;;) {
    const url = / at (http:\/\/[^/;\s]+)/.exec(printed.join(""))?.[1];
    if (url !== undefined) return url;
    if ((await Promise.race([end, setTimeout(2)])) === "ended") return null;
  }
}

/** Sends a request, such as `PATCH /v1.0/boats/1 {"length": 12}`, and prints its response. */
async function send(origin: string, request: string): Promise<string> {
  const [, method = "", path = "", body] = /^(\S+) (\S+)(?: (.*))?$/.exec(request) ?? [];
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${origin}${path}`, { method, ...(body === undefined ? {} : { body, headers }) });
  return `${JSON.stringify(JSON.parse(await response.text()), null, 2)}\n`;
}
