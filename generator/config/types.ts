import * as z from "zod/mini";
import { COLUMN_KINDS, SECTION_KINDS } from "../page/content/vocabulary.ts";
import { TITLE_KINDS } from "../page/dialect.ts";
import { PERMISSION_SCHEMES } from "../page/model.ts";

/** Types of option values. The message of each states what is expected, as the end of "Unexpected x, expected …". */

/** How enums are emitted: TypeScript `enum`s, constant objects with a type of the same name, or types alone. */
export const ENUM_STYLES = ["enum", "const", "union"] as const;
export type EnumStyle = (typeof ENUM_STYLES)[number];

/** Placeholders of a page's public URL. */
export const PAGE_URL_KEYS = ["file", "path", "page", "folder", "name"] as const;
export type PageUrlKey = (typeof PAGE_URL_KEYS)[number];

/** Fields of `package.json` that the user sets; the generator writes the others. */
const PACKAGE_FIELDS = [
  "description",
  "keywords",
  "homepage",
  "bugs",
  "repository",
  "funding",
  "license",
  "author",
  "contributors",
  "private",
  "publishConfig",
] as const;
export type PackageField = (typeof PACKAGE_FIELDS)[number];

const NAME = /^(?:@[a-z0-9][a-z0-9._~-]{0,100}\/)?[a-z0-9][a-z0-9._~-]{0,100}$/;
const LICENSE = /^(?:[A-Za-z0-9.+() -]{1,200}|SEE LICENSE IN \S{1,200})$/;
const VERSION = /^\d{1,10}\.\d{1,10}\.\d{1,10}(?:[-+][0-9A-Za-z.+-]{1,100})?$/;
const PLACEHOLDERS = PAGE_URL_KEYS.map((key) => `{${key}}`).join(", ");

export const text = z.string("a string").check(z.minLength(1, "a string that is not empty"));
export const texts = z.array(text, "a list of strings");
export const toggle = z.boolean("true or false");
/** Ways to run a command before each commit. */
export const HOOKS = ["husky", "lefthook", "pre-commit", "git", "none"] as const;
export type Hook = (typeof HOOKS)[number];

export const packageName = text.check(z.regex(NAME, "a name that npm accepts"));
export const packageVersion = text.check(z.regex(VERSION, "a version such as 1.2.3"));
export const license = text.check(z.regex(LICENSE, "an SPDX expression such as MIT, or UNLICENSED"));
export const packageInfo = z.partialRecord(
  z.enum(PACKAGE_FIELDS),
  z.unknown(),
  "an object with fields of package.json",
);
export const baseUrl = text.check(
  z.refine(isBaseUrl, "an http or https URL without a query, such as https://host/v1.0"),
);
export const endpoint = text.check(
  z.refine(isBaseUrl, "an http or https URL without a query, such as https://host/oauth2/token"),
);
export const pageUrl = text.check(
  z.refine(isPageUrl, "an http or https URL such as https://host/docs/{page}"),
  z.refine((url) => placeholdersOf(url).length > 0, `a URL that differs between pages, by ${PLACEHOLDERS}`),
  z.refine((url) => placeholdersOf(url).every(isPageUrlKey), `only the placeholders ${PLACEHOLDERS}`),
);

export const namespace = text.check(
  z.regex(/^[A-Za-z_]\w{0,100}(?:\.[A-Za-z_]\w{0,100}){0,20}$/, "a namespace such as company.service"),
);

export const failure = text.check(
  z.regex(/^[45]\d\d(?::\d{1,3})?$/, "an HTTP error status such as 429, or 429:2 for the first two attempts"),
);

/** Words of each kind. */
function wordsBy<const Kind extends string>(kinds: readonly [Kind, ...Kind[]]) {
  return z.optional(z.partialRecord(z.enum(kinds), texts, "an object with lists of words"));
}

export const vocabulary = z.strictObject(
  {
    titles: wordsBy(TITLE_KINDS),
    headings: wordsBy([...SECTION_KINDS, "ignored"]),
    columns: wordsBy(COLUMN_KINDS),
    permissionTypes: wordsBy(PERMISSION_SCHEMES),
    notSupported: z.optional(texts),
    types: z.optional(z.record(text, text, "an object with the name that each word stands for")),
  },
  "an object with titles, headings, columns, permissionTypes, notSupported and types",
);

/** One of the given words. */
export function oneOf<const Name extends string>(names: readonly [Name, ...Name[]]) {
  return z.enum(names, `${names.slice(0, -1).join(", ")} or ${names.at(-1) ?? ""}`);
}

/** A whole number from `least` to `most`. */
export function count(least: number, most: number, expected: string) {
  return z.number(expected).check(z.int(expected), z.minimum(least, expected), z.maximum(most, expected));
}

function isBaseUrl(value: string): boolean {
  const url = parseUrl(value);
  return url?.search === "" && url.hash === "";
}

/** Whether links to the URL are safe in Markdown and in comments. */
function isPageUrl(value: string): boolean {
  return parseUrl(value.replace(/\{\w+\}/g, "x")) !== null && !/[\s()<>"'`\\]/.test(value);
}

function placeholdersOf(url: string): readonly string[] {
  return [...url.matchAll(/\{([^{}]*)\}/g)].map(([, key = ""]) => key);
}

function isPageUrlKey(key: string): boolean {
  return PAGE_URL_KEYS.some((known) => known === key);
}

function parseUrl(value: string): URL | null {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "" ? url : null;
}
