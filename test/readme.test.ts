import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { EXIT_CODES } from "../generator/commands/exit-codes.ts";
import { createProgram } from "../generator/commands/program.ts";
import { REPOSITORY } from "./support/node-docs.ts";
import { fences } from "./support/readme-programs.ts";

const read = (file: string) => readFileSync(path.join(REPOSITORY, file), "utf8");
const readme = read("README.md");

/** The README and the pages that it links to. */
const PAGES = [
  "README.md",
  ".github/CONTRIBUTING.md",
  ...readdirSync(path.join(REPOSITORY, "generator"))
    .map((folder) => `generator/${folder}/README.md`)
    .filter((file) => existsSync(path.join(REPOSITORY, file))),
];

it("shows a table row of the docs", () => {
  const row = fences(readme, "markdown")[0]?.split("\n")[2] ?? "missing";
  expect(read("docs-input/resources/windowsautopilotdeviceidentity.md")).toContain(row);
});

it("shows the interface and the function that the row generates", () => {
  const [shown = "missing", call = "missing"] = fences(readme, "ts");
  const generated = read("generated/src/windowsAutopilotDeviceIdentity.ts");
  for (const line of shown.split("\n")) expect(generated).toContain(line);
  const name = /await (\w+)\(/.exec(call)?.[1] ?? "missing";
  expect(generated).toContain(`export async function ${name}(`);
});

it("fits on 200 lines", () => {
  expect(readme.split("\n").length).toBeLessThanOrEqual(200);
});

it("lists every command", () => {
  for (const command of createProgram(() => undefined).commands) expect(readme).toContain(`| \`${command.name()}`);
});

it.each(PAGES)("mentions only scripts that exist, here or in the generated package: %s", (page) => {
  const scripts = read("package.json") + read("generated/package.json");
  for (const [, script = ""] of read(page).matchAll(/npm run (?:-s )?([\w:]+)/g))
    expect(scripts).toContain(`"${script}": `);
});

/** Anchors of the headings of a page, as GitHub makes them. */
function anchorsOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, "")
      .replaceAll(" ", "-"),
  );
}

it.each(PAGES)("links only to files and headings that exist: %s", (page) => {
  const broken = [...read(page).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)].flatMap(([link, file, anchor]) => {
    const target = file === undefined || file === "" ? page : path.posix.join(path.posix.dirname(page), file);
    if (!existsSync(path.join(REPOSITORY, target))) return [link];
    return anchor === undefined || anchorsOf(read(target)).includes(anchor) ? [] : [link];
  });
  expect(broken).toEqual([]);
});

/** Text of the section of a page below the heading of an anchor. */
function sectionOf(markdown: string, anchor: string): string {
  const headings = [...markdown.matchAll(/^(#+) .*$/gm)];
  const index = anchorsOf(markdown).indexOf(anchor);
  const heading = headings[index];
  const next = headings.slice(index + 1).find(([, marks = ""]) => marks.length <= (heading?.[1] ?? "").length);
  return heading === undefined ? "" : markdown.slice(heading.index, next?.index);
}

/** What the section that answers a question must say. */
const ANSWERS: readonly (readonly [question: string, answer: string])[] = [
  ["silence a finding", "<!-- lint ignore NAME -- reason -->"],
  ["smaller package", "`--include` takes patterns"],
  ["exit code 1", "| 1 "],
  ["name, version and licence", "`packageName`"],
  ["other words", '"vocabulary": {'],
  ["edit by hand", "never\n  changed"],
  ["Which permissions", "--scheme"],
  ["Which step", "`--verbose`"],
  ["pull request", "check-docs@"],
  ["upgrade the program", "`check`"],
  ["sign in", "createClient({"],
  ["without the service", "fetch"],
  ["How large", "4 MiB"],
];

it.each(ANSWERS)("answers a question in one step: %s", (question, answer) => {
  const row = readme.split("\n").find((line) => line.startsWith("|") && line.includes(question)) ?? "";
  const [, file = "", anchor = ""] = /\]\(([^)#]*)#([^)]*)\)/.exec(row) ?? [];
  expect(sectionOf(read(file), anchor)).toContain(answer);
});

it("answers every question of the README", () => {
  const questions = readme.split("\n").filter((line) => /^\| (?:How|What|Which)\b.*\?/.test(line));
  expect(questions).toHaveLength(ANSWERS.length);
});

it("has a test for each promise about files, caches and tokens", () => {
  const rows = [...read(".github/SECURITY.md").matchAll(/^\|.*\]\(\.\.\/(test\/[^)]+\.test\.ts)\): (.*\S) +\|$/gm)];
  expect(rows.length).toBeGreaterThan(20);
  for (const [, file = "", title = ""] of rows) expect(read(file)).toContain(title);
});

it("lists the exit codes that `--help` lists", () => {
  const table = read("generator/commands/README.md").replaceAll("`", "");
  for (const [code, meaning] of Object.entries(EXIT_CODES)) {
    expect(table).toMatch(new RegExp(`^\\| ${code} +\\| ${meaning} +\\|$`, "m"));
  }
});

/** The complete programs of all pages, by the path under which they are compiled. */
const PROGRAMS: ReadonlyMap<string, string> = new Map(
  PAGES.flatMap((page) => fences(read(page), "ts").map((text) => [page, text] as const))
    .filter(([, text]) => text.startsWith("import "))
    .map(([page, text], index) => [path.join(REPOSITORY, "test", `${index}-${page.replaceAll("/", "-")}.ts`), text]),
);

it("shows programs that compile", () => {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts"],
    module: ts.ModuleKind.NodeNext,
    types: ["node"],
    paths: {
      "graph-client/runtime": [path.join(REPOSITORY, "generated/src/runtime/index.ts")],
      "graph-client/*": [path.join(REPOSITORY, "generated/src/*.ts")],
      "graph-docs-codegen": [path.join(REPOSITORY, "generator/index.ts")],
    },
  };
  const base = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...base,
    fileExists: (file) => PROGRAMS.has(file) || base.fileExists(file),
    readFile: (file) => PROGRAMS.get(file) ?? base.readFile(file),
    getSourceFile: (file, language, ...rest) => {
      const text = PROGRAMS.get(file);
      return text === undefined
        ? base.getSourceFile(file, language, ...rest)
        : ts.createSourceFile(file, text, language);
    },
  };
  const program = ts.createProgram([...PROGRAMS.keys()], options, host);
  expect(PROGRAMS.size).toBeGreaterThan(1);
  const faults = [...PROGRAMS.keys()].flatMap((file) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)));
  expect(ts.formatDiagnostics(faults, host)).toBe("");
});
