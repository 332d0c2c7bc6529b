import fc from "fast-check";

/** Marks that open containers or indent a line. */
const MARKS = [
  "",
  " ",
  "  ",
  "   ",
  "    ",
  "     ",
  "\t",
  " \t",
  "> ",
  ">",
  "> > ",
  ">>",
  "- ",
  "-   ",
  "1. ",
  "10. ",
  "    - ",
];

/** Lines that open, close and interrupt one another. */
const LINES = [
  ...[
    "",
    "",
    "",
    " ",
    "a",
    "b c",
    "**a**",
    "*a",
    "_a_",
    "`a` b",
    "`a",
    "[a](b.md)",
    "[a]",
    "![a](b)",
    "&lt;a&gt; **&amp;b** c",
    "[a]: b",
    "[b c]: d",
    "'e'",
    "[a][b c]",
    "1a",
  ],
  ...[
    "# a",
    "## `b`",
    "#",
    "#a",
    "# a #",
    "===",
    "---",
    "***",
    "--",
    "- a",
    "* a",
    "+ a",
    "-",
    "1. a",
    "2) b",
    "10. a",
  ],
  ...[
    "  a",
    "    a",
    "\ta",
    " # a",
    "  - a",
    "   ```",
    "> a",
    ">",
    "> - a",
    "> ```",
    "> a `b`",
    ">a ",
    "> [!NOTE]",
    "- `a` b",
    "-   a",
    "- [ ] a",
    "- ```",
    "```",
    "```js",
    "~~~",
    "````",
  ],
  ...[
    "| a | b |",
    "|a|",
    "|---|---|",
    "|-|",
    ":-|-:",
    "|:-:|",
    "a | b",
    "---|---",
    "| `a|b` | \\| |",
    "| a",
    "|",
    "||",
    "| # |",
    "| a\t| b |\t",
    "| ~a~ # |",
  ],
  ...[
    "<!-- a -->",
    "<!-- a",
    "b -->",
    "<!-->",
    "<div>",
    "</div>",
    "<br/>a",
    "<pre>",
    "</pre>",
    "<a>",
    "<?a",
    "<!A",
    "-->",
  ],
  ...[
    "a  ",
    "a\\",
    "https://a.example",
    "www.a.example",
    "a@b.example",
    "&amp;",
    "a:",
    "(a)",
    "=a",
    "~a~",
    "~~a~~",
    "[^a]",
    "\u00a0a",
  ],
  ...[
    "    ",
    "| ",
    "--- ",
    "1.",
    "``` js x=1 ",
    "```a\tb",
    "```a\u00a0b",
    "```a&amp;b",
    "~~~ a`b",
    "``` `",
    "<table>",
    "<script>",
    "<!-- a --> b",
    "[^a]: b",
    "a\u000b",
    "\fa",
  ],
];

const line = fc.constantFrom(...LINES);
const marked = fc.tuple(fc.constantFrom(...MARKS), line).map(([mark, text]) => mark + text);
/** Consecutive lines behind the same mark, such as code by indentation with blank lines. */
const block = fc
  .tuple(fc.constantFrom(...MARKS), fc.array(line, { minLength: 1, maxLength: 4 }))
  .map(([mark, texts]) => texts.map((text) => mark + text));
const single = fc.oneof({ weight: 3, arbitrary: line }, marked).map((text) => [text]);

const frontMatter = fc
  .tuple(
    fc.constantFrom("---", "---", "--- ", "---\t"),
    fc.array(fc.constantFrom("a: b", "", "# c", "    d"), { maxLength: 2 }),
    fc.constantFrom("---", "---", "--- ", " ---", "----"),
  )
  .map(([open, texts, close]) => [open, ...texts, close]);

/** Texts of lines that open, close and interrupt one another, some of them below front matter. */
export const mixedLines: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, frontMatter),
    fc.array(fc.oneof({ weight: 4, arbitrary: single }, block), { maxLength: 10 }),
  )
  .map(([top, parts]) => [...top, ...parts.flat()].join("\n"));
