import { createCollector, type Place, type Result } from "../diagnostics/diagnostic.ts";

/** A parsed page: plain data without mdast nodes, in which the dialect's own syntax has become fields and blocks. */
export interface Document {
  readonly path: string;
  readonly frontMatter: FrontMatter;
  readonly namespace: NamespaceLine | null;
  /** The `#page.annotation` comment at the end of the page, or null. */
  readonly pageAnnotation: Annotation | null;
  /** Sections in page order; the first contains the content before any heading. */
  readonly sections: readonly Section[];
}

/** `Namespace: microsoft.graph` below the title. */
export interface NamespaceLine {
  readonly name: string;
  readonly place: Place;
}

/** Scalars of the YAML front matter as text, by key. */
export type FrontMatter = Readonly<Record<string, string>>;

/** A heading and the blocks up to the next heading. `depth` is 0 for the content before the first heading. */
export interface Section {
  readonly heading: Phrase;
  readonly depth: number;
  /** Anchor that the page gives the heading, without `#`; undefined if there is none. */
  readonly anchor?: string;
  readonly blocks: readonly Block[];
  readonly place: Place;
}

export type Block = ParagraphBlock | TableBlock | RowsBlock | CodeBlock | ListBlock | AlertBlock;

export interface ParagraphBlock {
  readonly kind: "paragraph";
  readonly phrase: Phrase;
  readonly place: Place;
}

export interface TableBlock {
  readonly kind: "table";
  readonly header: readonly Phrase[];
  readonly rows: readonly TableRow[];
  readonly place: Place;
}

/** A body row with as many cells as the header, or a single cell if the row is a sub-heading. */
export interface TableRow {
  readonly cells: readonly Phrase[];
  readonly place: Place;
}

/** Rows without a header: text, a heading or a blank line separates them from their table. */
export interface RowsBlock {
  readonly kind: "rows";
  /** Rows with the cells that they have. */
  readonly rows: readonly TableRow[];
  /** A delimiter row is above the rows, so that they belong to a table whose header is missing. */
  readonly headless: boolean;
  /** Number of columns of the table above if the rows are certain to belong to it, otherwise null. */
  readonly columns: number | null;
  readonly place: Place;
}

export interface CodeBlock {
  readonly kind: "code";
  /** First word of the info string in lower case, or "". */
  readonly lang: string;
  readonly value: string;
  /** The annotation comment that precedes the fence, or null. */
  readonly annotation: Annotation | null;
  /** Place of the opening fence; the value's first line is the next one. */
  readonly place: Place;
  /** Number of characters before each line of the value if the fence is in a list or a quote. */
  readonly indent: number;
}

export interface ListBlock {
  readonly kind: "list";
  readonly items: readonly Phrase[];
  readonly place: Place;
}

/** `> [!NOTE]`, `> **Note:**` or any other block quote. */
export interface AlertBlock {
  readonly kind: "alert";
  readonly level: "note" | "tip" | "important" | "caution" | "warning" | "quote";
  readonly phrases: readonly Phrase[];
  readonly place: Place;
}

/** Phrasing content as a flat list of text, code, links and breaks in reading order. */
export interface Phrase {
  readonly tokens: readonly Token[];
  /** Text without markup, trimmed, with white space collapsed. */
  readonly text: string;
  readonly place: Place;
}

export type Token =
  | { readonly kind: "text"; readonly text: string; readonly style: TextStyle }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly href: string; readonly code: boolean }
  | { readonly kind: "break"; readonly item: boolean };

export type TextStyle = "plain" | "strong" | "emphasis" | "superscript";

/** A comment that contains JSON, such as `{"blockType": "request", "name": "x"}`. */
export interface Annotation {
  readonly values: Readonly<Record<string, unknown>>;
  readonly place: Place;
}

/** Creates a phrase from its tokens. */
export function makePhrase(tokens: readonly Token[], place: Place): Phrase {
  return { tokens, text: plainText(tokens), place };
}

/** Creates a phrase of plain text. */
export function plainPhrase(text: string, place: Place): Phrase {
  return makePhrase([{ kind: "text", text, style: "plain" }], place);
}

/** Joins phrases with a separator into one phrase at the place of the first. */
export function joinPhrases(phrases: readonly Phrase[], separator: string, place: Place): Phrase {
  const tokens: Token[] = [];
  for (const [index, phrase] of phrases.entries()) {
    if (index > 0) tokens.push({ kind: "text", text: separator, style: "plain" });
    tokens.push(...phrase.tokens);
  }
  return makePhrase(tokens, phrases[0]?.place ?? place);
}

/** Text of the tokens without zero-width characters and with white space collapsed. */
export function plainText(tokens: readonly Token[]): string {
  const words = tokens.map((token) => (token.kind === "break" ? " " : token.text)).join("");
  return words
    .replace(/[\u200B\u2060\uFEFF]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether a row is a heading of the rows below it: a single cell in bold, or an empty one. */
function isHeading(cells: TableRow["cells"]): boolean {
  const [first, ...others] = cells;
  return (
    others.length === 0 && (first?.tokens ?? []).every((token) => token.kind === "text" && token.style === "strong")
  );
}

/** Gives a row as many cells as the header has. */
export function fitRow({ cells, place }: TableRow, columns: number): Result<TableRow> {
  const collector = createCollector();
  if (cells.length === columns || columns === 0) return collector.wrap({ cells, place });
  if (cells.length > columns) {
    const surplus = cells.slice(columns - 1);
    if (surplus.slice(1).some((cell) => cell.text !== "")) {
      collector.add("table-row-surplus-cells", { cells: cells.length, columns }, surplus[1]?.place ?? place);
    }
    const content = surplus.filter((cell, index) => index === 0 || cell.text !== "");
    return collector.wrap({ cells: [...cells.slice(0, columns - 1), joinPhrases(content, " | ", place)], place });
  }
  if (cells.length > 1) collector.add("table-row-missing-cells", { cells: cells.length, columns }, place);
  else if (!isHeading(cells)) collector.add("table-row-undivided", { columns }, place);
  const empty = Array.from({ length: columns - cells.length }, () => makePhrase([], place));
  return collector.wrap({ cells: [...cells, ...empty], place });
}
