import process from "node:process";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, it } from "vitest";
import { findRegions } from "../../generator/markdown/fast/regions.ts";
import { parseMarkdown } from "../../generator/markdown/fast/parse.ts";
import { parsePage } from "../../generator/markdown/fast/remark.ts";
import { mixedLines } from "../support/mixed-lines.ts";

const texts: readonly [name: string, text: string][] = [
  ["nothing", ""],
  ["blank lines only", "\n \n\t\n"],
  ["front matter", "---\ntitle: Get book\n---\n\n# Get book\n"],
  ["front matter that never ends", "---\ntitle: Get book\n\n# Get book\n"],
  ["headings of each depth", "# a\n## b\n### c\n#### d\n##### e\n###### f\n####### g"],
  ["a heading that closes itself", "# a #\n# #b\n#\n#c\n#  d  "],
  ["a heading below a line", "a\n===\nb\n---"],
  ["fences in fences", "````md\n```\na\n```\n````\nb"],
  ["an empty fence and one without an end", "```\n```\n~~~js x=1\n  a\n\nb"],
  ["a comment over blank lines", '<!-- {\n\n"a": 1 } -->\n# a\n<!-- b --> c\nd\n\n<!-->\ne'],
  ["a table", "|a|**b**|\n|:-|-:|\n| c | `d` |\n|e|\n|f|g|h|\n\ni"],
  ["a table with escaped pipes", "| a | b |\n|---|---|\n| `c \\| d` | e |"],
  ["a table that a paragraph runs into", "| a |\n|---|\n| b |\nc\n\nd"],
  ["a table whose rows have spaces at their end", "| a | b |  \n|---|---|\n| c | d  \n| e | f |  "],
  ["a table with too few dashes", "| a | b |\n|---|\n| c | d |"],
  ["a list with a fence", "- a\n  ```\n  b\n\n  c\n  ```\n- d\n\ne"],
  ["a list that a fence at the margin ends", "1. a\n```\nb\n```\n2. c"],
  ["a fence in a list that is not indented enough", "10. a\n\n  ```\n\nb\n\n```\nc"],
  ["a quote that goes on without its mark", "> a\nb\n\nc"],
  ["code by indentation", "    a\n\n    b\n\nc\n    d"],
  ["HTML up to a blank line", "<table>\n```\na\n\n# b"],
  ["HTML over blank lines", "<pre>\na\n\n# b\n</pre>\nc"],
  ["definitions at the end", "[a], [b][a-b], [c][], [!d [e](f)] [g]\n\n> [a]\n\n1. [a-b]\n\n[A]: h.md\n[a-b]: /i#j\n"],
  ["definitions of more kinds", "[a] [b] [c] [d] [e]\n\n[a]: f 'g'\n[b]: <h>\n[c]:\ni\n[d]: j\n(k)\n\n[e]: l\nm"],
  ["definitions in quotes and lists", "[a] [b] [c]\n\n> [a]: d\n\n- [b]: e\n\n```\n[c]: f\n```"],
  ["what looks like definitions", "[a] b]: c\n\n| [a]: d |\n|-|\n\n# [a]: e\n\nf\n[a]: g\n\n[^a]: h"],
  ["a table with tabs", "|a\t | b\tc|\t\n|-|-|\n|\td|`e`\t\t"],
  ["a table with marks of headings", "|a #|\n|-|\n|#|\n|# b|\n|~c~ #|"],
  ["a byte order mark", "\uFEFF---\na: b\n---\n\n\uFEFF- c"],
  ["blocks below paragraphs", "a\n> b\n\nc\n- d\n\n# e\n>f\ng\n\nh\n* i\nj\n\nk\n1. l\n\nm\n2. n\n\no\n-\n\np\n- "],
  ["definitions", "[a] and [b][a]\n\n[a]: book.md\n\n- c"],
  ["bare addresses", "See https://a.example/b_c and www.a.example, mail a@b.example.\n\n| www.a.example |\n|---|"],
  ["emphasis over lines, with breaks", "**a\nb** _c_  \nd\\\ne"],
  ["entities and escapes", "a &amp; b \\* c\n\n# a &lt; b"],
  [
    "character references",
    "&lt;a&gt; **&amp;b** &lt;*c*&gt;  \n&amp;lt; &lt d&gt;*e* @&lt;f@g.h\n\n| &lt;a | `&lt;` |\n|-|-|",
  ],
  ["emphasis that only the parser can judge", "***a*** b*c*d **a*b** *a* * b** _a b_ a_b ~c~ **\u00e9** *a **b** c*"],
  ["emphasis across brackets and code", "**[a](b)** [**a**](b) **[a** b] `**a` b** *[c](d)*"],
  ["brackets", "[a] [ [b](c) ] [d [e](f)](g) [](h) [i]() [j](<k>) [l](m 'n') ![o](p) [q](r(s)t) [u][] [^v]"],
  ["brackets in brackets", `${"[".repeat(20)}a${"]".repeat(20)}(b)`],
  ["code of several kinds", "` a ` `  ` `` b`c `` `d``e` `f\ng` `h"],
  [
    "tags and what looks like them",
    "a <br> <br/> <br /> </li > <li> 1 < 2 <a b='c'> <https://d.example> <!-- e --> <f\n>",
  ],
  ["spaces at line ends", "a \nb  \n`c` \n**d**   \ne\t\nf  "],
  ["a quote of paragraphs", "> [!NOTE]\n> a `b`\n>c \n>\n> [d](e)\n# f"],
  ["a quote with more in it", "> a\n> - b\n\n> c\n> ~d~\n\n>\n> e\n>"],
  ["tight lists", "- a\n- [b](c) \n\nd\n\n* **e**\n*   f\n\n| g |\n|-|"],
  ["lists that are not over yet", "- a\n- b\n\n  c\n\n- d\n\n\n* e\nf\n\n+ [ ] g\n\n+ ~h~\n\n```\ni\n```"],
  ["line ends of other kinds", "# a\r\n\r\nb\rc"],
  ["code by indentation with spaces below it", "    a\n    \n# b\n\n    c\n\t\n      \n\nd"],
  ["a quoted list below code by indentation", "    a\n\n>2. b\n\n    c\n\n> d"],
  ["front matter directly above code, a heading and a title", "---\na: b\n---\n    c\n    \n # d\ne\n===\n"],
  ["front matter directly above a title", "--- \na: b\n---\t\nc\n---\n\nd"],
  ["spaces in and after the words of a fence", "```  a  b\tc \t\nd\n```\n~~~ \n~~~\n```a\u00a0b\n```"],
  ["empty quotes in quotes above a heading and at the end", "> >\n> \n# a\n\n>>\n>\n- >\n# b\n\n> >\n>"],
  ["a table whose header is a pipe and spaces", "| \n|-|\n\n|\t\n|-\n\n| |\n|-|\n| \n"],
  ["a tag far below a quote in a list", "- >|\n\t<a>\n# a"],
];

