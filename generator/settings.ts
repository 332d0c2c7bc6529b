import path from "node:path";
import {
  ConfigError,
  shownSetting,
  type Config,
  type EnumStyle,
  type Origin,
  type PackageInfo,
  type SaidConfig,
} from "./config/model.ts";
import { checkBaseUrl, checkPackageName, checkPackageVersion, checkPageUrl, type Said } from "./config/values.ts";
import type { Host } from "./host.ts";
import type { RuleLevels } from "./lint/levels.ts";

export { ConfigError, type EnumStyle, type PackageInfo, type PageUrlKey } from "./config/model.ts";

/** Everything a run needs to know, complete, before any stage starts. */
export interface Settings {
  /** Folder that holds `api/` and `resources/`, absolute. */
  readonly docs: string;
  /** Folder that includes may come from, absolute; `docs` or a folder above it. */
  readonly root: string;
  /** Folder of the generated package, absolute. */
  readonly out: string;
  /** Base URL of the service, or null to take what the examples use most. */
  readonly baseUrl: string | null;
  /** Name and version of the generated package. */
  readonly packageName: string;
  readonly packageVersion: string;
  /** Further fields of its `package.json`. */
  readonly packageInfo: PackageInfo;
  /** Patterns of what to make a package of, and where they were said; nothing stands for everything. */
  readonly include: PatternList;
  readonly exclude: PatternList;
  readonly enumStyle: EnumStyle;
  /** Public address of the pages, with placeholders, or null. */
  readonly pageUrl: string | null;
  /** The package brings the pages that its declarations lead to. */
  readonly shipDocs: boolean;
  /** Error-level diagnostics fail `generate`. */
  readonly strict: boolean;
  /** Levels of rules that the user wants otherwise than the catalogue has them. */
  readonly rules: RuleLevels;
}

/** Patterns and where they were said. */
export interface PatternList {
  readonly patterns: readonly string[];
  readonly origin: Origin;
}

export const DEFAULT_DOCS = "docs-input";
export const DEFAULT_OUT = "generated";
/** Folder of the package that holds copies of pages. */
export const SHIPPED_DOCS = "docs";
const DEFAULT_PACKAGE_NAME = "graph-client";
const DEFAULT_PACKAGE_VERSION = "0.0.0";

/**
 * Completes and checks what the user said.
 *
 * @param host file access
 * @param cwd folder in which the user stands
 * @param flags what the command line says; it beats the config file
 * @param config what a config file says, or null without one
 * @returns complete settings
 * @throws ConfigError when a setting names something that is not there or contradicts another one
 */
export async function resolveSettings(
  host: Host,
  cwd: string,
  flags: Config,
  config: SaidConfig | null = null,
): Promise<Settings> {
  const sources: readonly SaidConfig[] = [
    { config: flags, origin: { folder: cwd, file: null } },
    ...(config === null ? [] : [config]),
  ];
  const docsSaid = sayText(sources, "docs") ?? { value: DEFAULT_DOCS, origin: { folder: cwd, file: null } };
  const docs = await existingFolder(host, "docs", docsSaid);
  const rootSaid = sayText(sources, "root");
  const root = rootSaid === null ? docs : await existingFolder(host, "root", rootSaid);
  if (rootSaid !== null && !contains(root, docs)) {
    const shown = shownSetting("root", rootSaid.value, rootSaid.origin);
    throw new ConfigError(`${shown} does not contain --docs ${docsSaid.value}: name a folder above it`);
  }
  const checked = <T>(key: TextKey, check: (said: Said) => T): T | null => checkSaid(sayText(sources, key), check);
  const outSaid = sayText(sources, "out");
  const out = outSaid === null ? path.resolve(cwd, DEFAULT_OUT) : await outFolder(host, docs, outSaid);
  return {
    docs,
    root,
    out,
    baseUrl: checked("baseUrl", checkBaseUrl),
    packageName: checked("packageName", checkPackageName) ?? DEFAULT_PACKAGE_NAME,
    packageVersion: checked("packageVersion", checkPackageVersion) ?? DEFAULT_PACKAGE_VERSION,
    packageInfo: sayFirst(sources, "packageInfo") ?? {},
    include: sayPatterns(sources, "include"),
    exclude: sayPatterns(sources, "exclude"),
    enumStyle: sayFirst(sources, "enumStyle") ?? "enum",
    pageUrl: checked("pageUrl", checkPageUrl),
    shipDocs: isOn(sources, "shipDocs") && areApart(docsSaid, docs, path.join(out, SHIPPED_DOCS)),
    strict: isOn(sources, "strict"),
    rules: sayFirst(sources, "rules") ?? {},
  };
}

