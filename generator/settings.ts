import path from "node:path";
import { suggest } from "./config/mistake.ts";
import { ConfigError, shownSetting, topicOf, type Origin, type SourcedConfig } from "./config/model.ts";
import { OPTIONS, type Config } from "./config/options.ts";
import type { EnumStyle, PackageField } from "./config/types.ts";
import type { Host } from "./host/host.ts";
import { contains, realPath } from "./host/real-path.ts";
import type { RuleLevels } from "./lint/levels.ts";
import type { Authority } from "./openapi/authority.ts";
import type { Dialect } from "./page/dialect.ts";
import { findMeantFolders } from "./source/docs-folder.ts";
import { toJson, type Json } from "./util/json.ts";

export { ConfigError } from "./config/model.ts";
export type { EnumStyle, PageUrlKey } from "./config/types.ts";

/** Fields of `package.json` that the user sets. */
export type PackageInfo = { readonly [Name in PackageField]?: Json };

/** The settings of a run, complete and checked before any stage starts. */
export interface Settings {
  /** Folder that contains `api/` and `resources/`, absolute. */
  readonly docs: string;
  /** Folder that included files must be in, absolute; `docs` or a folder above it. */
  readonly root: string;
  /** Folder of the generated package, absolute. */
  readonly out: string;
  /** Base URL of the service, or null for the one that most pages call. */
  readonly baseUrl: string | null;
  /** Endpoints that issue tokens, as far as they are set. */
  readonly authority: Partial<Authority>;
  readonly packageName: string;
  readonly packageVersion: string;
  /** Further fields of its `package.json`. */
  readonly packageInfo: PackageInfo;
  /** Patterns that select the content of the package; an empty list selects everything. */
  readonly include: PatternList;
  readonly exclude: PatternList;
  readonly enumStyle: EnumStyle;
  /** Public URL of the pages, with placeholders, or null. */
  readonly pageUrl: string | null;
  /** Whether the package contains the pages that its declarations refer to. */
  readonly shipDocs: boolean;
  /** Whether error-level diagnostics fail `generate`. */
  readonly strict: boolean;
  /** Namespace and words of the docs. */
  readonly dialect: Dialect;
  /** Levels of rules that differ from the catalogue. */
  readonly rules: RuleLevels;
}

/** Patterns and the place where they were set. */
export interface PatternList {
  readonly patterns: readonly string[];
  readonly origin: Origin;
}

/** What to do about a docs folder that cannot be used. */
export const NAME_DOCS = "Name the folder that holds api/ and resources/.";

/** Folder of the package that contains copies of pages. */
export const SHIPPED_DOCS = "docs";

/**
 * Completes and checks the settings.
 *
 * @param host file access
 * @param cwd current folder
 * @param flags settings from the command line, which override the config file
 * @param config settings from a config file, or null if there is none
 * @returns complete settings
 * @throws ConfigError if a folder does not exist or settings contradict each other
 */
export async function resolveSettings(
  host: Host,
  cwd: string,
  flags: Config,
  config: SourcedConfig | null = null,
): Promise<Settings> {
  const commandLine: SourcedConfig = { config: flags, origin: { folder: cwd, file: null } };
  const sources = config === null ? [commandLine] : [commandLine, config];
  const get = <Key extends keyof Config, Initial>(key: Key, initial: Initial) =>
    findSetting(sources, key)?.value ?? initial;
  const baseUrl = get("baseUrl", null);
  return {
    ...(await resolveFolders(host, cwd, sources)),
    baseUrl: baseUrl === null ? null : new URL(baseUrl).href.replace(/\/+$/, ""),
    authority: endpointsOf(get("authorizationUrl", undefined), get("tokenUrl", undefined)),
    packageName: get("packageName", OPTIONS.packageName.default),
    packageVersion: get("packageVersion", OPTIONS.packageVersion.default),
    packageInfo: Object.fromEntries(
      Object.entries(get("packageInfo", {})).map(([name, value]) => [name, toJson(value)]),
    ),
    include: findPatterns(sources, "include"),
    exclude: findPatterns(sources, "exclude"),
    enumStyle: get("enumStyle", OPTIONS.enumStyle.default),
    pageUrl: get("pageUrl", null),
    strict: get("strict", false),
    rules: get("rules", {}),
    dialect: dialectOf(sources.map((source) => source.config)),
  };
}

function endpointsOf(authorizationUrl: string | undefined, tokenUrl: string | undefined): Partial<Authority> {
  return {
    ...(authorizationUrl === undefined ? {} : { authorizationUrl }),
    ...(tokenUrl === undefined ? {} : { tokenUrl }),
  };
}

/** Namespace and words of the docs; the first source that sets one of them takes precedence. */
export function dialectOf(sources: readonly Pick<Config, "namespace" | "vocabulary">[]): Dialect {
  return {
    namespace: sources.find(({ namespace }) => namespace !== undefined)?.namespace ?? OPTIONS.namespace.default,
    vocabulary: sources.find(({ vocabulary }) => vocabulary !== undefined)?.vocabulary ?? {},
  };
}

/** Path from the folder of the package to the docs that its declarations refer to. */
export function docsFromPackage({ docs, out, shipDocs }: Pick<Settings, "docs" | "out" | "shipDocs">): string {
  return shipDocs ? SHIPPED_DOCS : path.relative(out, docs).replaceAll(path.sep, "/");
}

/** A value and the place where it was set. */
interface Sourced<T> {
  readonly value: T;
  readonly origin: Origin;
}

