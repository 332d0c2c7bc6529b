import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { structuredPatch, type StructuredPatchHunk } from "diff";
import { advice } from "../../generator/diagnostics/advice.ts";
import { catalog, type DiagnosticCode } from "../../generator/diagnostics/catalog.ts";
import { meanings } from "../../generator/diagnostics/meanings.ts";
import { RULE_PAGES } from "../../generator/diagnostics/rule-url.ts";
import { REPOSITORY } from "./node-docs.ts";

const FIXTURES = path.join(REPOSITORY, "test/fixtures");
export const PAGES = path.join(REPOSITORY, RULE_PAGES);

/** A page of the docs with a fault, the same page without, and what is said of it. */
interface Example {
  readonly wrong: string;
  readonly right: string | null;
  readonly line: number;
  readonly said: string;
}

/** Prints the page about a rule: its meaning, its reason, the fixture that is its test, and how to mend or silence it. */
export function printRulePage(code: DiagnosticCode): string {
  const { why, mend } = advice[code];
  const example = findExample(code);
  const parts = [
    `# ${code}`,
    `${meanings[code]} Level: ${catalog[code].severity}.`,
    `## Why it matters\n\n${why}`,
    ...(example === null ? [] : [printExample(example)]),
    `## How to mend it\n\n${mend}`,
    `## How to silence it\n\n${silence(code)}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function silence(code: DiagnosticCode): string {
  const config = `In the config, for all pages: \`"rules": { "${code}": "off" }\`, or another level: \`info\`, \`warning\`, \`error\`.`;
  const inPage = `In a page, for the next block: \`<!-- lint ignore ${code} -- reason -->\`.`;
  return code.startsWith("suppression-") || /^(?:file|page)-unreadable$/.test(code) ? config : `${inPage}\n${config}`;
}

function printExample({ wrong, right, line, said }: Example): string {
  const shown = right === null ? null : nearestHunk(wrong, right, line);
  const wrongText = shown === null ? excerpt(wrong, line) : side(shown, "-");
  const blocks = [
    `## Example\n\nWrong:\n\n${fenced(wrongText)}\n\n> ${said.replaceAll("<", "\\<").replaceAll("*", "\\*")}`,
  ];
  if (shown !== null) blocks.push(`Right:\n\n${fenced(side(shown, "+"))}`);
  return blocks.join("\n\n");
}

/** The pages that the rule's test holds, or those of another test that shows what it says. */
function findExample(code: DiagnosticCode): Example | null {
  const folder = path.join(FIXTURES, "lint", code);
  if (!existsSync(folder)) return null;
  const lines = readFileSync(path.join(folder, "diagnostics.txt"), "utf8").split("\n");
  const found = lines.flatMap((text) => {
    const [, file = "", line = "", name, said = ""] = /^(\S+?):(\d+):\d+ \w+ (\S+) (.*)$/.exec(text) ?? [];
    return name === code ? [{ file, line: Number(line), said }] : [];
  });
  for (const { file, line, said } of found) {
    const wrong = readPage(path.join(folder, "bad/docs", file)) ?? readPage(path.join(FIXTURES, "harbour/docs", file));
    if (wrong === null) continue;
    const right = readPage(path.join(folder, "good/docs", file)) ?? readPage(path.join(FIXTURES, "harbour/docs", file));
    return { wrong, line, said, right: right === wrong ? null : right };
  }
  return null;
}

function readPage(file: string): string | null {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

/** The change that stands nearest to the place of the fault, with two lines around it. */
function nearestHunk(wrong: string, right: string, line: number): StructuredPatchHunk | null {
  const { hunks } = structuredPatch("", "", wrong, right, undefined, undefined, { context: 2 });
  const distance = (hunk: StructuredPatchHunk): number => Math.abs(hunk.oldStart + hunk.oldLines / 2 - line);
  return hunks.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

function side({ lines }: StructuredPatchHunk, sign: "-" | "+"): string {
  const own = lines.filter((line) => line.startsWith(" ") || line.startsWith(sign)).map((line) => line.slice(1));
  return trimmed(own);
}

function excerpt(text: string, line: number): string {
  return trimmed(text.split("\n").slice(Math.max(0, line - 3), line + 4));
}

function trimmed(lines: readonly string[]): string {
  return lines.join("\n").replace(/^\n+|\n+$/g, "");
}

/** A fence that no fence in the text ends. */
function fenced(text: string): string {
  return `\`\`\`\`markdown\n${text}\n\`\`\`\``;
}
