import { outsideFences, replaceAt, type Lines } from "./planting/text.ts";

/** A slip of one character or line, at one of the places of a page that allow it. */
export interface Slip {
  readonly name: string;
  /** Indexes of the lines at which it can happen. */
  readonly sites: (lines: Lines) => readonly number[];
  /** The page with the slip; `turn` chooses among several places in the line. */
  readonly apply: (lines: Lines, index: number, turn: number) => Lines;
}

const DELIMITER = /^\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$/;
const HEADING = /^#{2,4} +\S/;
const SCOPE = /\b[A-Z]\w+\.(?:[A-Z]\w+\.)*[A-Z]\w+\b/g;

const where =
  (holds: (line: string, index: number, lines: Lines) => boolean) =>
  (lines: Lines): readonly number[] =>
    outsideFences(lines).flatMap((line, index, all) => (holds(line, index, all) ? [index] : []));

/** Whether a line is the header of a table. */
const isHeader = (line: string, index: number, lines: Lines): boolean =>
  line.includes("|") && DELIMITER.test(lines[index + 1] ?? "");
const isRow = (line: string): boolean => line.startsWith("|") && !DELIMITER.test(line);
/** Whether a line is a row below a header. */
const isBody = (line: string, index: number, lines: Lines): boolean =>
  isRow(line) && lines.slice(0, index).some((each) => DELIMITER.test(each)) && !isHeader(line, index, lines);

function tableAt(lines: Lines, header: number): readonly [from: number, to: number] {
  const end = lines.findIndex((line, index) => index > header + 1 && !line.includes("|"));
  return [header, end === -1 ? lines.length : end];
}

function changeLines(lines: Lines, [from, to]: readonly [number, number], change: (line: string) => string): Lines {
  return lines.map((line, index) => (index >= from && index < to ? change(line) : line));
}

const change = (lines: Lines, index: number, by: (line: string) => string): Lines =>
  replaceAt(lines, index, by(lines[index] ?? ""));
const above = (lines: Lines, index: number, ...added: readonly string[]): Lines =>
  replaceAt(lines, index, ...added, lines[index] ?? "");

/** Renames the cell of a header with another word. */
function renamed(line: string, turn: number, word: string): string {
  const cells = line.split("|");
  const titles = cells.flatMap((cell, index) => (cell.trim() === "" ? [] : [index]));
  const at = titles[turn % Math.max(1, titles.length)] ?? -1;
  return cells.map((cell, index) => (index === at ? word : cell)).join("|");
}

function misspelt(line: string, turn: number): string {
  const titles = [...line.matchAll(/[A-Za-z]{4,}/g)];
  const title = titles[turn % Math.max(1, titles.length)];
  if (title === undefined) return line;
  const at = title.index + 1 + (turn % (title[0].length - 2));
  return line.slice(0, at) + line.slice(at + 1);
}

/** Rows of names below a header. */
function namedRows(header: RegExp): Slip["sites"] {
  return (lines) =>
    where(isBody)(lines).filter((index) => {
      const above = lines.findLastIndex((line, at) => at < index && DELIMITER.test(line)) - 1;
      return header.test(lines[above] ?? "") && /^\|\s*\w{4,}\s*\|/.test(lines[index] ?? "");
    });
}

function tearName(lines: Lines, index: number, turn: number): Lines {
  return change(lines, index, (line) =>
    line.replace(/^(\|\s*)(\w+)/, (_, bar: string, name: string) => {
      const at = 1 + (turn % (name.length - 1));
      return `${bar}${name.slice(0, at)} ${name.slice(at)}`;
    }),
  );
}

