import { expect, it } from "vitest";
import { toMarkdown } from "../../generator/page/content/description.ts";
import { cellOf } from "../support/markdown.ts";

const descriptions: readonly [given: string, want: string][] = [
  ["Plain words.", "Plain words."],
  ["Some `code` and **strong** and *weak* words.", "Some `code` and **strong** and _weak_ words."],
  ["** not strong ** words", "** not strong ** words"],
  ["A [book](book.md) of the docs.", "A book of the docs."],
  ["A [`book`](book.md) of the docs.", "A book of the docs."],
  ["A [page](https://example.com/a) of the web.", "A [page](https://example.com/a) of the web."],
  ["A [page](/graph/auth) of the site.", "A page of the site."],
  ["A [](https://example.com/a) of nothing.", "A of nothing."],
  ["One.<br/>Two.<br><br>Three.", "One.\nTwo.\nThree."],
  ["One of:<ul><li>`a`</li><li>`b`</li></ul>", "One of:\n- `a`\n- `b`"],
  ["Code with ``a ` tick``.", "Code with a ` tick."],
  ["No\u00a0break and\u202fnarrow\u200b.", "No break and narrow."],
  ["Less &lt;b&gt; and \\[more\\].", "Less <b> and [more]."],
  ["Wait. [!INCLUDE speed-limits] Then go.", "Wait. Then go."],
  ["Mail to ann@example.com.", "Mail to ann@example.com."],
  ["![A picture](a.png) here.", "A picture here."],
];

it.each(descriptions)("writes '%s' as documentation", (given, want) => {
  expect(toMarkdown(cellOf(given))).toBe(want);
});
