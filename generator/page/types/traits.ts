import type { Document } from "../../markdown/model.ts";
import { introductionAlerts, introductionPhrases, sectionsOf, titleOf } from "../content/sections.ts";

/** What the sentences of a page state about its type as a whole. */
export interface Traits {
  /** Objects have a subtype; none is only of this type. */
  readonly abstract: boolean;
  /** The page calls the type a base type, without a word about abstract. */
  readonly base: boolean;
  /** OData's open type: objects may have properties that the docs do not name. */
  readonly open: boolean;
  /** Callers may add their own properties to the documented ones. */
  readonly extensible: boolean;
}

const ABSTRACT: readonly RegExp[] = [
  /(?:^|[.;:,(]\s*|\b(?:is|as|an?|the|this|represents?)\s+)abstract\s+(?:[\w-]+\s+){0,2}(?:type|class|base|entity|resource|object|interface|super-?(?:class|type))\b/i,
  /\b(?:type|class|base|resource|entity|object|super-?(?:class|type)|it)\s+is\s+(?:an\s+)?abstract\b/i,
  /\b(?:cannot|can\s+not|can['’]t)\s+(?:instantiate|be\s+(?:instantiated|(?:used|created)\s+directly))\b/i,
  /\bnever\s+(?:be\s+)?instantiated\b/i,
];
/** The abstract type is another one: "inherits from the abstract type …". */
const OF_ABSTRACT = /\b(?:from|of|for|to|in|by|with|on|extends)\s+(?:the|an?|its)?\s*abstract\b/i;

const BASE =
  /(?<!\b(?:from|of|its|by|on|extends)\s(?:the\s|an?\s|its\s)?)\b(?:base\s+(?:complex\s+|entity\s+)?(?:type|class|resource|entity)|super-?(?:class|type))\b(?!\s*(?:is\b|:|of\s+this\b))/i;

const OPEN: readonly RegExp[] = [
  /\b(?:is|as|represents)\s+an\s+(?:odata\s+(?:v?\d[\d.]*\s+)?)?open\s+(?:complex\s+|entity\s+)?type\b/i,
  /\b(?:allow|support|accept|permit|specif(?:y|ie)|define)s?\s+(?:any\s+|additional\s+)?(?:additional|dynamic|arbitrary|custom|user-defined|undeclared)\s+(?:custom\s+)?properties\b/i,
  /\b(?:additional|dynamic|arbitrary|custom|undeclared)\s+properties\s+(?:may|can|might)\s+(?:also\s+)?be\s+(?:present|added|included|returned|defined|specified)\b/i,
  /\b(?:may|can|might)\s+(?:also\s+)?(?:have|hold|contain|include|carry)\s+(?:any\s+)?(?:additional|dynamic|arbitrary|undeclared|user-defined)\s+properties\b/i,
  /^(?:an?|the)\s+property\s+bag\b|\bis\s+a\s+property\s+bag\b/i,
];
/** A plan for a later version is no statement about this one. */
const PLANNED = /\bfuture\b|\btoday\b/i;

/** Schema extensions add properties to the resource itself; open extensions are resources of their own. */
const EXTENSIBLE =
  /\badd(?:ing)?\b[^.]{0,20}\bdata\b[^.]{0,20}\bcustom\s+properties\b[^.]{0,20}(?<!\bopen\s)\bextensions\b/i;

/** Reads what the introduction and the paragraphs under Properties state about the type. */
export function readTraits(document: Document): Traits {
  const introduced = introductionPhrases(document).map(({ text }) => text);
  const noted = introductionAlerts(document).map(({ text }) => text.replace(/^note:?\s*/i, ""));
  const below = sectionsOf(document, "properties").flatMap((section) =>
    section.blocks.flatMap((block) => (block.kind === "paragraph" ? [block.phrase.text] : [])),
  );
  const all = [...introduced, ...noted, ...below].flatMap(sentencesOf);
  const isOpen = (text: string) => OPEN.some((pattern) => pattern.test(text)) && !PLANNED.test(text);
  return {
    abstract: [...introduced, ...noted].flatMap(sentencesOf).some(isAbstract),
    base: introduced.flatMap(sentencesOf).some((text) => BASE.test(text)),
    open: /\bopen type\b/i.test(titleOf(document)?.heading.text ?? "") || all.some(isOpen),
    extensible: introduced.some((text) => EXTENSIBLE.test(text)),
  };
}

function isAbstract(text: string): boolean {
  return ABSTRACT.some((pattern) => pattern.test(text)) && !OF_ABSTRACT.test(text);
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[\w)\]])[.!]\s+/);
}
