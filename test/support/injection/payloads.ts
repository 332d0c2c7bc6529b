import type { Random } from "../seeds.ts";

/**
 * Texts that would end what the generator puts a text of a page into, or would have an effect in it. `§` is where a
 * marker goes: a name that says which field of which page a piece of code came from.
 */
const PAYLOADS: readonly [string, ...string[]] = [
  ...(["*/ §(); /*", "*/\nexport const § = 1;\n/*", "*\u200b/ §(); /*", "*\\/ §();", "*\u0000/§()/*", "*/§"] as const),
  ...["`; §(); `", "${§()}", "`${§()}`", "\\`${§}", "$\\{§}", "$`${§", "\\${§}"],
  ...['"; §(); "', "'; §(); '", '\\"; §(); //', "\\", "\\\\", "\\' + § + \\'", '" + § + "', "'§'", '"§"', '"§'],
  ...["\u2028§();\u2028", "\u2029§()", "\r§();\r", "\r\n§();", "\n§();\n", "\u0085§", "\v§\f", "\u0000§", "\t§"],
  ...["// @ts-nocheck §", "\n@ts-ignore §", "/* @ts-expect-error § */", "@ts-ignore", "// @ts-check", "@ts-nocheck"],
  ...['/// <reference path="§" />', '/// <amd-module name="§" />', "//# sourceMappingURL=§.map", "//@ sourceURL=§"],
  ...["#__PURE__ §", "@__NO_SIDE_EFFECTS__ §", "/* @jsx § */", "@jsxImportSource §", "/*! § */", "@license §"],
  ...[
    "<!-- §",
    "--> §",
    "</script><script>§()</script>",
    "<img src=x onerror=§()>",
    "<§>",
    "]]> §",
    "#!§",
    "<![CDATA[",
  ],
  ...["{@link § x}", "{@inheritDoc §}", "{@linkcode §", "@internal tag§", "@deprecated tag§", "@see tag§"],
  ...["@example tag§\n", "\n@default tag§", "\n * @format tag§", "@type {§}", "@typedef {§} §", "@param {§} § x"],
  ...["@template §", '@import { § } from "§"', "@overload", "@enum {§}", "@callback §", "@satisfies {§}", "@this {§}"],
  ...['"}, "§": {"', '"]}); §(); ({["', "}; §(); {", "]; §(); [", "); §(); (", "§: {", ',"§":1', "}}", '\\u0022§"'],
  ...["\\u002a\\u002f §()", "\\u{2a}/", "\\x22; §()", "&#42;&#47; §()", "&quot;; §(); &quot;", "&#x2028;§", "%2a%2f§"],
  ...["\u202e§\u2066", "\u061c§\u200f", "\ufeff§", "\u001b[31m§", "\ud800§", "\udfff", "\u{e0041}§", "\u00ad§"],
  ...["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "default", "await", "arguments", "eval"],
  ...[
    'import § from "§";',
    'export * from "§";',
    "export default §",
    "declare global {}",
    "namespace § {}",
    "@§ class",
  ],
  ...["---\n§: 1\n---", "\n# §\n", "| § | § |", "```\n§()\n```", '<!-- { "blockType": "§" } -->', "~~~ §", "``` §"],
  ...["../../§", "..\\..\\§", "/etc/§", "C:\\§", "§.ts", "con", "a/b/§", "§?x#y", "file:///§", "javascript:§()", "./§"],
  ...["as any; §", "?: §; [§: string]: any", "=> §()", "= §()", "<§>() ", "§`x`", "!§", "-§", "[§()]", "§, §", "§; §"],
  ...["![§](data:§)", "[§](javascript:§())", "[x](<§)", "[§]: x", "**§**", "_§_", ":::§", "[!INCLUDE [§](§.md)]"],
  ...["§", "é§", "名§", "😀§", "0", "-1", "1e999", "NaN", "null", "undefined", "Object", "Promise", "Record", "§ §"],
];

/** Characters that mean something to TypeScript, Markdown, JSON or YAML. */
const SIGNS = "`*/\\\"'${}[]()<>|@#&%;:,.=?!-_~^+ \n\r\t\u2028\u202e\u0000\u200bax1";

/** Draws a text of one or a few payloads, or of random signs. */
export function drawPayload(random: Random): string {
  if (random.below(8) === 0) {
    const signs = Array.from({ length: 1 + random.below(12) }, () => SIGNS.charAt(random.below(SIGNS.length)));
    return `${signs.join("")}§`;
  }
  const count = random.below(4) === 0 ? 2 + random.below(2) : 1;
  return Array.from({ length: count }, () => random.of(PAYLOADS)).join(random.of(["", " ", "; "]));
}
