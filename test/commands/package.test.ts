import { expect, it } from "vitest";
import { MANIFEST_PATH } from "../../generator/output/manifest.ts";
import { runCommand } from "../support/command-line.ts";
import { changesOf } from "../support/memory-host.ts";
import { createDocsHost, RESOURCE_PAGE } from "../support/pages.ts";
import type { MemoryHost } from "../support/memory-host.ts";

const output = (host: MemoryHost) =>
  [...host.files].filter(([file]) => file.startsWith("/project/generated/")).map(([file]) => [file, host.text(file)]);

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

it.each([
  ["EROFS", "the file system is read-only"],
  ["EACCES", "permission denied"],
  ["ENOSPC", "no space left on the device"],
])("explains %s, and leaves the old package", async (errno, message) => {
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
  expect(stderr).toMatch(/^error: generated(?:\/\S+)?: /);
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
