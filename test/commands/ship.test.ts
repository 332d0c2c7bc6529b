import { expect, it } from "vitest";
import { MANIFEST_PATH } from "../../generator/output/manifest.ts";
import { runCommand } from "../support/command-line.ts";
import { changesOf, type MemoryHost } from "../support/memory-host.ts";
import { createDocsHost, OPERATION_PAGE, RESOURCE_PAGE } from "../support/pages.ts";

const DOCS = "/project/docs-input";
const COPIES = "/project/generated/docs";

const shipped = (host: MemoryHost) =>
  [...host.files.keys()]
    .filter((file) => file.startsWith(`${COPIES}/`))
    .map((file) => file.slice(COPIES.length + 1))
    .toSorted();

const put = (host: MemoryHost, file: string, text: string) => host.files.set(file, new TextEncoder().encode(text));

const json = (host: MemoryHost, file: string): unknown => JSON.parse(host.text(`/project/generated/${file}`) ?? "null");

it("ships the pages that declarations refer to, and lists them in package.json", async () => {
  const host = createDocsHost();
  put(host, `${DOCS}/resources/prose.md`, "# Words\n\nNo facts.\n");
  expect((await runCommand(host, "generate", "--ship-docs")).code).toBe(0);
  expect(shipped(host)).toEqual(["api/badge-get.md", "resources/badge.md"]);
  expect(json(host, "package.json")).toMatchObject({ files: ["dist", "docs", "skills"] });
  expect(json(host, "positions.json")).toMatchObject({ docs: "docs" });
  expect(host.text(`/project/generated/${MANIFEST_PATH}`)).toContain('"docs/resources/badge.md": "');
});

it("ships no pages by default", async () => {
  const host = createDocsHost();
  await runCommand(host, "generate");
  expect(shipped(host)).toEqual([]);
  expect(json(host, "package.json")).toMatchObject({ files: ["dist", "skills"] });
});

it("ships pages when the config asks for it", async () => {
  const host = createDocsHost();
  put(host, "/project/graph-docs.config.json", '{ "shipDocs": true }');
  await runCommand(host, "generate");
  expect(shipped(host)).toHaveLength(2);
});

const originals: readonly [name: string, change: (text: string) => string][] = [
  ["Windows line ends", (text) => text.replaceAll("\n", "\r\n")],
  ["a byte order mark", (text) => `\uFEFF${text}`],
  ["spaces and tables that a formatter would change", (text) => `${text}\n\n\n*  one\n\n|a|b|\n|-|-|\n|1|2|   \n`],
  ["no final line end", (text) => text.trimEnd()],
];

it.each(originals)("copies a page with %s byte for byte, and is up to date then", async (_, change) => {
  const host = createDocsHost();
  put(host, `${DOCS}/resources/badge.md`, change(RESOURCE_PAGE));
  await runCommand(host, "generate", "--ship-docs");
  const [copy, page] = [host.files.get(`${COPIES}/resources/badge.md`), host.files.get(`${DOCS}/resources/badge.md`)];
  expect(Buffer.from(copy ?? [])).toEqual(Buffer.from(page ?? []));
  expect(await runCommand(host, "check", "--ship-docs")).toMatchObject({ code: 0 });
  host.log.length = 0;
  await runCommand(host, "generate", "--ship-docs");
  expect(changesOf(host)).toEqual([]);
});

it("checks the copies too", async () => {
  const host = createDocsHost();
  await runCommand(host, "generate", "--ship-docs");
  // More text at the end: no declaration moves, but the page changes.
  put(host, `${DOCS}/resources/badge.md`, `${RESOURCE_PAGE}\nMore words.\n`);
  const changed = await runCommand(host, "check", "--ship-docs");
  expect(changed).toMatchObject({ code: 1 });
  expect(changed.stdout).toContain("would change generated/docs/resources/badge.md\n");
  await runCommand(host, "generate", "--ship-docs");
  put(host, `${COPIES}/resources/badge.md`, "mine");
  const edited = await runCommand(host, "generate", "--ship-docs");
  expect(edited).toMatchObject({ code: 1 });
  expect(edited.stderr).toContain("generated/docs/resources/badge.md was edited by hand");
});

it("removes copies that are no longer needed", async () => {
  const host = createDocsHost();
  await runCommand(host, "generate", "--ship-docs");
  await runCommand(host, "generate", "--ship-docs", "--exclude", "getBadge");
  expect(shipped(host)).toEqual(["resources/badge.md"]);
  await runCommand(host, "generate");
  expect(shipped(host)).toEqual([]);
});

const PERMISSIONS = `|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|Badge.Read.All|
`;

const includes: readonly [name: string, reference: string, at: string, pages: readonly string[]][] = [
  ["from the docs", "../includes/badge.md", `${DOCS}/includes/badge.md`, ["api/badge-get.md", "includes/badge.md"]],
  ["from above them", "../../includes/badge.md", "/project/includes/badge.md", ["api/badge-get.md"]],
];

it.each(includes)("refers to a copy of an include %s", async (_, reference, at, pages) => {
  const host = createDocsHost();
  const page = OPERATION_PAGE.replace(/^\|Permission type[^]*?\n\n/m, `[!INCLUDE [permissions](${reference})]\n\n`);
  put(host, `${DOCS}/api/badge-get.md`, page);
  put(host, at, PERMISSIONS);
  expect((await runCommand(host, "generate", "--ship-docs", "--root", ".", "--out", "generated")).code).toBe(0);
  expect(shipped(host)).toEqual([...pages, "resources/badge.md"]);
  const positions = json(host, "positions.json");
  const place: unknown = expect.stringMatching(new RegExp(`^${pages.at(-1) ?? ""}:\\d+:1$`));
  expect(positions).toHaveProperty("names.getBadgePermissions", { "": place });
});

const unfit: readonly [name: string, pages: readonly string[], message: string][] = [
  ["a colon", ["resources/my:badge.md"], 'Unexpected name resources/my:badge.md, expected one without ":", "\\"'],
  ["a line break", ["resources/my\nbadge.md"], "Unexpected name resources/my\\u{a}badge.md, expected one without"],
  [
    "two names that differ only in letter case",
    ["resources/badge.md", "Resources/badge.md"],
    "Resources/badge.md and resources/badge.md differ only in letter case",
  ],
];

it.each(unfit)("rejects %s before it writes", async (_, pages, message) => {
  const host = createDocsHost();
  host.files.delete(`${DOCS}/resources/badge.md`);
  for (const [index, page] of pages.entries()) {
    put(host, `${DOCS}/${page}`, index === 0 ? RESOURCE_PAGE : RESOURCE_PAGE.replaceAll("badge", "token"));
  }
  const { code, stderr } = await runCommand(host, "generate", "--ship-docs");
  expect({ code, log: changesOf(host) }).toEqual({ code: 1, log: [] });
  expect(stderr).toContain(message);
});

const overlapping: readonly [name: string, docs: string, out: string][] = [
  ["the docs are in the folder of the copies", "client/docs", "client"],
  ["the copies would be in the docs", "docs-input", "docs-input"],
];

it.each(overlapping)("fails when %s", async (_, docs, out) => {
  const host = createDocsHost();
  put(host, `/project/${docs}/resources/badge.md`, RESOURCE_PAGE);
  const { code, stderr } = await runCommand(host, "generate", "--ship-docs", "--docs", docs, "--out", out);
  expect({ code, log: changesOf(host) }).toEqual({ code: 2, log: [] });
  expect(stderr).toMatch(/overlaps docs\/ of the package|is inside the docs folder/);
});
