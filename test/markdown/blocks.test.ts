import { expect, it } from "vitest";
import { readAnnotations } from "../../generator/markdown/annotation.ts";
import { repairTable } from "../../generator/markdown/broken-table.ts";
import { readFrontMatter } from "../../generator/markdown/front-matter.ts";
import { readDocument } from "../../generator/markdown/document.ts";
import type { Block } from "../../generator/markdown/model.ts";
import { documentOf, FILE } from "../support/markdown.ts";

const PLACE = { file: FILE, line: 1, column: 1 };

const frontMatters: readonly [name: string, yaml: string, want: Readonly<Record<string, string>>][] = [
  [
    "bare, single and double quotes",
    "title: Get book\nauthor: 'ann'\nms.prod: \"library\"",
    { title: "Get book", author: "ann", "ms.prod": "library" },
  ],
  ["a value with a space at its end", 'doc_type: "apiPageType "', { doc_type: "apiPageType" }],
  ["an empty value", 'ms.prod: ""', { "ms.prod": "" }],
  ["dates and numbers as text", "ms.date: 2021-07-01\nversion: 1.0", { "ms.date": "2021-07-01", version: "1.0" }],
  ["true and null as text", "draft: true\nowner: null", { draft: "true", owner: "null" }],
  ["no lists or maps", "ms.custom:\n  - one\n  - two\ntoc.title: Books\ntoc:\n  a: b", { "toc.title": "Books" }],
  ["nothing", "", {}],
];

it.each(frontMatters)("reads front matter with %s", (_, yaml, want) => {
  expect(readFrontMatter(yaml, PLACE)).toEqual([want, []]);
});

it.each([
  ["a quote that never ends", 'title: "Get', 2],
  ["a bracket that never ends", "title: Get\nauthor: [ann", 3],
  ["the same key twice", "title: Get\ntitle: Got", 3],
])("reports front matter with %s", (_, yaml, line) => {
  const [values, diagnostics] = readFrontMatter(yaml, PLACE);
  expect(values).toEqual({});
  expect(diagnostics).toMatchObject([{ code: "front-matter-invalid", place: { line, column: 1 } }]);
});

const annotations: readonly [name: string, html: string, want: readonly object[], faults: readonly string[]][] = [
  ["one line", '<!-- { "blockType": "ignored" } -->', [{ blockType: "ignored" }], []],
  [
    "several lines",
    '<!-- {\n  "blockType": "request",\n  "name": "x"\n}-->',
    [{ blockType: "request", name: "x" }],
    [],
  ],
  ["two comments", '<!-- {"a": 1} -->\n<!-- {"b": 2} -->', [{ a: 1 }, { b: 2 }], []],
  ["a trailing comma", '<!-- {\n  "a": 1,\n} -->', [{ a: 1 }], ["2:9"]],
  ["a comma that is missing", '<!-- { "a": 1 "b": 2 } -->', [{ a: 1, b: 2 }], ["1:15"]],
  ["a line end in a string", '<!-- {\n  "a": "one\n  two",\n  "b": 2 } -->', [{}], ["2:8"]],
  ["a second comment, its place", '<!-- x --><!-- {"a": 1,} -->', [{ a: 1 }], ["1:23"]],
  ["an end that is missing", '<!-- {"a": 1}', [{ a: 1 }], []],
  ["prose", "<!-- uuid: 16cd6b66-4b1a-43a1 2019-02-04 14:57:30 UTC -->", [], []],
  ["a list", "<!-- [1, 2] -->", [], []],
  ["no comment", '<div>{"a": 1}</div>', [], []],
];

it.each(annotations)("reads annotations: %s", (_, html, want, faults) => {
  const [found, diagnostics] = readAnnotations(html, PLACE);
  expect(found.map(({ values }) => values)).toMatchObject(want);
  expect(found).toHaveLength(want.length);
  expect(diagnostics.map(({ place }) => `${place.line}:${place.column}`)).toEqual(faults);
});

const broken: readonly [name: string, lines: readonly string[], row: number | null][] = [
  ["a delimiter row with a column too many", ["|A|B|", "|:---|:---|:---|", "|a|b|"], 1],
  ["a delimiter row with a column too few", ["|A|B|", "|:---|", "|a|b|"], 1],
  ["text above the table", ["Text", "|A|B|", "|---|---|---|", "|a|b|"], 2],
  ["no table", ["Text", "goes on"], null],
  ["a delimiter row without a header", ["Text", "|---|---|"], null],
  ["rows without a delimiter row", ["|A|B|", "|a|b|"], null],
];

it.each(broken)("repairs %s", (_, lines, row) => {
  const repaired = repairTable(lines);
  expect(repaired?.row ?? null).toBe(row);
  if (repaired !== null) expect(repaired.lines[repaired.row]).toBe("|-|-|");
});

/** `note: words`, `paragraph: words`, … of the first block. */
function show(block: Block | undefined): string {
  switch (block?.kind) {
    case "alert":
      return `${block.level}: ${block.phrases.map(({ text }) => text).join(" / ")}`;
    case "paragraph":
      return `paragraph: ${block.phrase.text}`;
    case "list":
      return `list: ${block.items.map(({ text }) => text).join(" / ")}`;
    default:
      return block?.kind ?? "nothing";
  }
}

