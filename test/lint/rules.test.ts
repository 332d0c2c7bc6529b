import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { findDiagnostics } from "../../generator/commands/lint/find.ts";
import { isExampleCode, METADATA_RULES, PAGE_RULES, SITE_RULES, type Finding } from "../../generator/lint/catalog.ts";
import { readMetadata } from "../../generator/metadata/read.ts";
import { resolveSettings } from "../../generator/settings.ts";
import { createContext } from "../support/command-line.ts";
import { expectOutput, printDiagnostics, unclaimedFiles } from "../support/fixtures.ts";
import { createMemoryHost } from "../support/memory-host.ts";
import { changePages, RULE_EXAMPLES, sampleMetadata, samplePages } from "../support/rule-pages.ts";

it.each(RULE_EXAMPLES)("reports the example of $code", async (rule) => {
  const pages = changePages(samplePages(rule), rule.example);
  const found = await findIn(pages, isExampleCode(rule.code), sampleMetadata(rule));
  expect(found.map(({ code }) => code)).toContain(rule.code);
  expectOutput(rule, "diagnostics.txt", printDiagnostics(found, null));
});

it.each(RULE_EXAMPLES)("reports nothing in the sample docs of $code", async (rule) => {
  expect(await findIn(samplePages(rule), false, sampleMetadata(rule))).toEqual([]);
});

const BOAT = "resources/boat.md";
const LIST = "api/boat-list.md";
const ONE = "a collection of [boat](../resources/boat.md) objects.";
const PLURAL = "the [boats](../resources/boat.md) of the harbour.";

/** Changes of the sample docs that a rule might report, but must not. */
const correct: readonly (readonly [code: string, page: string, changes: readonly (readonly [string, string])[]])[] = [
  ["response-collection-differs", LIST, [[ONE, PLURAL]]],
  ["section-missing", LIST, [["## Permissions", "## Prerequisites"]]],
  [
    "todo-left",
    LIST,
    [
      ["## Permissions", "<!-- lint disable permission-placeholder -- asked for -->\n\n## Prerequisites"],
      ["|Application|Boats.Read.All|", "|Application|TODO: ask|"],
    ],
  ],
  [
    "suppression-unused",
    BOAT,
    [
      ["|Property|", "<!-- lint ignore property-without-description -- the captain knows -->\n\n|Property|"],
      ["|length|Int32|Length in metres.|", "|length|Int32||"],
    ],
  ],
];

it.each(correct)("does not report %s where it does not apply", async (_, page, changes) => {
  const pages = changes.reduce(
    (left, [ok, notOk]) => changePages(left, { page, ok, notOk }),
    samplePages({ name: "harbour", folder: "harbour" }),
  );
  expect(await findIn(pages)).toEqual([]);
});

it("has one file for each rule, named after its code", () => {
  const folder = path.resolve(import.meta.dirname, "../../generator/lint/rules");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const names = files.map((file) => path.basename(file, ".ts")).filter((name) => name !== "index");
  expect(names.toSorted()).toEqual(
    [...PAGE_RULES, ...SITE_RULES, ...METADATA_RULES].map(({ name }) => name).toSorted(),
  );
});

it("has no fixture without an example", () => {
  const isKnown = (file: string) => /^(?:docs\/.*\.md|diagnostics\.txt)$/.test(file);
  expect(unclaimedFiles("lint", RULE_EXAMPLES, isKnown, [])).toEqual([]);
});

async function findIn(
  pages: ReadonlyMap<string, string>,
  examples = false,
  metadata: string | null = null,
): Promise<readonly Finding[]> {
  const files = [...pages].map(([file, text]) => [path.resolve("/project", file), text] as const);
  const { context } = createContext(createMemoryHost(Object.fromEntries(files)));
  const settings = await resolveSettings(context.host, context.cwd, { docs: "docs" });
  const compared = metadata === null ? null : { text: metadata, metadata: readMetadata(metadata, "../metadata.xml") };
  return findDiagnostics(context, settings, examples, compared);
}