/** Folder of the docs from the folder of the package: where declarations of the package lead to. */
export function docsFromPackage({ docs, out, shipDocs }: Pick<Settings, "docs" | "out" | "shipDocs">): string {
  return shipDocs ? SHIPPED_DOCS : path.relative(out, docs).replaceAll(path.sep, "/");
}

/**
 * A copy of a page must not become a page, nor a page pass for a copy, which a later run removes.
 *
 * @throws ConfigError where one folder holds the other
 */
function areApart({ value, origin }: Said, docs: string, copies: string): boolean {
  if (!contains(docs, copies) && !contains(copies, docs)) return true;
  const shown = shownSetting("docs", value, origin);
  throw new ConfigError(`${shown} overlaps ${SHIPPED_DOCS}/ of the package, which --ship-docs fills: move one of them`);
}

function checkSaid<T>(said: Said | null, check: (said: Said) => T): T | null {
  return said === null ? null : check(said);
}

type TextKey = "docs" | "root" | "out" | "baseUrl" | "packageName" | "packageVersion" | "pageUrl";

/** What the first source says that says something. */
function sayFirst<Key extends "rules" | "enumStyle" | "packageInfo">(
  sources: readonly SaidConfig[],
  key: Key,
): Config[Key] | undefined {
  return sources.find(({ config }) => config[key] !== undefined)?.config[key];
}

/** The first source that says something counts. */
function sayText(sources: readonly SaidConfig[], key: TextKey): Said | null {
  for (const { config, origin } of sources) {
    const value = config[key];
    if (value !== undefined) return { value, origin };
  }
  return null;
}

function sayPatterns(sources: readonly SaidConfig[], key: "include" | "exclude"): PatternList {
  for (const { config, origin } of sources) {
    const patterns = config[key];
    if (patterns !== undefined) return { patterns, origin };
  }
  return { patterns: [], origin: { folder: "", file: null } };
}

function isOn(sources: readonly SaidConfig[], key: "shipDocs" | "strict"): boolean {
  return sources.find(({ config }) => config[key] !== undefined)?.config[key] ?? false;
}

async function existingFolder(host: Host, key: "docs" | "root", { value, origin }: Said): Promise<string> {
  const folder = path.resolve(origin.folder, value);
  const shown = shownSetting(key, value, origin);
  switch (await host.kind(folder)) {
    case "folder":
      return folder;
    case "file":
      throw new ConfigError(`${shown} is a file: name the folder that holds api/ and resources/`);
    case null:
      throw new ConfigError(`${shown} does not exist: name the folder that holds api/ and resources/`);
  }
}

async function outFolder(host: Host, docs: string, { value, origin }: Said): Promise<string> {
  const out = path.resolve(origin.folder, value);
  const shown = shownSetting("out", value, origin);
  if (contains(docs, out)) {
    throw new ConfigError(`${shown} lies in the docs folder: name a folder outside it, or its files become pages`);
  }
  if ((await host.kind(out)) === "file") throw new ConfigError(`${shown} is a file: name a folder`);
  return out;
}

function contains(folder: string, inner: string): boolean {
  const relative = path.relative(folder, inner);
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