const blocks: readonly [markdown: string, want: string][] = [
  ["> [!NOTE]\n> Needs a card.", "note: Needs a card."],
  [">[!Note]\n>Needs a card.", "note: Needs a card."],
  ["> [!IMPORTANT]\n> One.\n>\n> Two.", "important: One. / Two."],
  ["> [!TIP] Ask.", "tip: Ask."],
  ["> [!CAUTION]\n>\n> Hot.", "caution: Hot."],
  ["> **Note:** Needs a card.", "note: Needs a card."],
  [">**Note**: Needs a card.", "note: Needs a card."],
  ["> Note: Needs a [card](card.md).", "note: Needs a card."],
  ["> **Important:** Needs a card.", "important: Needs a card."],
  ["> Notes are kept.", "quote: Notes are kept."],
  ["> Plain.", "quote: Plain."],
  ["> [!NOTE]\n> - One\n> - Two", "note: One / Two"],
  ["- One\n- Two\n  - Three", "list: One / Two / Three"],
  ["1. One\n\n   More\n2. Two", "list: One / More / Two"],
  ["<br/>", "nothing"],
  ['<a href="x">Go</a>', "paragraph: Go"],
  ["Text with <b>tags</b> and <server>.", "paragraph: Text with tags and <server>."],
  ["One\u00a0two\u202fthree\u200b.", "paragraph: One two three."],
  ["A &lt;b&gt; \\[c\\] ~~d~~ e[^1].", "paragraph: A <b> [c] d e[^1]."],
];

it.each(blocks)("reads the block %j", (markdown, want) => {
  expect(show(documentOf(markdown).sections[0]?.blocks[0])).toBe(want);
});

it("attaches an annotation to the next fence, over blank lines and a paragraph", () => {
  const { sections } = documentOf('<!-- {"a": 1} -->\n\nText.\n\n```http\nGET /a\n```\n\n```http\nGET /b\n```\n');
  const values = sections[0]?.blocks.map((block) => (block.kind === "code" ? block.annotation?.values : "text"));
  expect(values).toEqual(["text", { a: 1 }, undefined]);
});

it("keeps no annotation over a heading of the page", () => {
  const { sections } = documentOf('<!-- {"a": 1} -->\n\n## Next\n\n```http\nGET /a\n```\n');
  expect(sections[1]?.blocks).toMatchObject([{ kind: "code", annotation: null }]);
});

it("keeps the page's own annotation apart", () => {
  const document = documentOf('# T\n\n```json\n{}\n```\n\n<!-- {"type": "#page.annotation", "section": "s"} -->\n');
  expect(document.pageAnnotation?.values).toMatchObject({ section: "s" });
});

it("reads the HTTP tab only", () => {
  const text = "## Request\n\n# [HTTP](#tab/http)\n\nIn HTTP.\n\n# [C#](#tab/csharp)\n\nIn C#.\n\n---\n\nAfter.\n";
  expect(documentOf(text).sections.map(({ blocks: inner }) => inner.map(show))).toEqual([
    [],
    ["paragraph: In HTTP.", "paragraph: After."],
  ]);
});

const indents: readonly [name: string, markdown: string, indent: number][] = [
  ["on its own", "```json\n  {}\n```", 0],
  ["in a list", "1. One:\n\n   ```json\n   {}\n   ```", 3],
  ["in a quote", "> ```json\n>\n> {}\n> ```", 2],
];

it.each(indents)("knows how far in the lines of a fence stand: %s", (_, markdown, indent) => {
  const { sections } = documentOf(markdown);
  const blocks = sections.flatMap((section) => section.blocks);
  expect(blocks.find((block) => block.kind === "code")).toMatchObject({ indent });
});

const namespaces: readonly [text: string, name: string | null, rest: readonly string[]][] = [
  ["# T\n\nNamespace: microsoft.graph\n\nText.", "microsoft.graph", ["paragraph: Text."]],
  ["# T\n\nNamespace: microsoft.graph.callRecords\nText.", "microsoft.graph.callRecords", ["paragraph: Text."]],
  ["# T\n\nNamespace:microsoft.graph.\n", "microsoft.graph", []],
  ["# T\n\nText.", null, ["paragraph: Text."]],
  ["# T\n\n## Remarks\n\nNamespace: of another kind", null, []],
];

it.each(namespaces)("takes the namespace out of %j", (text, name, rest) => {
  const document = documentOf(text);
  expect(document.namespace?.name ?? null).toBe(name);
  expect(document.sections[1]?.blocks.map(show)).toEqual(rest);
});

const includes: readonly [text: string, want: readonly string[]][] = [
  ["[!INCLUDE [a](../includes/a.md)]", ["paragraph: A."]],
  ["[!include[a](../includes/a.md)]", ["paragraph: A."]],
  ["Before [!INCLUDE [a](../includes/a.md)] after.", ["paragraph: Before", "paragraph: A.", "paragraph: after."]],
  ["[!INCLUDE [a](../includes/a.md)] [!INCLUDE [b](../includes/b.md)]", ["paragraph: A.", "paragraph: B."]],
  ["[!INCLUDE [a](../includes/a.md)]\n[!INCLUDE [b](../includes/b.md)]", ["paragraph: A.", "paragraph: B."]],
  ["> [!INCLUDE [a](../includes/a.md)]", ["quote: ", "paragraph: A."]],
  ["- [!INCLUDE [a](../includes/a.md)]", ["list: ", "paragraph: A."]],
];

it.each(includes)("splits %j at its includes", (text, want) => {
  const texts = { "includes/a.md": "A.", "includes/b.md": "---\nk: v\n---\n\nB." };
  const [document, diagnostics] = readDocument(FILE, text, texts);
  expect(document.sections.flatMap((section) => section.blocks.map(show))).toEqual(want);
  expect(diagnostics).toEqual([]);
});
