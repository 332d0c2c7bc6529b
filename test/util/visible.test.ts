import { expect, it } from "vitest";
import { jsonText, terminalText, visible, visibleText } from "../../generator/util/visible.ts";

interface Shown {
  readonly given: string;
  /** On one line. */
  readonly line: string;
  /** As text of several lines. */
  readonly text?: string;
  /** In the log of a terminal or a CI service. */
  readonly terminal?: string;
  /** In quoted JSON. */
  readonly json: string;
}

const texts: readonly (readonly [name: string, shown: Shown])[] = [
  ["letters", { given: "Größe 大 😀", line: "Größe 大 😀", json: '"Größe 大 😀"' }],
  ["a line break", { given: "a\nb", line: "a\\u{a}b", text: "a\nb", json: '"a\\nb"' }],
  ["a tab", { given: "a\tb", line: "a\\u{9}b", text: "a\tb", json: '"a\\tb"' }],
  ["a carriage return", { given: "a\rb", line: "a\\u{d}b", json: '"a\\rb"' }],
  ["a terminal's escape", { given: "\u001b[31m", line: "\\u{1b}[31m", json: '"\\u001b[31m"' }],
  ["null", { given: "\0", line: "\\u{0}", json: '"\\u0000"' }],
  ["DEL", { given: "\u007f", line: "\\u{7f}", json: '"\\u007f"' }],
  ["a control sequence of C1", { given: "\u009b2J", line: "\\u{9b}2J", json: '"\\u009b2J"' }],
  ["a line separator", { given: "\u2028", line: "\\u{2028}", json: '"\\u2028"' }],
  ["a right-to-left override", { given: "\u202egpj", line: "\\u{202e}gpj", json: '"\\u202egpj"' }],
  ["an isolate", { given: "\u2066a\u2069", line: "\\u{2066}a\\u{2069}", json: '"\\u2066a\\u2069"' }],
  ["direction marks", { given: "\u200e\u200f", line: "\\u{200e}\\u{200f}", json: '"\\u200e\\u200f"' }],
  ["an Arabic letter mark", { given: "\u061c", line: "\\u{61c}", json: '"\\u061c"' }],
  [
    "a workflow command",
    {
      given: "a\n ::error::b",
      line: "a\\u{a} ::error::b",
      text: "a\n ::error::b",
      terminal: "a\n \\u{3a}:error::b",
      json: '"a\\n ::error::b"',
    },
  ],
  [
    "a name that is a workflow command",
    {
      given: "::error::b",
      line: "\\u{3a}:error::b",
      text: "::error::b",
      terminal: "\\u{3a}:error::b",
      json: '"::error::b"',
    },
  ],
  [
    "a workflow command of the old form",
    {
      given: "a ##[error]b",
      line: "a \\u{23}#[error]b",
      text: "a ##[error]b",
      terminal: "a \\u{23}#[error]b",
      json: '"a \\u0023#[error]b"',
    },
  ],
];

it.each(texts)("shows %s", (_, { given, line, text = line, terminal = text, json }) => {
  expect(visible(given)).toBe(line);
  expect(visibleText(given)).toBe(text);
  expect(terminalText(given)).toBe(terminal);
  expect(jsonText(given)).toBe(json);
  expect(JSON.parse(jsonText(given))).toBe(given);
});
