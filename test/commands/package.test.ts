import { expect, it } from "vitest";
import { MANIFEST_PATH } from "../../generator/output/manifest.ts";
import { runCommand } from "../support/command-line.ts";
import { changesOf } from "../support/memory-host.ts";
import { createDocsHost, RESOURCE_PAGE } from "../support/pages.ts";
import type { MemoryHost } from "../support/memory-host.ts";

const output = (host: MemoryHost) =>
  [...host.files].filter(([file]) => file.startsWith("/project/generated/")).map(([file]) => [file, host.text(file)]);

it("writes a package and says what it made", async () => {
  const host = createDocsHost();
  const { code, stdout, stderr } = await runCommand(host, "generate");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(
    /^Read {5}2 pages, 1 type, 0 enums, 1 operation\nWrote {4}generated: \d+ files written, 0 unchanged, 0 removed\nNoticed {2}0 errors, 0 warnings, 0 infos\nTook {5}0\.00 s\n$/,
  );
  expect(host.text("/project/generated/package.json")).toContain('"name": "graph-client"');
});

it("writes nothing the second time", async () => {
  const host = createDocsHost();
  await runCommand(host, "generate");
  host.log.length = 0;
  const { code, stdout } = await runCommand(host, "generate");
  expect({ code, log: changesOf(host) }).toEqual({ code: 0, log: [] });
  expect(stdout).toContain("0 files written");
});

it("gives the same bytes wherever the package stands, but for the way to its docs", async () => {
  const host = createDocsHost();
  await runCommand(host, "generate", "--out", "one");
  await runCommand(host, "generate", "--out", "deep/below/two");
  const differing = [...host.files].flatMap(([file, bytes]) => {
    const other = host.files.get(file.replace("/one/", "/deep/below/two/"));
    return file.startsWith("/project/one/") && !Buffer.from(bytes).equals(other ?? Buffer.of()) ? [file] : [];
  });
  expect(differing.toSorted()).toEqual([`/project/one/${MANIFEST_PATH}`, "/project/one/positions.json"]);
  const text = new TextDecoder().decode(host.files.get("/project/deep/below/two/positions.json"));
  expect(text).toContain('"docs": "../../../docs-input"');
});

it("checks without writing", async () => {
  const host = createDocsHost();
  const before = await runCommand(host, "check");
  expect({ code: before.code, log: changesOf(host) }).toEqual({ code: 1, log: [] });
  expect(before.stdout).toContain(`would create generated/${MANIFEST_PATH}\n`);
  expect(before.stderr).toContain(
    "generated is not up to date: it is not generated yet\nTo fix this, run\n  npx graph-docs-codegen generate\n",
  );
  await runCommand(host, "generate");
  const after = await runCommand(host, "check");
  expect(after.code).toBe(0);
  expect(after.stdout).toMatch(/^generated is up to date: \d+ files\n$/);
});

it("lists and shows what a changed page changes", async () => {
  const host = createDocsHost();
  await runCommand(host, "generate");
  const page = RESOURCE_PAGE.replace("Doors that it opens.", "Doors that it unlocks.");
  host.files.set("/project/docs-input/resources/badge.md", new TextEncoder().encode(page));
  const { code, stdout } = await runCommand(host, "check", "--diff");
  expect(code).toBe(1);
  expect(stdout).toMatch(/^would change generated\/src\/badge\.ts \(resources\/badge\.md\)$/m);
  expect(stdout).toMatch(/^-.*Doors that it opens\./m);
  expect(stdout).toMatch(/^\+.*Doors that it unlocks\./m);
});

it("refuses to replace a file edited by hand, unless it is forced to", async () => {
  const host = createDocsHost();
  await runCommand(host, "generate");
  host.files.set("/project/generated/package.json", new TextEncoder().encode("{}\n"));
  const before = output(host);
  const refused = await runCommand(host, "generate");
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain("generated/package.json was edited by hand");
  expect(refused.stderr).toContain("--force");
  expect(output(host)).toEqual(before);
  expect((await runCommand(host, "check")).stdout).toBe("edited       generated/package.json\n");
  expect((await runCommand(host, "generate", "--force")).code).toBe(0);
  expect((await runCommand(host, "check")).code).toBe(0);
});

it("refuses a folder that holds something else in the place of its files", async () => {
  const host = createDocsHost();
  host.files.set("/project/generated/package.json", new TextEncoder().encode('{"name":"precious"}'));
  const { code, stderr } = await runCommand(host, "generate");
  expect(code).toBe(1);
  expect(stderr).toContain("generated/package.json was not written by this program");
  expect(changesOf(host)).toEqual([]);
});

it("removes what a page gave when the page is gone, and nothing else", async () => {
  const host = createDocsHost({ "resources/door.md": RESOURCE_PAGE.replaceAll("badge", "door") });
  await runCommand(host, "generate");
  host.files.set("/project/generated/src/own.ts", new TextEncoder().encode("// mine"));
  host.files.delete("/project/docs-input/resources/door.md");
  const { code, stdout } = await runCommand(host, "generate");
  expect(code).toBe(0);
  expect(stdout).toMatch(/[1-9]\d* removed/);
  expect([...host.files.keys()].filter((file) => /generated\/.*door/.test(file))).toEqual([]);
  expect(host.text("/project/generated/src/own.ts")).toBe("// mine");
});

it.each([
  ["EROFS", "the file system is read-only"],
  ["EACCES", "permission denied"],
  ["ENOSPC", "no space left on the device"],
])("says in one line what to do on %s, and leaves the old package", async (errno, message) => {
  const host = createDocsHost();
  await runCommand(host, "generate");
  const before = output(host);
  host.files.set(
    "/project/docs-input/resources/door.md",
    new TextEncoder().encode(RESOURCE_PAGE.replaceAll("badge", "door")),
  );
  host.failOn("write", /generated/, errno);
  const { code, stderr } = await runCommand(host, "generate");
  expect(code).toBe(1);
  expect(stderr).toMatch(/^generated\/\S+: .*\n$/);
  expect(stderr).toContain(message);
  expect(output(host)).toEqual(before);
});

it("prints the model and nothing else on stdout", async () => {
  const { code, stdout, stderr } = await runCommand(createDocsHost(), "model");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject({
    formatVersion: 2,
    types: [{ name: "badge", namespace: "microsoft.graph" }],
    operations: [{ requests: [{ method: "GET", path: "/badges/{badgeId}" }] }],
    diagnostics: [],
  });
  expect(stdout).toMatch(/^\{\n {2}"formatVersion": 2,\n[^]*\n\}\n$/);
});

it("prints the OpenAPI document and nothing else on stdout", async () => {
  const { code, stdout, stderr } = await runCommand(createDocsHost(), "openapi", "--package-version", "2.1.0");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject({
    openapi: "3.1.1",
    info: { title: "graph-client", version: "2.1.0" },
    paths: { "/badges/{badgeId}": { get: { operationId: "getBadge" } } },
    components: { schemas: { "microsoft.graph.badge": { type: "object" } } },
  });
  expect(stdout).toMatch(/^\{\n {2}"openapi": "3.1.1",\n[^]*\n\}\n$/);
});

it("finds nothing to say about docs without fault", async () => {
  expect(await runCommand(createDocsHost(), "lint")).toEqual({
    code: 0,
    stdout: "",
    stderr: "0 errors, 0 warnings, 0 infos\n",
  });
});
