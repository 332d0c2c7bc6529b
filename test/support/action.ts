import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";

const actionShape = z.object({
  inputs: z.record(z.string(), z.object({ default: z.string() })),
  runs: z.object({
    using: z.literal("composite"),
    steps: z.array(
      z.object({
        name: z.string(),
        if: z.string().optional(),
        shell: z.literal("bash"),
        env: z.record(z.string(), z.string()),
        run: z.string(),
      }),
    ),
  }),
});

/** What a composite action wrote. */
export interface ActionRun {
  /** Name and exit code of each step that ran. */
  readonly steps: readonly (readonly [name: string, code: number])[];
  readonly stdout: string;
  readonly summary: string;
}

/**
 * Runs the steps of a composite action as GitHub's runner does: each in a Bash of its own with `-eo pipefail`, with the
 * values of the expressions in its environment, and the later ones also after a failure if their condition says so.
 *
 * @param file the action's YAML file
 * @param folder working folder
 * @param values values of the inputs that differ from their defaults, and of `github.*` expressions
 */
export async function runAction(
  file: string,
  folder: string,
  values: Readonly<Record<string, string>>,
): Promise<ActionRun> {
  const { inputs, runs } = actionShape.parse(parse(await readFile(file, "utf8")));
  const defaults = Object.entries(inputs).map(([name, input]) => [`inputs.${name}`, input.default] as const);
  const known = { ...Object.fromEntries(defaults), ...values };
  const temporary = await mkdtemp(path.join(tmpdir(), "graph-docs-runner-"));
  const files = { env: path.join(temporary, "env"), summary: path.join(temporary, "summary") };
  for (const name of Object.values(files)) await writeFile(name, "");
  const done: (readonly [string, number])[] = [];
  let stdout = "";
  for (const step of runs.steps) {
    const hasFailed = done.some(([, code]) => code !== 0);
    if (!isRun(step.if, hasFailed, known)) continue;
    const own = Object.entries(step.env).map(([name, text]) => [name, evaluate(text, known)] as const);
    const shared = (await readFile(files.env, "utf8")).split("\n").filter((line) => line.includes("="));
    const env = {
      ...process.env,
      ...Object.fromEntries(
        shared.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
      ),
      ...Object.fromEntries(own),
      GITHUB_ENV: files.env,
      GITHUB_STEP_SUMMARY: files.summary,
      RUNNER_TEMP: temporary,
    };
    const { code, text } = await runBash(step.run, folder, env);
    done.push([step.name, code]);
    stdout += text;
  }
  const summary = await readFile(files.summary, "utf8");
  await rm(temporary, { recursive: true });
  return { steps: done, stdout, summary };
}

/** Evaluates the conditions that the action uses: a step without one runs if no other failed. */
function isRun(condition: string | undefined, hasFailed: boolean, known: Readonly<Record<string, string>>): boolean {
  if (condition === undefined) return !hasFailed;
  return inner(condition)
    .split("&&")
    .map((term) => term.trim())
    .every((term) => {
      if (term === "!cancelled()") return true;
      const [, name = "", value = ""] = /^([\w.-]+) == '(\w+)'$/.exec(term) ?? [];
      if (name === "") throw new Error(`Unexpected condition ${term}`);
      return (known[name] ?? "") === value;
    });
}

function evaluate(text: string, known: Readonly<Record<string, string>>): string {
  const terms = inner(text).split("||");
  return terms.map((term) => known[term.trim()] ?? "").find((value) => value !== "") ?? "";
}

function inner(text: string): string {
  return /^\$\{\{ (.*) \}\}$/.exec(text)?.[1] ?? text;
}

function runBash(script: string, cwd: string, env: NodeJS.ProcessEnv): Promise<{ code: number; text: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], { cwd, env });
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (part: string) => (text += part));
    child.once("error", reject);
    child.once("close", (code) => {
      resolve({ code: code ?? -1, text });
    });
  });
}
