import path from "node:path";
import type { Host } from "./host.ts";

/** How enums are written: TypeScript `enum`s, constant objects with a type of the same name, or types alone. */
export const ENUM_STYLES = ["enum", "const", "union"] as const;
export type EnumStyle = (typeof ENUM_STYLES)[number];

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
  /** Error-level diagnostics fail `generate`. */
  readonly strict: boolean;
}

/** What the user may say on the command line; a missing `out` means that the command writes no package. */
export interface Flags {
  readonly docs: string;
  readonly out?: string | undefined;
  readonly root?: string | undefined;
  readonly baseUrl?: string | undefined;
  readonly packageName?: string | undefined;
  readonly packageVersion?: string | undefined;
  readonly strict?: boolean | undefined;
}

export const DEFAULT_DOCS = "docs-input";
export const DEFAULT_OUT = "generated";
const DEFAULT_PACKAGE_NAME = "graph-client";
const DEFAULT_PACKAGE_VERSION = "0.0.0";

/** The user called the program in a way that cannot work. The message names the flag and what to do. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/**
 * Completes and checks the flags.
 *
 * @param host file access
 * @param cwd folder that relative flags start from
 * @param flags what the user said
 * @returns complete settings
 * @throws ConfigError when a flag names something that is not there or contradicts another flag
 */
export async function resolveSettings(host: Host, cwd: string, flags: Flags): Promise<Settings> {
  const docs = await existingFolder(host, cwd, "--docs", flags.docs);
  const root = flags.root === undefined ? docs : await existingFolder(host, cwd, "--root", flags.root);
  if (!contains(root, docs)) {
    throw new ConfigError(`--root ${flags.root ?? ""} does not contain --docs ${flags.docs}: name a folder above it`);
  }
  return {
    docs,
    root,
    out: await outFolder(host, cwd, docs, flags.out),
    baseUrl: flags.baseUrl === undefined ? null : baseUrl(flags.baseUrl),
    packageName: matching("--package-name", flags.packageName ?? DEFAULT_PACKAGE_NAME, NAME, "a name npm accepts"),
    packageVersion: matching("--package-version", flags.packageVersion ?? DEFAULT_PACKAGE_VERSION, VERSION, "x.y.z"),
    strict: flags.strict ?? false,
  };
}

/** Folder of the docs from the folder of the package: where declarations of the package lead to. */
export function docsFromPackage({ docs, out }: Pick<Settings, "docs" | "out">): string {
  return path.relative(out, docs).replaceAll(path.sep, "/");
}

const NAME = /^(?:@[a-z0-9][a-z0-9._~-]{0,100}\/)?[a-z0-9][a-z0-9._~-]{0,100}$/;
const VERSION = /^\d{1,10}\.\d{1,10}\.\d{1,10}(?:[-+][0-9A-Za-z.+-]{1,100})?$/;

async function existingFolder(host: Host, cwd: string, flag: string, value: string): Promise<string> {
  const folder = path.resolve(cwd, value);
  switch (await host.kind(folder)) {
    case "folder":
      return folder;
    case "file":
      throw new ConfigError(`${flag} ${value} is a file: name the folder that holds api/ and resources/`);
    case null:
      throw new ConfigError(`${flag} ${value} does not exist: name the folder that holds api/ and resources/`);
  }
}

async function outFolder(host: Host, cwd: string, docs: string, value: string | undefined): Promise<string> {
  const out = path.resolve(cwd, value ?? DEFAULT_OUT);
  if (value === undefined) return out;
  if (contains(docs, out)) {
    throw new ConfigError(
      `--out ${value} lies in the docs folder: name a folder outside it, or its files become pages`,
    );
  }
  if ((await host.kind(out)) === "file") throw new ConfigError(`--out ${value} is a file: name a folder`);
  return out;
}

function contains(folder: string, inner: string): boolean {
  const relative = path.relative(folder, inner);
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

function baseUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  const plain = url?.search === "" && url.hash === "" && url.username === "" && url.password === "";
  if (url === null || !plain || !/^https?:$/.test(url.protocol)) {
    throw new ConfigError(`--base-url ${value} is no plain http or https address: write it like https://host/v1.0`);
  }
  return url.href.replace(/\/+$/, "");
}

function matching(flag: string, value: string, pattern: RegExp, expected: string): string {
  if (pattern.test(value)) return value;
  throw new ConfigError(`${flag} ${value} cannot be used, expected ${expected}`);
}
