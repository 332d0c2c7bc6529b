import type { RuleLevels } from "../lint/levels.ts";
import type { Json } from "../util/json.ts";

/** How enums are written: TypeScript `enum`s, constant objects with a type of the same name, or types alone. */
export const ENUM_STYLES = ["enum", "const", "union"] as const;
export type EnumStyle = (typeof ENUM_STYLES)[number];

/** Placeholders of a page's public address. */
export const PAGE_URL_KEYS = ["file", "path", "page", "folder", "name"] as const;
export type PageUrlKey = (typeof PAGE_URL_KEYS)[number];

/** Fields of `package.json` that are the user's to say; the generator writes the others. */
export const PACKAGE_INFO = [
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

/** Values of such fields, as JSON. */
export type PackageInfo = { readonly [Name in (typeof PACKAGE_INFO)[number]]?: Json };

/** What the user may say, on the command line or in a config file, in the same words. */
export interface Config {
  /** Folder that holds `api/` and `resources/`; default `docs-input`. In a file, paths start from the file's folder. */
  readonly docs?: string | undefined;
  /** Folder that includes may come from; default the docs folder. */
  readonly root?: string | undefined;
  /** Folder of the package; default `generated`. */
  readonly out?: string | undefined;
  /** Address of the service; default the one that the examples use most. */
  readonly baseUrl?: string | undefined;
  /** Name of the package; default `graph-client`. */
  readonly packageName?: string | undefined;
  /** Version of the package; default `0.0.0`. */
  readonly packageVersion?: string | undefined;
  /** Fields of the package's `package.json` that are not the generator's to know: `license`, `repository`, `author` and such. */
  readonly packageInfo?: PackageInfo | undefined;
  /** What to make a package of: resources, operations, modules, URL paths (`/users/**`) or pages; default everything. */
  readonly include?: readonly string[] | undefined;
  /** What to leave out of it. */
  readonly exclude?: readonly string[] | undefined;
  /** How enums are written; default `enum`. */
  readonly enumStyle?: EnumStyle | undefined;
  /**
   * Public address of the pages, for links to them: `{page}` stands for `user-get` and `resources/user`, `{path}` for
   * `api/user-get`, `{file}` for `api/user-get.md`, `{folder}` for `api` and `{name}` for `user-get`.
   */
  readonly pageUrl?: string | undefined;
  /** Copies the pages that declarations lead to into the package; default no. */
  readonly shipDocs?: boolean | undefined;
  /** Error-level diagnostics fail `generate`. */
  readonly strict?: boolean | undefined;
  /** Levels of rules by their names: `off`, `info`, `warning` or `error`. */
  readonly rules?: RuleLevels | undefined;
}

/**
 * What a value of each setting has to be: text, several texts, yes or no, one of some words, fields of `package.json`, or
 * levels by the names of rules.
 */
export type ValueKind = "text" | "texts" | "switch" | "fields" | "levels" | readonly string[];

export const CONFIG_KEYS: { readonly [Key in keyof Required<Config>]: ValueKind } = {
  docs: "text",
  root: "text",
  out: "text",
  baseUrl: "text",
  packageName: "text",
  packageVersion: "text",
  packageInfo: "fields",
  include: "texts",
  exclude: "texts",
  enumStyle: ENUM_STYLES,
  pageUrl: "text",
  shipDocs: "switch",
  strict: "switch",
  rules: "levels",
};

/** Where somebody said something. */
export interface Origin {
  /** Folder that paths start from, absolute. */
  readonly folder: string;
  /** The config file as it is shown, or null for the command line. */
  readonly file: string | null;
}

/** A config and where it was said. */
export interface SaidConfig {
  readonly config: Config;
  readonly origin: Origin;
}

/** The user called the program, or wrote its config, in a way that cannot work. The message says what to do. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** A key of the config as a flag: `baseUrl` → `--base-url`. */
function flagOf(key: string): string {
  return `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** A setting with its value as the user wrote it, to begin a message with. */
export function shownSetting(key: keyof Config, value: string, { file }: Origin): string {
  return file === null ? `${flagOf(key)} ${value}` : `${file}: ${key} ${JSON.stringify(value)}`;
}