/** The value of the first source that has one. */
function findSetting<Key extends keyof Config>(
  sources: readonly SourcedConfig[],
  key: Key,
): Sourced<NonNullable<Config[Key]>> | null {
  for (const { config, origin } of sources) {
    const value = config[key];
    if (value !== undefined) return { value, origin };
  }
  return null;
}

function findPatterns(sources: readonly SourcedConfig[], key: "include" | "exclude"): PatternList {
  const found = findSetting(sources, key);
  return { patterns: found?.value ?? [], origin: found?.origin ?? { folder: "", file: null } };
}

async function resolveFolders(
  host: Host,
  cwd: string,
  sources: readonly SourcedConfig[],
): Promise<Pick<Settings, "docs" | "root" | "out" | "shipDocs">> {
  const statedDocs = findSetting(sources, "docs");
  const givenDocs = statedDocs ?? { value: OPTIONS.docs.default, origin: { folder: cwd, file: null } };
  if (statedDocs === null && (await host.kind(path.join(cwd, givenDocs.value))) === null) throw noDocs(sources);
  const docs = await existingFolder(host, "docs", givenDocs);
  await refuseOtherFolder(host, docs, givenDocs);
  const givenRoot = findSetting(sources, "root");
  const root = givenRoot === null ? docs : await existingFolder(host, "root", givenRoot);
  if (givenRoot !== null && !contains(root, docs)) {
    const shown = shownSetting("root", givenRoot.value, givenRoot.origin);
    const problem = `${shown} does not contain the docs folder ${givenDocs.value}`;
    throw new ConfigError({ problem, remedy: "Name a folder above the docs." }, topicOf(givenRoot.origin));
  }
  const givenOut = findSetting(sources, "out");
  const out = givenOut === null ? path.resolve(cwd, OPTIONS.out.default) : await outFolder(host, docs, givenOut);
  const shipDocs = findSetting(sources, "shipDocs")?.value ?? false;
  if (shipDocs) await refuseOverlap(host, givenDocs, docs, path.join(out, SHIPPED_DOCS));
  return { docs, root, out, shipDocs };
}

/** @throws ConfigError if the folder is a part of the docs, or holds several versions of them */
async function refuseOtherFolder(host: Host, docs: string, { value, origin }: Sourced<string>): Promise<void> {
  const meant = await findMeantFolders(host, docs);
  if (meant.length === 0) return;
  const shown = shownSetting("docs", value, origin);
  const names = meant.map((folder) => path.join(value, path.relative(docs, folder)).replaceAll(path.sep, "/"));
  const [first = "", ...others] = meant;
  const problem = contains(first, docs)
    ? "is only a part of the docs"
    : "is above the folder that holds api/ and resources/";
  throw new ConfigError(
    {
      problem: `${shown} ${others.length > 0 ? "holds several versions of the docs" : problem}`,
      remedy: suggest(names),
    },
    topicOf(origin),
  );
}

/**
 * Keeps the docs and the copies of pages apart: otherwise a copy becomes a page, or a later run removes a page as an
 * outdated copy.
 *
 * @throws ConfigError if one folder contains the other
 */
async function refuseOverlap(
  host: Host,
  { value, origin }: Sourced<string>,
  docs: string,
  copies: string,
): Promise<void> {
  const [pages, copied] = [await realPath(host, docs), await realPath(host, copies)];
  if (!contains(pages, copied) && !contains(copied, pages)) return;
  const shown = shownSetting("docs", value, origin);
  const problem = `${shown} overlaps ${SHIPPED_DOCS}/ of the package, which --ship-docs fills`;
  throw new ConfigError({ problem, remedy: "Name another folder with --docs or --out." }, topicOf(origin));
}

function noDocs(sources: readonly SourcedConfig[]): ConfigError {
  const file = sources.find(({ origin }) => origin.file !== null)?.origin.file ?? null;
  return new ConfigError({
    problem: `${OPTIONS.docs.default} does not exist, and no option names the docs`,
    // `init` never replaces a config file.
    remedy: `Name the folder that holds api/ and resources/ with --docs, or ${file === null ? "run init" : `as docs in ${file}`}.`,
  });
}

const EXISTING = {
  docs: NAME_DOCS,
  root: "Name the docs folder, or a folder above it.",
} as const;

async function existingFolder(host: Host, key: "docs" | "root", { value, origin }: Sourced<string>): Promise<string> {
  const folder = path.resolve(origin.folder, value);
  const kind = await host.kind(folder);
  if (kind === "folder") return folder;
  const problem = `${shownSetting(key, value, origin)} ${kind === "file" ? "is a file" : "does not exist"}`;
  throw new ConfigError({ problem, remedy: EXISTING[key] }, topicOf(origin));
}

async function outFolder(host: Host, docs: string, { value, origin }: Sourced<string>): Promise<string> {
  const out = path.resolve(origin.folder, value);
  const shown = shownSetting("out", value, origin);
  // A link may lead into the docs, or the path of the docs may be a link.
  if (contains(await realPath(host, docs), await realPath(host, out))) {
    const problem = `${shown} is inside the docs folder, where its files become pages`;
    throw new ConfigError({ problem, remedy: "Name a folder outside of the docs." }, topicOf(origin));
  }
  if ((await host.kind(out)) === "file") {
    throw new ConfigError({ problem: `${shown} is a file`, remedy: "Name a folder." }, topicOf(origin));
  }
  return out;
}