const LINE_SLIPS: readonly Slip[] = [
  {
    name: "blank line in a table",
    sites: where((line, index, lines) => isBody(line, index, lines) || DELIMITER.test(line)),
    apply: (lines, index) => above(lines, index, ""),
  },
  {
    name: "renamed column",
    sites: where(isHeader),
    apply: (lines, index, turn) => change(lines, index, (line) => renamed(line, turn, "Zeppelin")),
  },
  {
    name: "misspelt column",
    sites: where(isHeader),
    apply: (lines, index, turn) => change(lines, index, (line) => misspelt(line, turn)),
  },
  {
    name: "heading as bold text",
    sites: where((line) => HEADING.test(line)),
    apply: (lines, index) => change(lines, index, (line) => `**${line.replace(/^#+ +/, "").trimEnd()}**`),
  },
  {
    name: "space inside a scope",
    sites: where((line) => isRow(line) && /^\|\s*(?:delegated|application)/i.test(line) && line.search(SCOPE) !== -1),
    apply: (lines, index, turn) =>
      change(lines, index, (line) => {
        const scopes = [...line.matchAll(SCOPE)];
        const scope = scopes[turn % scopes.length];
        if (scope === undefined) return line;
        const at = scope.index + 1 + (turn % (scope[0].length - 1));
        return `${line.slice(0, at)} ${line.slice(at)}`;
      }),
  },
  {
    name: "indented table",
    sites: where(isHeader),
    apply: (lines, index) => changeLines(lines, tableAt(lines, index), (line) => `    ${line}`),
  },
  {
    name: "heading without its space",
    sites: where((line) => /^#{1,4} +\S/.test(line)),
    apply: (lines, index) => change(lines, index, (line) => line.replace(/^(#+) +/, "$1")),
  },
  {
    name: "lost delimiter row",
    sites: where((line) => DELIMITER.test(line)),
    apply: (lines, index) => lines.toSpliced(index, 1),
  },
  {
    name: "<div> above a heading",
    sites: where((line) => /^#{1,4} +\S/.test(line)),
    apply: (lines, index) => above(lines, index, "<div>"),
  },
  {
    name: "no-break space in a heading",
    sites: where((line) => /^#{1,4} +\S/.test(line)),
    apply: (lines, index, turn) =>
      change(lines, index, (line) => {
        const spaces = [...line.trimEnd().matchAll(/ /g)];
        const at = spaces[turn % Math.max(1, spaces.length)]?.index ?? 0;
        return `${line.slice(0, at)}\u00A0${line.slice(at + 1)}`;
      }),
  },
  {
    name: "<details> above a table",
    sites: where(isHeader),
    apply: (lines, index) => above(lines, index, "<details>"),
  },
  { name: "member name with a space", sites: namedRows(/^\|\s*members?\s*\|/i), apply: tearName },
  {
    name: "property name with a space",
    sites: namedRows(/^\|\s*(?:property|relationship|parameter)\s*\|\s*type\s*\|/i),
    apply: tearName,
  },
];

const NAMESPACE = /^Namespace: (\S+)$/;
const OPTION = /`\$(select|expand|filter|orderby|search|top|skip|count)`/i;

/** Slips inside of a line, which a reader of the page may not see. */
const WORD_SLIPS: readonly Slip[] = [
  {
    name: "row without pipes between its cells",
    sites: where((line, index, lines) => isBody(line, index, lines) && line.split("|").length > 3),
    apply: (lines, index) => change(lines, index, (line) => line.replace(/(?<=.)(?<!\\)\|(?=.)/g, " ")),
  },
  {
    name: "namespace in another spelling",
    sites: where((line) => NAMESPACE.test(line)),
    apply: (lines, index, turn) => {
      const forms = ["namespace: $1", "**Namespace**: $1", "Namespace： $1", "Namepsace: $1", "Name space: `$1`"];
      return change(lines, index, (line) => line.replace(NAMESPACE, forms[turn % forms.length] ?? ""));
    },
  },
  {
    name: "permission with another mark in place of a dot",
    sites: where((line) => isRow(line) && /^\|\s*(?:delegated|application)/i.test(line) && line.includes(".Read")),
    apply: (lines, index, turn) =>
      change(lines, index, (line) => line.replace(/\.(?=Read)/, turn % 2 === 0 ? "-" : "_")),
  },
  {
    name: "misspelt query option",
    sites: where((line, index, lines) => {
      const heading = lines.slice(0, index).findLast((each) => HEADING.test(each)) ?? "";
      return !isRow(line) && OPTION.test(line) && /query parameters/i.test(heading);
    }),
    apply: (lines, index, turn) =>
      change(lines, index, (line) =>
        line.replace(OPTION, (_, name: string) => {
          const at = 1 + (turn % (name.length - 1));
          return `\`$${name.slice(0, at - 1)}${name[at] ?? ""}${name[at - 1] ?? ""}${name.slice(at + 1)}\``;
        }),
      ),
  },
];

/** Titles in other words, each of which still names the type; of every second page without its annotation as well. */
function titleSlips(): readonly Slip[] {
  const sites = (lines: Lines) => where((line) => TITLE.test(line))(lines).slice(0, 1);
  const forms: readonly (readonly [name: string, replacement: string])[] = [
    ["title with an article", "# The $1 resource type"],
    ["title with a version", "# $1 (beta)"],
    ["title with a version after its words", "# $1 resource type (beta)"],
    ["title without its space", "#$1 resource type"],
    ["title in bold", "**$1 resource type**"],
    ["title of level 2", "## $1 resource type"],
    ["title misspelt", "# $1 resouce type"],
    ["title with the name after its words", "# Resource type: $1"],
  ];
  return forms.map(([name, replacement]) => ({
    name,
    sites,
    apply: (lines, index, turn) => {
      const type = TITLE.exec(lines[index] ?? "")?.[1] ?? "";
      const changed = change(lines, index, (line) => line.replace(TITLE, replacement));
      return turn % 2 === 0 ? changed : withoutAnnotation(changed, type);
    },
  }));
}

const TITLE = /^# +(\S+) resource type\s*$/;
const ANNOTATION = /<!--\s*\{[^{}]*"@odata\.type"\s*:\s*"[^"]*?(\w+)"[^{}]*\}\s*-->\n/g;

/** Removes the only annotation, if it names the type as the title does. */
function withoutAnnotation(lines: Lines, type: string): Lines {
  const text = lines.join("\n");
  const found = [...text.matchAll(ANNOTATION)];
  return found.length === 1 && found[0]?.[1] === type ? text.replace(ANNOTATION, "").split("\n") : lines;
}

/** Slips that must be found by `generate --strict`, or change no fact of the page. */
export const SLIPS: readonly Slip[] = [...LINE_SLIPS, ...WORD_SLIPS, ...titleSlips()];
