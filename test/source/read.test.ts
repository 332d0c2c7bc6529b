import path from "node:path";
import { expect, it } from "vitest";
import { decode } from "../../generator/source/decode.ts";
import { includedPaths } from "../../generator/source/includes.ts";
import { discoverPages } from "../../generator/source/discover.ts";
import { findPages, loadPages } from "../../generator/source/find.ts";
import type { ReadContext } from "../../generator/source/text.ts";
import { createMemoryHost } from "../support/memory-host.ts";

const bytes = (...values: readonly number[]) => Uint8Array.from(values);
const text = (value: string) => new TextEncoder().encode(value);

const decoded: readonly [name: string, given: Uint8Array, want: string | RegExp][] = [
  ["plain text", text("# A\n"), "# A\n"],
  ["CRLF", text("# A\r\n\r\nB\r\n"), "# A\n\nB\n"],
  ["a lone CR", text("# A\rB"), "# A\nB"],
  ["a byte order mark", text("\ufeff# A"), "# A"],
  ["letters of all scripts", text("# Größe 名 🙂"), "# Größe 名 🙂"],
  ["an empty file", bytes(), ""],
];

it.each(decoded)("decodes %s", (_, given, want) => {
  expect(decode(given)).toEqual({ text: want });
});

const undecodable: readonly [name: string, given: Uint8Array, want: string][] = [
  ["a zero byte", bytes(0x23, 0, 0x41), "binary content"],
  ["Latin-1", bytes(0x63, 0x61, 0x66, 0xe9), "bytes that are not UTF-8"],
  ["UTF-16", bytes(0xff, 0xfe, 0x23, 0x00), "binary content"],
  ["an incomplete character", bytes(0xf0, 0x9f, 0x99), "bytes that are not UTF-8"],
  ["a file above the limit", new Uint8Array(4 * 1024 * 1024 + 1).fill(0x20), "4194305 bytes, the limit is 4194304"],
];

it.each(undecodable)("does not decode %s", (_, given, problem) => {
  expect(decode(given)).toEqual({ problem });
});

const directives: readonly [text: string, want: readonly string[]][] = [
  ["[!INCLUDE [a](../includes/a.md)]", ["includes/a.md"]],
  ["[!include[a](b.md)]", ["api/b.md"]],
  ["[!INCLUDE [](..\\includes\\a.md)]", ["includes/a.md"]],
  ['[!INCLUDE [a](../includes/a.md "Title")]', ["includes/a.md"]],
  ["[!INCLUDE [a](~/includes/a.md)]", ["includes/a.md"]],
  ["[!INCLUDE [a](../../includes/a.md)]", ["../includes/a.md"]],
  ["One [!INCLUDE [a](a.md)] and [!INCLUDE [b](b.md)].", ["api/a.md", "api/b.md"]],
  ["[INCLUDE [a](a.md)] and [!NOTE]", []],
  ["[!INCLUDE [a]()]", []],
];

it.each(directives)("finds the includes of %j", (given, want) => {
  expect(includedPaths("api/page.md", given)).toEqual(want);
});

const docs = path.resolve("/root/docs");
const readPages = async (context: ReadContext, files: readonly string[]) => loadPages(await findPages(context, files));

function contextOf(files: Readonly<Record<string, string | Uint8Array>>, root = docs) {
  const absolute = Object.entries(files).map(([file, content]) => [path.resolve(docs, file), content] as const);
  return { host: createMemoryHost(Object.fromEntries(absolute)), docs, root };
}

it("finds pages, but not includes, hidden files and other formats", async () => {
  const names = ["resources/b.md", "api/a.md", "API/C.MD", "includes/x.md", "api/includes/y.md", ".git/z.md"];
  const files = Object.fromEntries([...names, "node_modules/n.md", "toc.yml"].map((name) => [name, "# A"]));
  expect(await discoverPages(contextOf(files).host, docs)).toEqual(["API/C.MD", "api/a.md", "resources/b.md"]);
});

it("reads a page with its direct and indirect includes", async () => {
  const files = {
    "api/a.md": "[!INCLUDE [b](../includes/b.md)] [!INCLUDE [gone](../includes/gone.md)]",
    "includes/b.md": "[!INCLUDE [c](sub/c.md)] [!INCLUDE [b](b.md)]",
    "includes/sub/c.md": "C\r\n",
  };
  expect(await readPages(contextOf(files), ["api/a.md"])).toEqual([
    {
      path: "api/a.md",
      text: files["api/a.md"],
      problem: null,
      includes: { "includes/b.md": files["includes/b.md"], "includes/gone.md": null, "includes/sub/c.md": "C\n" },
    },
  ]);
});

const secret = { "api/a.md": "[!INCLUDE [s](../../secret.md)]", "../secret.md": "Secret" };

it("does not read includes outside the root", async () => {
  const [page] = await readPages(contextOf(secret), ["api/a.md"]);
  expect(page?.includes).toEqual({ "../secret.md": null });
});

it("reads an include from a root above the docs", async () => {
  const [page] = await readPages(contextOf(secret, path.resolve("/root")), ["api/a.md"]);
  expect(page?.includes).toEqual({ "../secret.md": "Secret" });
});

it("does not mistake a folder whose name begins like the root for the root", async () => {
  const files = { "a.md": "[!INCLUDE [s](../docs-old/s.md)]", "../docs-old/s.md": "Old" };
  const [page] = await readPages(contextOf(files), ["a.md"]);
  expect(page?.includes).toEqual({ "../docs-old/s.md": null });
});

it("returns a page without text where a file cannot be read", async () => {
  const context = contextOf({ "a.md": bytes(0), "b.md": "# B", "c.md": "# C" });
  context.host.failOn("read", /b\.md$/, "EACCES");
  const pages = await readPages(context, ["c.md", "a.md", "b.md", "gone.md"]);
  expect(pages.map(({ path: file, text: content, problem }) => [file, content, problem])).toEqual([
    ["c.md", "# C", null],
    ["a.md", null, "binary content"],
    ["b.md", null, expect.stringContaining("EACCES")],
    ["gone.md", null, "the file is gone"],
  ]);
});
