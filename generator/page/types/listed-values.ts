import type { Phrase, TextStyle, Token } from "../../markdown/model.ts";
import type { ListedValue } from "../model.ts";

/** Words that introduce a list of values. */
const LEAD = new RegExp(
  [
    String.raw`\b(?:possible|supported|allowed|acceptable|accepted|permitted|valid|property|following)\s+(?:string\s+|enum\s+)?values?\b(?:\s+(?:for|of)\s(?:[^:.\u0001]|\u0001[^\u0002]{1,60}\u0002){1,60}?(?=\s+(?:are|is)\b|:))?(?:\s+(?:only|possible))?\s*(?:are|is|include|includes|being|can be|for this)?`,
    String.raw`\b(?:must|can|could|may|should) be (?:one of|any of|either)(?: the following)?(?: values)?`,
    String.raw`\bone of the following(?: values)?(?:\s+for\s+(?:the\s+)?\u0001[^\u0002]{1,60}\u0002(?:\s+property)?(?=\s*:))?`,
    String.raw`\b(?:typical|possible) (?:states|types|options) (?:are|include)`,
    String.raw`\b(?:types?|status|states?|kinds?|modes?)(?:\s+of\s[^:.\u0001]{1,40})?:(?=\s*\u0001)`,
    String.raw`\bwith\s+(?:the\s+)?values\s+(?=\u0001)`,
    // A sentence that consists of values: "Color of the flag. `red` or `green`."
    String.raw`(?:^|[.?!]\s)(?=(?:\u0001[^\u0002]{1,60}\u0002\s*,\s*){0,20}\u0001[^\u0002]{1,60}\u0002,?\s+or\s+\u0001[^\u0002]{1,60}\u0002\s*(?:\.|$))`,
    String.raw`(?<!\b(?:example|examples|e\.g\.|such as))\s*:(?=(?:\s*\u0001[^\u0002]*\u0002\s*,){2})`,
  ].join("|"),
  "gi",
);
const AFTER_LEAD = /^[\s:]*(?:(?:one of|either|any of|the following|listed (?:below|twice)|as follows|only)[\s:,]*)*/i;
const SEPARATOR =
  /^\s*(?:\([^)\u0001]{0,120}\)\s*)?(?:(?:,|;|\/|\||\n\*?)\s*)*(?:(?:and|or|and\/or|through)\s+)?(?:the\s+)?/i;
const GLOSS = /^\s*(?:\([^)\u0001]{0,200}\)|[-–—:=][^\u0001\n;]{1,300}?(?=[;\n]|,\s*\u0001|$))/;

/** Values are marked in the flattened text: U+0001 value U+0002 for code, bold, italic and quoted words. */
const MARKED = /^\u0001([^\u0002]*)\u0002/;
/** `calm=0, rough=1` */
const NUMBERED_LIST = /^[A-Za-z][\w-]*\s*=\s*-?\d+(?:\s*,\s*(?:(?:and|or)\s+)?[A-Za-z][\w-]*\s*=\s*-?\d+)+/;
const BARE_LIST =
  /^([A-Za-z][\w-]*(?:\s*,\s*[A-Za-z][\w-]*)+(?:\s*,?\s*(?:and|or)\s+[A-Za-z][\w-]*)?|[A-Za-z][\w-]*\s+(?:and|or)\s+[A-Za-z][\w-]*)\s*(?:\.|$|\n)/;

/** Handwritten descriptions are not longer. */
const LONGEST = 50_000;
/** Handwritten descriptions do not introduce more lists. */
const MOST_LEADS = 20;

/**
 * Finds the enum values that a description lists: "Possible values are: `a`, `b`, and `c`."
 * Values are in code, bold, italics, quotes, list items or bare words; several lists are joined.
 *
 * @param phrase a description
 * @returns the distinct values in order, each with the gloss that follows it
 */
export function readListedValues(phrase: Phrase): readonly ListedValue[] {
  if (!/:|\b(?:values?|types?|status|states?|kinds?|modes?|one of|either|any of|options|or)\b/i.test(phrase.text))
    return [];
  const text = flatten(phrase.tokens).slice(0, LONGEST);
  const found = new Map<string, ListedValue>();
  for (const match of [...text.matchAll(LEAD)].slice(0, MOST_LEADS)) {
    const rest = text.slice(match.index + match[0].length);
    const list = readList(rest.slice(AFTER_LEAD.exec(rest)?.[0].length ?? 0));
    // A single word after a colon is emphasized, not listed.
    if (list.length === 1 && match[0].endsWith(":") && !/values?/i.test(match[0])) continue;
    for (const value of list) {
      if (!found.has(value.name)) found.set(value.name, value);
    }
  }
  return [...found.values()].filter(isValue);
}

/** Whether a description presents its values as the only possible ones, as an enum does: "Possible values are: …". */
export function isClosedList(phrase: Phrase): boolean {
  return /\bpossible\s+(?:string\s+|enum\s+)?values?\s+(?:are|is)\b/i.test(phrase.text);
}

/** Whether a description lists the values that are supported or allowed now, unlike the members of an enum. */
export function isSupportedList(phrase: Phrase): boolean {
  return /\b(?:supported|allowed|accepted|permitted|valid string)\s+(?:string\s+)?values?\b|\bmust be (?:one|any) of\b/i.test(
    phrase.text,
  );
}

