import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { DIAGNOSTIC_CODES, PAGE_RULES, SITE_RULES } from "../../generator/lint/catalog.ts";
import { readRulePage, ruleUrl } from "../../generator/lint/rule-page.ts";
import { repositoryUrl } from "../../generator/util/repository.ts";
import { runCommand } from "../support/command-line.ts";
import { createMemoryHost } from "../support/memory-host.ts";
import { PAGES, printRulePage } from "../support/rule-pages.ts";

if (process.env.UPDATE === "1") {
  rmSync(PAGES, { recursive: true, force: true });
  mkdirSync(PAGES, { recursive: true });
  for (const code of DIAGNOSTIC_CODES) writeFileSync(path.join(PAGES, `${code}.md`), printRulePage(code));
}

it.each(DIAGNOSTIC_CODES)("has an up-to-date page about %s; UPDATE=1 writes it", (code) => {
  expect(readRulePage(code)).toBe(printRulePage(code));
});

it("has no page about a rule that does not exist", () => {
  expect(readdirSync(PAGES).toSorted()).toEqual(DIAGNOSTIC_CODES.map((code) => `${code}.md`).toSorted());
});

it("shows an example of each rule", () => {
  const rules = [...PAGE_RULES, ...SITE_RULES].map(({ name }) => name);
  expect(rules.filter((name) => !readRulePage(name).includes("Incorrect:"))).toEqual([]);
});

it("prints the page of a rule", async () => {
  const { code, stdout } = await runCommand(createMemoryHost({}), "explain", "todo-left");
  expect(stdout).toBe(readFileSync(path.join(PAGES, "todo-left.md"), "utf8"));
  expect(code).toBe(0);
});

it("lists all rules if none is named", async () => {
  const { stdout } = await runCommand(createMemoryHost({}), "explain");
  expect(stdout).toContain("warning  todo-left");
  expect(stdout.split("\n").length).toBe(DIAGNOSTIC_CODES.length + 1);
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

it("knows the address of a page if the repository is known", () => {
  expect(ruleUrl("todo-left", "https://example.com/a/b")).toBe(
    "https://example.com/a/b/blob/HEAD/generator/lint/docs/todo-left.md",
  );
  expect(ruleUrl("todo-left", null)).toBeNull();
});
