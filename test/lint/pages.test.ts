import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { readRulePage } from "../../generator/diagnostics/rule-page.ts";
import { isDiagnosticCode } from "../../generator/diagnostics/catalog.ts";
import { RULE_NAMES } from "../../generator/diagnostics/levels.ts";
import { ruleUrl } from "../../generator/diagnostics/rule-url.ts";
import { PAGE_RULES, SITE_RULES } from "../../generator/lint/rules.ts";
import { repositoryUrl } from "../../generator/util/repository.ts";
import { runCommand } from "../support/command-line.ts";
import { createMemoryHost } from "../support/memory-host.ts";
import { PAGES, printRulePage } from "../support/rule-pages.ts";

const codes = RULE_NAMES.filter(isDiagnosticCode);

if (process.env.UPDATE === "1") {
  rmSync(PAGES, { recursive: true, force: true });
  mkdirSync(PAGES, { recursive: true });
  for (const code of codes) writeFileSync(path.join(PAGES, `${code}.md`), printRulePage(code));
}

it.each(codes)("has a page about %s that says what the code and its test say; UPDATE=1 writes it", (code) => {
  expect(readRulePage(code)).toBe(printRulePage(code));
});

it("has no page about a rule that is gone", () => {
  expect(readdirSync(PAGES).toSorted()).toEqual(codes.map((code) => `${code}.md`).toSorted());
});

it("shows what is wrong by an example for each rule", () => {
  const rules = [...PAGE_RULES, ...SITE_RULES].map(({ name }) => name);
  expect(rules.filter((name) => !readRulePage(name).includes("Wrong:"))).toEqual([]);
});

it("explains a rule in the terminal", async () => {
  const { code, stdout } = await runCommand(createMemoryHost({}), "explain", "todo-left");
  expect(stdout).toBe(readFileSync(path.join(PAGES, "todo-left.md"), "utf8"));
  expect(code).toBe(0);
});

it("lists the rules where none is named", async () => {
  const { stdout } = await runCommand(createMemoryHost({}), "explain");
  expect(stdout).toContain("warning  todo-left");
  expect(stdout.split("\n").length).toBe(codes.length + 1);
});

it("says which rule may be meant", async () => {
  const { code, stderr } = await runCommand(createMemoryHost({}), "explain", "todo-lift");
  expect(stderr).toBe('Unexpected rule "todo-lift", expected the name of one; did you mean todo-left?\n');
  expect(code).toBe(2);
});

const repositories: readonly [repository: unknown, url: string | null][] = [
  [undefined, null],
  ["github:harbour/docs-tool", "https://github.com/harbour/docs-tool"],
  ["harbour/docs-tool", "https://github.com/harbour/docs-tool"],
  [{ type: "git", url: "git+https://example.com/harbour/tool.git" }, "https://example.com/harbour/tool"],
  [{ url: "git@example.com:harbour/tool.git" }, "https://example.com/harbour/tool"],
  [{ url: "file:///home/tool" }, null],
  [{ url: 7 }, null],
];

it.each(repositories)("reads the repository %j of a package", (repository, url) => {
  expect(repositoryUrl(repository === undefined ? {} : { repository })).toBe(url);
});

it("knows the address of a page where it knows that of the repository", () => {
  expect(ruleUrl("todo-left", "https://example.com/a/b")).toBe(
    "https://example.com/a/b/blob/HEAD/generator/lint/docs/todo-left.md",
  );
  expect(ruleUrl("todo-left", null)).toBeNull();
});
