import path from "node:path";
import { expect, it } from "vitest";
import { applyFixes } from "../../generator/lint/fix.ts";
import { runCommand } from "../support/command-line.ts";
import { readInputs } from "../support/fixtures.ts";
import { createMemoryHost, type MemoryHost } from "../support/memory-host.ts";

const harbour = Object.entries(readInputs({ name: "harbour", folder: "harbour" }));
const BOAT = "docs/resources/boat.md";
const GET = "docs/api/boat-get.md";

type Change = readonly [file: string, right: string, wrong: string];

const ROW = "|length|Int32|Length in metres.|\n";

/** Every kind of finding with an automatic fix. */
const faults: readonly (readonly [name: string, ...Change])[] = [
  ["the case of a link", BOAT, "[boat](boat.md) collection", "[boat](Boat.md) collection"],
  ["the case of a link with a folder", BOAT, "(../api/boat-get.md)", "(../API/Boat-get.md)"],
  ["backslashes of a link", BOAT, "(../api/boat-get.md)", "(..\\api\\boat-get.md)"],
  ["a trailing comma of an annotation", BOAT, 'graph.boat" } -->', 'graph.boat", } -->'],
  ["a trailing comma of an annotation over lines", BOAT, 'graph.boat"\n} -->', 'graph.boat",\n} -->'],
  ["a trailing comma of a JSON representation", BOAT, 'sailor" }]\n}', 'sailor" }],\n}'],
  ["a trailing comma of an example", GET, '"isAfloat": true\n}', '"isAfloat": true,\n}'],
  ["a duplicate row", BOAT, ROW, ROW + ROW],
  ["a row that occurs three times", BOAT, ROW, ROW + ROW + ROW],
  ["a stray host in a URL", GET, "com/v1.0/boats", "com/docs\\api/boats"],
];

/** Forms of a page that a fix has to preserve. */
const forms: readonly (readonly [name: string, form: (text: string) => string])[] = [
  ["its original form", (text) => text],
  ["Windows line endings", (text) => text.replaceAll("\n", "\r\n")],
  ["a byte order mark", (text) => `\uFEFF${text}`],
  ["trailing spaces and no final line ending", (text) => text.replace(/^(\w.*)$/gm, "$1  ").trimEnd()],
];

const cases = faults.flatMap((fault) => forms.map((form) => [fault[0], form[0], fault, form[1]] as const));

it.each(cases)("fixes %s in a page with %s, and nothing else", async (_, __, [, file, right, wrong], form) => {
  // The harbour has no annotation over several lines.
  const pages = new Map(harbour.map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
  const given = (pages.get(file) ?? "").replace('graph.boat" } -->', right.includes("\n} -->") ? right : "$&");
  expect(given).toContain(right);
  const host = createMemoryHost(
    Object.fromEntries([...pages].map(([name, text]) => [path.resolve("/project", name), text])),
  );
  host.files.set(path.resolve("/project", file), new TextEncoder().encode(form(given.replace(right, wrong))));
  expect(await fix(host)).not.toMatch(/^0 problems fixed/);
  expect([...(host.files.get(path.resolve("/project", file)) ?? [])]).toEqual([
    ...new TextEncoder().encode(form(given)),
  ]);
  host.log.length = 0;
  expect(await fix(host)).toMatch(/^0 problems fixed/);
  expect(host.log).toEqual([]);
});

async function fix(host: MemoryHost): Promise<string> {
  return (await runCommand(host, "lint", "--docs", "docs", "--no-examples", "--no-cache", "--fix")).stderr;
}

const place = (line: number, column: number) => ({ file: "a.md", line, column });

const edits: readonly (readonly [name: string, text: string, fixes: Parameters<typeof applyFixes>[1], want: string])[] =
  [
    ["no fix of text that has changed", "abc\n", [{ place: place(1, 1), before: "x", after: "y" }], "abc\n"],
    ["no fix of a missing line", "abc\n", [{ place: place(9, 1), before: "x", after: "y" }], "abc\n"],
    [
      "one of two that overlap",
      "abcd\n",
      [
        { place: place(1, 1), before: "abc", after: "x" },
        { place: place(1, 3), before: "cd", after: "y" },
      ],
      "aby\n",
    ],
    [
      "both of two in a line",
      "a b\n",
      [
        { place: place(1, 1), before: "a", after: "long" },
        { place: place(1, 3), before: "b", after: "" },
      ],
      "long \n",
    ],
    [
      "no removal of a last line without a line ending",
      "a\nrow",
      [{ place: place(2, 1), before: "row\n", after: "" }],
      "a\nrow",
    ],
  ];

it.each(edits)("applies %s", (_, text, fixes, want) => {
  expect(applyFixes(text, fixes)[0]).toBe(want);
});
