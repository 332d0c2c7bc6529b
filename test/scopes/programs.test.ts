import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import * as z from "zod/mini";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { runCommandIn } from "../support/command-line.ts";
import { listFixtures } from "../support/fixtures.ts";

// Each folder of `test/fixtures/scopes/` is a program that imports the package of `docs-input` in its own way.
// `expected.json` is written by hand from the pages of `docs-input`: the scopes, which are the same for `delegatedWork`
// and `application` there, and each use of a request function.

const root = path.resolve(import.meta.dirname, "../fixtures");
const programs = listFixtures("scopes", 1);

const calls = z.array(z.object({ operation: z.string(), places: z.array(z.string()) }));
const scheme = z.object({
  scopes: z.array(z.object({ scope: z.string(), neededBy: calls, alsoServes: calls })),
  unknown: calls,
  unsupported: calls,
});
const output = z.object({
  schemes: z.object({ delegatedWork: scheme, delegatedPersonal: scheme, application: scheme }),
  unclear: z.array(z.object({ place: z.string() })),
});
const strings = z.array(z.string());
const expectation = z.object({ scopes: strings, unknown: strings, uses: strings, unclear: strings });

type Calls = z.infer<typeof calls>;

const withoutColumn = (place: string): string => place.replace(/:\d+$/, "");

function usesOf(calls: Calls): readonly string[] {
  const uses = calls.flatMap(({ operation, places }) => places.map((place) => `${withoutColumn(place)} ${operation}`));
  return [...new Set(uses)].toSorted();
}

function found({ schemes, unclear }: z.infer<typeof output>, scheme: "delegatedWork" | "application"): object {
  const { scopes, unknown } = schemes[scheme];
  const calls = [...scopes.flatMap(({ neededBy, alsoServes }) => [...neededBy, ...alsoServes]), ...unknown];
  return {
    scopes: scopes.map(({ scope }) => scope),
    unknown: unknown.map(({ operation }) => operation),
    uses: usesOf(calls),
    unclear: unclear.map(({ place }) => withoutColumn(place)),
  };
}

it("has 60 programs", () => {
  expect(programs.length).toBe(60);
});

it.each(programs)("finds the scopes of $name", async ({ folder }) => {
  const cwd = path.join(root, folder);
  const main = readdirSync(cwd).find((file) => file.startsWith("main.")) ?? "missing";
  const { code, stdout, stderr } = await runCommandIn(cwd, createNodeHost(), "scopes", main, "--format", "json");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const report = output.parse(JSON.parse(stdout));
  const expected = expectation.parse(JSON.parse(readFileSync(path.join(cwd, "expected.json"), "utf8")));
  expect(found(report, "delegatedWork")).toEqual({ ...expected, uses: expected.uses.toSorted() });
  expect(found(report, "application")).toEqual({ ...expected, uses: expected.uses.toSorted() });
  // No page of the sample supports personal accounts.
  expect(report.schemes.delegatedPersonal.scopes).toEqual([]);
  expect(usesOf(report.schemes.delegatedPersonal.unsupported)).toEqual(expected.uses.toSorted());
});