it.each(texts)("parses %s as remark does", (_, text) => {
  expect(parseMarkdown(text)).toEqual(parsePage(text));
});

/** Describing the difference costs more than parsing, so equal trees are not described. */
function expectSameTree(text: string): void {
  const [fast, slow] = [parseMarkdown(text), parsePage(text)];
  if (!isDeepStrictEqual(fast, slow)) expect(fast).toEqual(slow);
}

/** More finds more: `RUNS=100000 npm test -- test/markdown/processor`. */
const RUNS = Number(process.env.RUNS ?? 500);

it("parses any mixture of lines as remark does", () => {
  fc.assert(
    fc.property(mixedLines, (mixed) => {
      expectSameTree(mixed);
    }),
    { numRuns: RUNS },
  );
});

/** Pieces of phrasing content that open, close and escape one another. */
const PHRASES = [
  ...["a", "b1", " ", " ", " ", "  ", "\n", ".", ",", "-", "é", "\u00a0", "—", "(", ")", "|", ":", "#", ">"],
  ...[
    "*",
    "**",
    "***",
    "_",
    "__",
    "~",
    "~~",
    "`",
    "``",
    "[",
    "]",
    "![",
    "](",
    "](b.md)",
    "[^",
    "\\",
    "\t",
    "!",
    "@",
    "&",
  ],
  ...[
    "`c`",
    "**d**",
    "*e*",
    "_f_",
    "[g](h.md)",
    "[`i`](../j.md#k)",
    "[l]",
    "<br>",
    "<br/>",
    "</li>",
    "<m n>",
    "<",
    "&amp;",
  ],
  ...["https://o.example", "www.o.example", "p@o.example", "@odata.type", "1 < 2", "q_r", "AT&T", "  \n", " \n"],
];

it.each([
  ["a paragraph", (text: string) => `x ${text}`],
  ["a heading", (text: string) => `# ${text.replaceAll("\n", " ")}`],
  ["a cell", (text: string) => `|x|\n|-|\n|${text.replaceAll("\n", " ")}|`],
  ["a quote", (text: string) => `> y ${text.replaceAll("\n", "\n> ")}`],
  ["a list", (text: string) => `- z ${text.replaceAll("\n", "\n- ")}`],
])("parses any mixture of phrases in %s as remark does", (_, place) => {
  const text = fc.array(fc.constantFrom(...PHRASES), { maxLength: 10 }).map((phrases) => place(phrases.join("")));
  fc.assert(
    fc.property(text, (mixed) => {
      expectSameTree(mixed);
    }),
    { numRuns: RUNS },
  );
});

it("reads a usual page block by block, so that little is left to the slow way", () => {
  const page =
    "---\na: b\n---\n\n# A\n\nB [c](d.md).\n\n|e|\n|-|\n|f|\n\n```http\nGET /g\n```\n\n<!-- h -->\n\n> i\n\n- j\n\nK\n\n1. l\n";
  const kinds = findRegions(page.split("\n"))?.map(({ kind }) => kind);
  expect(kinds).toEqual([
    "yaml",
    "heading",
    "paragraph",
    "table",
    "fence",
    "comment",
    "quote",
    "list",
    "paragraph",
    "other",
  ]);
});