/** Whether a description allows several values, separated by commas. */
export function isCombinedList(phrase: Phrase): boolean {
  return (
    /\bvalues?\b[^.]{0,60}\b(?:combined|specified|given|joined)\b[^.]{0,60}\bcomma[- ]/i.test(phrase.text) ||
    /\benum(?:eration)? of flags\b/i.test(phrase.text) ||
    /\b(?:select|choos|specify|combin|sett?|provid)(?:e|ing)?\s+(?:more\s+than\s+one|multiple|several)\s+values?\b/i.test(
      phrase.text,
    )
  );
}

/** Whether a description speaks of one or several things before it lists values: "in which browser(s) links open". */
export function speaksOfSeveral(phrase: Phrase): boolean {
  return /\b(?:which|what|the)\s+(?:\w+\s+){0,2}\w+\(e?s\)/i.test(phrase.text.split(/\bpossible\s/i)[0] ?? "");
}

function flatten(tokens: readonly Token[]): string {
  const parts = tokens.map((token) => {
    switch (token.kind) {
      case "code":
        return `\u0001${token.text.trim()}\u0002`;
      case "break":
        return token.item ? "\n* " : "\n";
      case "link":
        return token.code ? `\u0001${token.text.trim()}\u0002` : token.text;
      case "text":
        return flattenText(token.text.replaceAll("\n", " "), token.style);
    }
  });
  return parts.join("").replaceAll("\n* \u0001", "\n\u0001");
}

function flattenText(text: string, style: TextStyle): string {
  const quoted = text.replace(/(?<!\w)(?:'([\w.-]{1,60})'|"([\w.-]{1,60})"|“([\w.-]{1,60})”)(?!\w)/g, (_, a, b, c) => {
    const value: unknown = a ?? b ?? c;
    return `\u0001${String(value)}\u0002`;
  });
  if (style === "plain" || style === "superscript") return quoted;
  return text
    .split(/(\s*,\s*)/)
    .map((part) => (/^\s*,?\s*$/.test(part) || part.includes("\u0001") ? part : `\u0001${part.trim()}\u0002`))
    .join("");
}

function readList(text: string): readonly ListedValue[] {
  const marked = readMarkedList(text);
  if (marked.length > 0) return marked;
  const numbered = NUMBERED_LIST.exec(text.trimStart())?.[0];
  if (numbered !== undefined) return numbered.split(",").map(readNumbered);
  const bare = BARE_LIST.exec(text.trimStart())?.[1];
  if (bare === undefined) return [];
  return bare.split(/\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+/).map((name) => ({ name, description: null }));
}

function readNumbered(text: string): ListedValue {
  const [name = "", number = ""] = text.replace(/^\s*(?:(?:and|or)\s+)?/, "").split("=");
  return { name: name.trim(), value: Number(number), description: null };
}

function readMarkedList(text: string): readonly ListedValue[] {
  const values: ListedValue[] = [];
  let rest = text;
  for (;;) {
    const separator = SEPARATOR.exec(rest)?.[0] ?? "";
    const match = MARKED.exec(rest.slice(separator.length));
    if (match?.[1] === undefined) return values;
    rest = rest.slice(separator.length + match[0].length);
    const gloss = GLOSS.exec(rest)?.[0];
    if (gloss !== undefined && beginsWithValue(rest.slice(gloss.length))) rest = rest.slice(gloss.length);
    const first = /\bthrough\b/i.test(separator) ? values.at(-1)?.name : undefined;
    const names = first === undefined ? match[1].split(/\s*,\s*/) : rangeAfter(first, match[1]);
    for (const name of names) values.push({ name, description: glossText(gloss) });
  }
}

/** A range has no more values. */
const LONGEST_RANGE = 100;

/** The values after the first one of a range: `rope1` through `rope3` are also `rope2` and `rope3`. */
function rangeAfter(first: string, last: string): readonly string[] {
  const [, stem = "", from = ""] = /^(.*?)(\d{1,6})$/.exec(first) ?? [];
  const to = /^\d{1,6}$/.exec(last.startsWith(stem) ? last.slice(stem.length) : last)?.[0];
  const count = Number(to) - Number(from);
  if (from === "" || to === undefined || count < 1 || count > LONGEST_RANGE) return [last];
  return Array.from({ length: count }, (_, index) => `${stem}${String(Number(from) + index + 1)}`);
}

function beginsWithValue(text: string): boolean {
  return MARKED.test(text.slice(SEPARATOR.exec(text)?.[0].length ?? 0));
}

function glossText(gloss: string | undefined): string | null {
  const text = gloss
    ?.replace(/[\u0001\u0002]/g, "")
    .replace(/^\s*[-–—:=(]\s*|\s*\)?\s*$/g, "")
    .trim();
  return text === undefined || text === "" ? null : text;
}

/** Such lists also contain `null`, `etc.` and whole sentences, which are not values. */
function isValue({ name }: ListedValue): boolean {
  return (
    /^[\p{L}\p{N}_#][\p{L}\p{N}_ .:/#+&-]{0,79}$/u.test(name) &&
    !/^(?:null|etc\.?|empty)$/i.test(name) &&
    !/\s\S+\s\S+\s\S+\s/.test(name)
  );
}
