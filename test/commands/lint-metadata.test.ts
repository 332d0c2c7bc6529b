import { expect, it } from "vitest";
import { runCommand } from "../support/command-line.ts";
import { readInputs } from "../support/fixtures.ts";
import { createMemoryHost } from "../support/memory-host.ts";

const FILES = Object.fromEntries(
  Object.entries(readInputs({ name: "metadata", folder: "metadata" })).map(([file, bytes]) => [
    `/project/${file}`,
    new TextDecoder().decode(bytes),
  ]),
);
const METADATA = "/project/metadata.xml";

/** Runs `lint --metadata metadata.xml` on the docs with a change of the metadata. */
function lint(ok: string, notOk: string, ...flags: readonly string[]) {
  const text = FILES[METADATA] ?? "";
  expect(text).toContain(ok);
  const host = createMemoryHost({ ...FILES, [METADATA]: text.replace(ok, notOk) });
  return {
    host,
    run: runCommand(host, "lint", "--docs", "docs", "--metadata", "metadata.xml", "--no-examples", ...flags),
  };
}

it("obeys levels and suppressions, as for other rules", async () => {
  const page = "/project/docs/resources/boat.md";
  const ignored = "<!-- lint ignore metadata-property-type-differs -- the service is wrong -->\n\n|Property|";
  const metadata = (FILES[METADATA] ?? "").replace('Name="length" Type="Edm.Int32"', 'Name="length" Type="Edm.Int64"');
  const suppressed = createMemoryHost({
    ...FILES,
    [METADATA]: metadata,
    [page]: (FILES[page] ?? "").replace("|Property|", ignored),
  });
  const flags = ["lint", "--docs", "docs", "--no-examples"];
  expect(await runCommand(suppressed, ...flags, "--metadata", "metadata.xml")).toMatchObject({
    stderr: "0 errors, 0 warnings, 0 infos\n",
  });
  // Without metadata, the rule has not run, so that its comment is not unused.
  expect(await runCommand(suppressed, ...flags)).toMatchObject({ stderr: "0 errors, 0 warnings, 0 infos\n" });
  const strict = createMemoryHost({
    ...FILES,
    [METADATA]: metadata,
    "/project/graph-docs.config.json": '{ "rules": { "metadata-property-type-differs": "error" } }',
  });
  expect(await runCommand(strict, ...flags, "--metadata", "metadata.xml")).toMatchObject({ code: 1 });
});

it("fixes the casing of names, and nothing else", async () => {
  const { host, run } = lint('Name="isAfloat"', 'Name="isAFloat"', "--fix");
  expect((await run).stderr).toContain("1 problem fixed");
  expect(host.text("/project/docs/resources/boat.md")).toBe(
    (FILES["/project/docs/resources/boat.md"] ?? "").replace("|isAfloat|", "|isAFloat|"),
  );
});

it("refuses a page as metadata", async () => {
  const flags = ["--docs", "docs", "--metadata", "docs/resources/boat.md"];
  const { code, stderr } = await runCommand(createMemoryHost(FILES), "lint", ...flags);
  expect(code).toBe(2);
  expect(stderr).toContain("error: --metadata docs/resources/boat.md:1:1: Unexpected XML");
});
