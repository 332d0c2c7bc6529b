import type { Draw } from "./random.ts";

/** One window in so many is a whole page, of which the changes are more likely to reach the front matter. */
const WHOLE = 200;
const MOST_LINES = 16;

/** What authors put before, between and inside lines, by mistake or on purpose. */
const MARKS = [
  "    ",
  "  ",
  " ",
  "\t",
  "> ",
  ">",
  "- ",
  "* ",
  "1. ",
  "10) ",
  "# ",
  "| ",
  "[a]: ",
  "```",
  "~~~",
  "<!-- ",
];
const LINES = [
  ...["", "", "  ", "     ", "\t", "---", "===", "***", "```", "````", "~~~", "```json", "> ", ">", ">>", "> >", "- "],
  ...["1.", "# ", "<br>", "<div>", "<pre>", "-->", "<!--", "|", "|-|", "    code", "  # a", "[a]: b", "[^a]: b", "a"],
];
const SIGNS = ["`", "*", "_", "~", "|", "[", "]", "(", ")", "<", ">", "\\", "&", "!", "#", " ", "  ", "\t", ":", "@"];

/** Cuts a window of lines from a page, and usually changes some of its lines. */
export function drawWindow(pages: readonly string[], draw: Draw): string {
  const lines = (pages[draw(pages.length)] ?? "").split("\n");
  const isWhole = draw(WHOLE) === 0;
  const from = isWhole ? 0 : draw(lines.length);
  const window = isWhole ? lines : lines.slice(from, from + 1 + draw(MOST_LINES));
  for (let changes = draw(6); changes > 0; changes--) change(window, draw);
  return window.join("\n");
}

function change(lines: string[], draw: Draw): void {
  const at = draw(lines.length);
  const line = lines[at] ?? "";
  const cut = draw(line.length + 1);
  switch (draw(9)) {
    case 0:
      lines.splice(at, 1);
      return;
    case 1:
      lines.splice(at, 0, pick(LINES, draw));
      return;
    case 2:
      lines[at] = pick(MARKS, draw) + line;
      return;
    case 3:
      for (let next = at; next < Math.min(lines.length, at + 4); next++) lines[next] = `    ${lines[next] ?? ""}`;
      return;
    case 4:
      lines[at] = line.slice(0, cut) + pick(SIGNS, draw) + line.slice(cut);
      return;
    case 5:
      lines.splice(at, 1, line.slice(0, cut), line.slice(cut));
      return;
    case 6:
      lines[at] = line.trimStart();
      return;
    case 7:
      lines.unshift("---", "title: a", "---");
      return;
    default:
      lines.splice(at, 0, lines[draw(lines.length)] ?? "");
  }
}

function pick(from: readonly string[], draw: Draw): string {
  return from[draw(from.length)] ?? "";
}
