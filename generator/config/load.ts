import path from "node:path";
import type { ParseError } from "jsonc-parser";
import type { Host } from "../host.ts";
import { checkConfig } from "./check.ts";
import { ConfigError, type SaidConfig } from "./model.ts";

/** Names that a config file may have, in the folder in which the user stands. */
const CONFIG_FILES = [
  "graph-docs.config.ts",
  "graph-docs.config.mjs",
  "graph-docs.config.js",
  "graph-docs.config.json",
] as const;
const PACKAGE_FILE = "package.json";
const PACKAGE_KEY = "graph-docs";

/** What loading needs of the world. */
export interface LoadContext {
  readonly host: Host;
  /** Folder in which the user stands, absolute. */
  readonly cwd: string;
}

/**
 * Reads the config file.
 *
 * @param context file access and the folder in which the user stands
 * @param named the file that the user named, or null to look for one
 * @returns null where there is none
 * @throws ConfigError when there are two, or one that cannot be used
 */
export async function loadConfig(context: LoadContext, named: string | null): Promise<SaidConfig | null> {
  const file = named ?? (await findConfig(context));
  if (file === null) return null;
  const absolute = path.resolve(context.cwd, file);
  const shown = path.relative(context.cwd, absolute).replaceAll(path.sep, "/");
  const value = await readConfig(context.host, absolute, shown);
  if (value === undefined) return null;
  return { config: checkConfig(value, shown), origin: { folder: path.dirname(absolute), file: shown } };
}

async function findConfig({ host, cwd }: LoadContext): Promise<string | null> {
  const found: string[] = [];
  for (const name of CONFIG_FILES) {
    if ((await host.kind(path.join(cwd, name))) === "file") found.push(name);
  }
  if ((await packageSection(host, path.join(cwd, PACKAGE_FILE), PACKAGE_FILE)) !== undefined) found.push(PACKAGE_FILE);
  if (found.length > 1)
    throw new ConfigError(`Unexpected configs ${found.join(" and ")}, expected one: remove the other`);
  return found[0] ?? null;
}

async function readConfig(host: Host, file: string, shown: string): Promise<unknown> {
  if ((await host.kind(file)) !== "file") {
    throw new ConfigError(`--config ${shown} is no file: name a .ts, .mjs, .js or .json file, or a package.json`);
  }
  if (path.basename(file) === PACKAGE_FILE) {
    const section = await packageSection(host, file, shown);
    if (section !== undefined) return section;
    throw new ConfigError(
      `${shown}: Unexpected package.json without a key "${PACKAGE_KEY}", expected the settings there`,
    );
  }
  switch (path.extname(file)) {
    case ".json":
      return parseJson(await readText(host, file), shown);
    case ".ts":
    case ".mts":
    case ".mjs":
    case ".js": {
      // Loaded when needed: most configs are data, and the compiler of the others has its price.
      const { loadModule } = await import("./module.ts");
      return loadModule(file, shown);
    }
    default:
      throw new ConfigError(`--config ${shown} cannot be used, expected a .ts, .mjs, .js or .json file`);
  }
}

/** Another tool's fault in a `package.json` is not ours to report, unless the settings are said to be there. */
async function packageSection(host: Host, file: string, shown: string): Promise<unknown> {
  const text = await readText(host, file);
  if (!text.includes(`"${PACKAGE_KEY}"`)) return undefined;
  const value = await parseJson(text, shown);
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === PACKAGE_KEY)?.[1];
}

async function readText(host: Host, file: string): Promise<string> {
  const bytes = await host.read(file);
  return bytes === null ? "" : new TextDecoder().decode(bytes);
}

/** Comments and trailing commas are welcome. */
async function parseJson(text: string, shown: string): Promise<unknown> {
  const { parse, printParseErrorCode } = await import("jsonc-parser");
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error === undefined) return value;
  const before = text.slice(0, error.offset).split("\n");
  const place = `${shown}:${before.length}:${(before.at(-1) ?? "").length + 1}`;
  throw new ConfigError(`${place}: Unexpected text, expected JSON (${printParseErrorCode(error.error)})`);
}
