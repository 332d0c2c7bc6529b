import path from "node:path";
import { expect, it } from "vitest";
import type { RuleLevels } from "../../generator/lint/levels.ts";
import { GRAPH_DIALECT } from "../../generator/page/dialect.ts";
import { checkPage } from "../../generator/remark/check-page.ts";
import { runCommand } from "../support/command-line.ts";
import { readInputs } from "../support/fixtures.ts";
import { createMemoryHost, type MemoryHost } from "../support/memory-host.ts";
import { startMemoryWatch } from "../support/memory-watch.ts";

/*
 * Every command reports the same findings: one of reading a page (`table-row-missing-cells`), one of linking the pages
 * (`type-undefined`), and one of a rule that only `lint` and editors list (`todo-left`).
 */

const HARBOUR = readInputs({ name: "harbour", folder: "harbour" });
const DOCS = path.resolve("/project/docs");
const BOAT = path.join(DOCS, "resources/boat.md");
const ROW = "|length|Int32|Length in metres.|";
const FAULTY = "|length|Int32|\n|mast|mastKind|TODO|";

/** Says that a rule is suppressed in the table of the boat. */
const suppressing = (...rules: readonly string[]): string =>
  rules.map((rule) => `<!-- lint disable ${rule} -- the captain knows -->\n\n`).join("");

/** What else is wrong with the changed table. */
const OTHERS: RuleLevels = {
  "property-without-description": "off",
  "sketch-member-missing": "off",
  "type-unlinked": "off",
};

interface Case {
  readonly levels?: RuleLevels;
  readonly suppressed?: readonly string[];
  /** Findings that `lint` lists, the first of which the other commands list too. */
  readonly stages: readonly string[];
  readonly rules: readonly string[];
  /** Exit code of `generate --strict` and of `lint`. */
  readonly strict: 0 | 1;
}

const ROWS = "warning table-row-missing-cells";
const TYPE = "warning type-undefined";
const TODO = "warning todo-left";

const cases: Readonly<Record<string, Case>> = {
  "as they are": { stages: [ROWS, TYPE], rules: [TODO], strict: 0 },
  "at other levels": {
    levels: { "table-row-missing-cells": "info", "type-undefined": "error", "todo-left": "info" },
    stages: ["error type-undefined", "info table-row-missing-cells"],
    rules: ["info todo-left"],
    strict: 1,
  },
  "turned off": {
    levels: { "table-row-missing-cells": "off", "type-undefined": "off", "todo-left": "off" },
    stages: [],
    rules: [],
    strict: 0,
  },
  suppressed: {
    suppressed: ["table-row-missing-cells", "type-undefined", "todo-left"],
    stages: [],
    rules: [],
    strict: 0,
  },
  "with a rule of lint that is an error": {
    levels: { "todo-left": "error" },
    suppressed: ["type-undefined"],
    stages: [ROWS],
    rules: ["error todo-left"],
    strict: 1,
  },
  "with a suppression that matches nothing": {
    suppressed: ["type-undefined", "todo-left", "enum-member-twice"],
    stages: [ROWS],
    rules: ["warning suppression-unused"],
    strict: 0,
  },
};

function createHost({ levels = {}, suppressed = [] }: Case): MemoryHost {
  const host = createMemoryHost(
    Object.fromEntries(Object.entries(HARBOUR).map(([file, bytes]) => [path.resolve("/project", file), bytes])),
  );
  const text = host.text(BOAT) ?? "";
  expect(text).toContain(ROW);
  const changed = text.replace("## Properties\n", `${suppressing(...suppressed)}## Properties\n`).replace(ROW, FAULTY);
  host.files.set(BOAT, new TextEncoder().encode(changed));
  const config = JSON.stringify({ docs: "docs", out: "out", rules: { ...OTHERS, ...levels } });
  host.files.set(path.resolve("/project/graph-docs.config.json"), new TextEncoder().encode(config));
  return host;
}

/** `severity code` of each finding in a report. */
function listed(text: string): readonly string[] {
  return [...text.matchAll(/^\S+:\d+:\d+ (error|warning|info) .*\[([\w-]+)\]$/gm)]
    .map(([, severity = "", code = ""]) => `${severity} ${code}`)
    .toSorted();
}

it.each(Object.entries(cases))("lists the same findings in every command, %s", async (_, given) => {
  const { stages, rules, strict } = given;
  const host = createHost(given);
  const run = (...argv: readonly string[]) => runCommand(host, ...argv, "--cache-dir", "cache");
  const lint = await run("lint", "--no-examples");
  expect(listed(lint.stdout)).toEqual([...stages, ...rules].toSorted());
  expect(lint.code).toBe(strict);

  const generated = await run("generate");
  expect(listed(generated.stderr)).toEqual(stages);
  expect(generated.code).toBe(0);
  const left = `lint lists ${rules.length} other finding, and checks the examples\n`;
  if (rules.length > 0) expect(generated.stdout).toContain(left);
  else expect(generated.stdout).not.toContain("lint");
  // The second run reads nothing but its cache.
  const again = await run("generate");
  expect([listed(again.stderr), again.stdout.includes(left)]).toEqual([stages, rules.length > 0]);

  const strictly = await run("generate", "--strict");
  const errors = rules.filter((rule) => rule.startsWith("error "));
  expect(listed(strictly.stderr)).toEqual([...stages, ...errors].toSorted());
  expect(strictly.code).toBe(strict);

  expect(listed((await run("check")).stderr)).toEqual(stages);
  const watch = await startMemoryWatch(host, "--no-cache");
  expect(listed(watch.start.stderr)).toEqual(stages);
  await watch.stop();
  expect(inModel((await run("model")).stdout)).toEqual(stages);
  const settings = { docs: DOCS, root: DOCS, rules: { ...OTHERS, ...given.levels }, dialect: GRAPH_DIALECT };
  const plugin = await checkPage(host, settings, BOAT, host.text(BOAT) ?? "");
  const ofPage = [...stages, ...rules].filter((text) => !text.endsWith("type-undefined")).toSorted();
  expect(plugin.map(({ severity, code }) => `${severity} ${code}`).toSorted()).toEqual(ofPage);
});

/** `severity code` of each diagnostic of a printed model. */
function inModel(text: string): readonly string[] {
  return [...text.matchAll(/"code": "([\w-]+)",\s+"severity": "(\w+)"/g)]
    .map(([, code = "", severity = ""]) => `${severity} ${code}`)
    .toSorted();
}
