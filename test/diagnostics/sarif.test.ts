import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import Ajv from "ajv-draft-04";
import { expect, it } from "vitest";
import { createDiagnostic, describe } from "../../generator/diagnostics/diagnostic.ts";
import { DIAGNOSTIC_CODES, entryOf, type Finding } from "../../generator/lint/catalog.ts";
import { reportSarif } from "../../generator/lint/report/sarif/log.ts";
import { describeRule } from "../../generator/lint/report/sarif/rule.ts";
import { runCommand } from "../support/command-line.ts";
import { readInputs } from "../support/fixtures.ts";
import { createMemoryHost } from "../support/memory-host.ts";

/** The schema of the standard, as published. */
const SCHEMA = createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
const schema: unknown = JSON.parse(readFileSync(SCHEMA, "utf8"));

/** Limits of GitHub code scanning for a run. */
const MOST = { results: 25_000, rules: 25_000, locations: 1000, tags: 20 };

interface Rule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
  readonly helpUri?: string;
  readonly defaultConfiguration: { readonly level: string };
  readonly properties: { readonly tags: readonly string[]; readonly "problem.severity": string };
}

interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
    readonly region: { readonly startLine: number; readonly startColumn: number };
  };
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly Location[];
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
  readonly fixes?: readonly object[];
}

interface Run {
  readonly tool: {
    readonly driver: { readonly name: string; readonly version: string; readonly rules: readonly Rule[] };
  };
  readonly invocations?: readonly object[];
  readonly results: readonly Result[];
}

/** Violations of the schema in a log. */
function schemaFaults(log: unknown): unknown {
  if (typeof schema !== "object" || schema === null) throw new Error("Unexpected schema, expected an object");
  // The test checks addresses itself, as the format in the schema accepts any text as a relative address.
  const validate = new Ajv.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
  return validate(log) ? [] : validate.errors;
}

function isLog(value: unknown): value is { readonly runs: readonly [Run] } {
  return schemaFaults(value) instanceof Array && typeof value === "object" && value !== null && "runs" in value;
}

function readRun(text: string): Run {
  const log: unknown = JSON.parse(text);
  expect(schemaFaults(log)).toEqual([]);
  if (!isLog(log)) throw new Error("Unexpected log, expected runs");
  return log.runs[0];
}

const harbour = Object.entries(readInputs({ name: "harbour", folder: "harbour" }));

/** Runs lint on the harbour with changed pages. */
async function lintHarbour(...changes: readonly (readonly [file: string, from: string, to: string])[]): Promise<Run> {
  const pages = new Map(harbour.map(([file, bytes]) => [file, new TextDecoder().decode(bytes)]));
  for (const [file, from, to] of changes) {
    expect(pages.get(file)).toContain(from);
    pages.set(file, (pages.get(file) ?? "").replace(from, to));
  }
  const files = [...pages].map(([file, text]) => [path.resolve("/project", file), text] as const);
  const host = createMemoryHost(Object.fromEntries(files));
  return readRun((await runCommand(host, "lint", "--docs", "docs", "--no-examples", "--format", "sarif")).stdout);
}

const BOAT = "docs/resources/boat.md";
const GET = "docs/api/boat-get.md";

it("is valid without findings", async () => {
  expect((await lintHarbour()).results).toEqual([]);
});

it("contains everything that code scanning requires", async () => {
  const run = await lintHarbour(
    [BOAT, "Length in metres.", "TODO"],
    [BOAT, "(sailor.md)", "(Sailor.md)"],
    [BOAT, "(../api/boat-get.md)", "(../api/boat-got.md)"],
    [GET, "com/v1.0/boats", "com/docs\\api/boats"],
    [GET, "200 OK` response", "202 Accepted` response"],
  );
  const { rules, name, version } = run.tool.driver;
  expect([name, version]).toEqual(["graph-docs-codegen", expect.stringMatching(/^\d+\.\d+\.\d+/)]);
  expect(run.results.map(({ level }) => level).toSorted()).toEqual(["error", "note", "note", "warning", "warning"]);
  for (const { ruleId, ruleIndex, message, locations, partialFingerprints } of run.results) {
    expect(rules[ruleIndex]?.id).toBe(ruleId);
    expect(message.text).not.toBe("");
    expect(locations.length).toBe(1);
    expect(partialFingerprints.primaryLocationLineHash).toMatch(/^[0-9a-f]{16}:\d+$/);
    for (const { physicalLocation } of locations) {
      const { uri, uriBaseId } = physicalLocation.artifactLocation;
      expect(uriBaseId).toBe("%SRCROOT%");
      expect(uri).toMatch(/^docs\/(?:api|resources)\/[\w-]+\.md$/);
      expect(physicalLocation.region.startLine).toBeGreaterThan(0);
      expect(physicalLocation.region.startColumn).toBeGreaterThan(0);
    }
  }
});

