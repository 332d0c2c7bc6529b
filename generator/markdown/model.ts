import type { Place } from "../diagnostics/diagnostic.ts";

/** A page after parsing: the dialect's own syntax has become fields and blocks, mdast is gone. */
export interface Document {
  readonly path: string;
  readonly frontMatter: FrontMatter;
  readonly namespace: NamespaceLine | null;
  /** The `#page.annotation` comment at the end of the page, or null. */
  readonly pageAnnotation: Annotation | null;
  /** Sections in page order; the first is what stands before any heading. */
  readonly sections: readonly Section[];
}

/** `Namespace: microsoft.graph` below the title. */
export interface NamespaceLine {
  readonly name: string;
  readonly place: Place;
}

/** Scalars of the YAML front matter as text, by key. */
export type FrontMatter = Readonly<Record<string, string>>;

/** A heading and the blocks up to the next heading. `depth` is 0 for what stands before the first heading. */
export interface Section {
  readonly heading: Phrase;
  readonly depth: number;
  readonly blocks: readonly Block[];
  readonly place: Place;
}

export type Block = ParagraphBlock | TableBlock | CodeBlock | ListBlock | AlertBlock;

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

/** A body row with as many cells as the header, or a single cell where the row is a sub-heading. */
export interface TableRow {
  readonly cells: readonly Phrase[];
  readonly place: Place;
}

export interface CodeBlock {
  readonly kind: "code";
  /** Info string's first word in lower case, or "". */
  readonly lang: string;
  readonly value: string;
  /** The annotation comment that precedes the fence, or null. */
  readonly annotation: Annotation | null;
  /** Place of the opening fence; the value's first line is the next one. */
  readonly place: Place;
  /** Characters that the page has before each line of the value, where a list or a quote holds the fence. */
  readonly indent: number;
}

export interface ListBlock {
  readonly kind: "list";
  readonly items: readonly Phrase[];
  readonly place: Place;
}

/** `> [!NOTE]`, `> **Note:**` or any other quote. */
export interface AlertBlock {
  readonly kind: "alert";
  readonly level: "note" | "tip" | "important" | "caution" | "warning" | "quote";
  readonly phrases: readonly Phrase[];
  readonly place: Place;
}

/** Phrasing content, flattened: words, code, links and breaks in reading order. */
export interface Phrase {
  readonly tokens: readonly Token[];
  /** All words without markup, white space folded, trimmed. */
  readonly text: string;
  readonly place: Place;
}

export type Token =
  | { readonly kind: "text"; readonly text: string; readonly style: TextStyle }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly href: string; readonly code: boolean }
  | { readonly kind: "break"; readonly item: boolean };

export type TextStyle = "plain" | "strong" | "emphasis";

/** A comment that holds JSON, such as `{"blockType": "request", "name": "x"}`. */
export interface Annotation {
  readonly values: Readonly<Record<string, unknown>>;
  readonly place: Place;
}

/** Makes a phrase from tokens; its text is theirs. */
export function makePhrase(tokens: readonly Token[], place: Place): Phrase {
  return { tokens, text: plainText(tokens), place };
}

/** Joins phrases with a separator, as one phrase at the place of the first. */
export function joinPhrases(phrases: readonly Phrase[], separator: string, place: Place): Phrase {
  const tokens: Token[] = [];
  for (const [index, phrase] of phrases.entries()) {
    if (index > 0) tokens.push({ kind: "text", text: separator, style: "plain" });
    tokens.push(...phrase.tokens);
  }
  return makePhrase(tokens, phrases[0]?.place ?? place);
}

/** Words of the tokens with white space, no-break and zero-width characters folded. */
export function plainText(tokens: readonly Token[]): string {
  const words = tokens.map((token) => (token.kind === "break" ? " " : token.text)).join("");
  return words
    .replace(/[\u200B\u2060\uFEFF]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