it.each([null, "https://example.com/harbour/tool"])("describes every rule, with the repository %s", (repository) => {
  const text = JSON.stringify(DIAGNOSTIC_CODES.map((code) => describeRule(code, repository)));
  const rules: readonly Rule[] = readRun(wrapRules(text)).tool.driver.rules;
  expect(rules.length).toBeLessThan(MOST.rules);
  for (const { id, shortDescription, fullDescription, help, helpUri, defaultConfiguration, properties } of rules) {
    expect(id.length).toBeLessThanOrEqual(255);
    expect(shortDescription.text.length).toBeLessThanOrEqual(1024);
    expect(fullDescription.text.length).toBeLessThanOrEqual(1024);
    expect(help.markdown).toContain(`# ${id}\n`);
    expect(["error", "warning", "note"]).toContain(defaultConfiguration.level);
    expect(["error", "warning", "recommendation"]).toContain(properties["problem.severity"]);
    expect(properties.tags.length).toBeLessThanOrEqual(MOST.tags);
    expect(helpUri).toBe(
      repository === null ? undefined : `https://example.com/harbour/tool/blob/HEAD/generator/lint/docs/${id}.md`,
    );
  }
});

it("contains the fixes of rules and of stages", async () => {
  const run = await lintHarbour([BOAT, "(sailor.md)", "(Sailor.md)"], [GET, "com/v1.0/boats", "com/docs\\api/boats"]);
  const artifactLocation = (uri: string) => ({ uri, uriBaseId: "%SRCROOT%" });
  const region = (line: number, from: number, to: number) => ({
    startLine: line,
    startColumn: from,
    endLine: line,
    endColumn: to,
  });
  expect(run.results.flatMap(({ fixes }) => fixes ?? [])).toEqual([
    {
      description: { text: "Write https://graph.microsoft.com/v1.0/boats/b-7" },
      artifactChanges: [
        {
          artifactLocation: artifactLocation(GET),
          replacements: [
            {
              deletedRegion: region(41, 5, 51),
              insertedContent: { text: "https://graph.microsoft.com/v1.0/boats/b-7" },
            },
          ],
        },
      ],
    },
    {
      description: { text: "Write sailor.md" },
      artifactChanges: [
        {
          artifactLocation: artifactLocation(BOAT),
          replacements: [{ deletedRegion: region(29, 16, 25), insertedContent: { text: "sailor.md" } }],
        },
      ],
    },
  ]);
});

it("describes a fix that removes a row", async () => {
  const row = "|length|Int32|Length in metres.|\n";
  const { results } = await lintHarbour([BOAT, row, row + row]);
  const deletedRegion = { startLine: 28, startColumn: 1, endLine: 29, endColumn: 1 };
  expect(JSON.stringify(results[0]?.fixes)).toContain(JSON.stringify([{ deletedRegion }]));
});

it("distinguishes equal findings in a page, wherever they move", async () => {
  const twice = ["Who sails her.", "TODO"] as const;
  const hashes = async (...more: readonly (readonly [string, string, string])[]) =>
    (await lintHarbour([BOAT, "Length in metres.", "TODO"], [BOAT, ...twice], ...more)).results.map(
      ({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash,
    );
  const before = await hashes();
  expect(new Set(before).size).toBe(2);
  expect(await hashes([BOAT, "## Methods", "Word.\n\n## Methods"])).toEqual(before);
});

it("omits the least serious results if there are more than code scanning accepts", () => {
  const place = { file: "a b.md", line: 1, column: 1 };
  const many = Array.from({ length: MOST.results }, (_, line): Finding =>
    describe("table-empty", entryOf("table-empty"), {}, { ...place, line: line + 1 }),
  );
  const run = readRun(
    reportSarif([...many, createDiagnostic("fence-unclosed", {}, place)], { prefix: "docs", colour: false }),
  );
  expect(run.results.length).toBe(MOST.results);
  expect(run.results.at(-1)?.ruleId).toBe("fence-unclosed");
  expect(run.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe("docs/a%20b.md");
  expect(JSON.stringify(run.invocations)).toContain("1 results of the lowest level are omitted");
});

/** A log with rules and without results. */
function wrapRules(rules: string): string {
  const driver = `{ "name": "graph-docs-codegen", "version": "0.0.0", "rules": ${rules} }`;
  return `{ "version": "2.1.0", "runs": [{ "tool": { "driver": ${driver} }, "results": [] }] }`;
}
