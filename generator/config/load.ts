import path from "node:path";
import type { Node, ParseError } from "jsonc-parser";
import type { Host } from "../host/host.ts";
import { checkConfig } from "./check.ts";
import { ConfigError, type SourcedConfig } from "./model.ts";
import type { Config } from "./options.ts";

/** Names that a config file may have in the current folder. */
const CONFIG_FILES = [
  "graph-docs.config.ts",
  "graph-docs.config.mjs",
  "graph-docs.config.js",
  "graph-docs.config.json",
] as const;
/** Kinds of config files, for messages. */
const KINDS = ".ts, .mjs, .js or .json";
const PACKAGE_FILE = "package.json";
const PACKAGE_KEY = "graph-docs";

/** Context in which a config file is loaded. */
interface LoadContext {
  readonly host: Host;
  /** Absolute path of the current folder. */
  readonly cwd: string;
}

/** Content of a config file. */
interface Content {
  readonly value: unknown;
  /** Returns the position of the key at the end of a path as `line:column`, or null if it is unknown. */
  readonly positionOf: (path: readonly PropertyKey[]) => string | null;
}

/**
 * Reads the config file.
 *
 * @param context file access and the current folder
 * @param named the file given with `--config`, or null to look for one
 * @returns the config and its origin, or null if there is no config file
 * @throws ConfigError if there are several config files, or if the file cannot be used
 */
export async function loadConfig(context: LoadContext, named: string | null): Promise<SourcedConfig | null> {
  const file = named ?? (await findConfig(context));
  if (file === null) return null;
  const absolute = path.resolve(context.cwd, file);
  const shown = path.relative(context.cwd, absolute).replaceAll(path.sep, "/");
  const { value, positionOf } = await readConfig(context.host, absolute, shown);
  const config = checkConfig(value, (keys) => [shown, positionOf(keys) ?? []].flat().join(":"));
  return {
    config,
    origin: { folder: path.dirname(absolute), file: shown, positions: positionsOf(config, positionOf) },
  };
}

/** The positions of all settings and of the items of lists, for messages about them. */
function positionsOf(config: Config, positionOf: Content["positionOf"]): ReadonlyMap<string, string> {
  const places = Object.entries(config).flatMap(([name, value]): (readonly [string, string | null])[] => {
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    return [
      [name, positionOf([name])],
      ...items.map((_, index) => [`${name}[${index}]`, positionOf([name, index])] as const),
    ];
  });
  return new Map(places.flatMap(([name, position]) => (position === null ? [] : [[name, position]])));
}

async function findConfig({ host, cwd }: LoadContext): Promise<string | null> {
  const found: string[] = [];
  for (const name of CONFIG_FILES) {
    if ((await host.kind(path.join(cwd, name))) === "file") found.push(name);
  }
  if ((await packageSection(host, path.join(cwd, PACKAGE_FILE), PACKAGE_FILE)) !== null) found.push(PACKAGE_FILE);
  if (found.length > 1)
    throw new ConfigError(
      {
        problem: `Unexpected configs ${found.join(" and ")}, expected one`,
        remedy: "Keep one of them, or name it with --config.",
      },
      "config",
    );
  return found[0] ?? null;
}

async function readConfig(host: Host, file: string, shown: string): Promise<Content> {
  const kind = await host.kind(file);
  if (kind !== "file") {
    const problem = `--config ${shown} ${kind === null ? "does not exist" : "is a folder"}`;
    throw new ConfigError({ problem, remedy: `Name a ${KINDS} file, or a package.json.` }, "config");
  }
  if (path.basename(file) === PACKAGE_FILE) {
    const section = await packageSection(host, file, shown);
    if (section !== null) return section;
    throw new ConfigError(
      {
        problem: `${shown}: Unexpected package.json without a key "${PACKAGE_KEY}"`,
        remedy: `Add the key "${PACKAGE_KEY}" with an object of settings, or name another file.`,
      },
      "config",
    );
  }
  switch (path.extname(file)) {
    case ".json":
      return parseJson(await readText(host, file), shown, []);
    case ".ts":
    case ".mts":
    case ".mjs":
    case ".js": {
      // Loaded on demand: most configs are JSON, and the compiler for the others is slow to load.
      const { loadModule } = await import("./module.ts");
      // The error of a module that cannot be read names no cause, so its file is read first.
      await host.read(file);
      return { value: await loadModule(file, shown), positionOf: () => null };
    }
    default:
      throw new ConfigError(
        {
          problem: `--config ${shown}: Unexpected kind of file`,
          remedy: `Expected a ${KINDS} file, or a package.json.`,
        },
        "config",
      );
  }
}

/** Reads the settings in a `package.json`. Its syntax errors are reported only if it may contain settings. */
async function packageSection(host: Host, file: string, shown: string): Promise<Content | null> {
  const text = await readText(host, file);
  if (!text.includes(`"${PACKAGE_KEY}"`)) return null;
  const content = await parseJson(text, shown, [PACKAGE_KEY]);
  return content.value === undefined ? null : content;
}

async function readText(host: Host, file: string): Promise<string> {
  const bytes = await host.read(file);
  return bytes === null ? "" : new TextDecoder().decode(bytes);
}

/**
 * Parses JSON with comments and trailing commas.
 *
 * @param root path of the value to return
 */
async function parseJson(text: string, shown: string, root: readonly string[]): Promise<Content> {
  const { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode } = await import("jsonc-parser");
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const find = (keys: readonly PropertyKey[]): Node | undefined =>
    tree &&
    findNodeAtLocation(
      tree,
      [...root, ...keys].map((key) => (typeof key === "symbol" ? "" : key)),
    );
  if (text.trim() === "") {
    throw new ConfigError(
      { problem: `${shown}: Unexpected empty file`, remedy: "Expected an object of settings." },
      "config",
    );
  }
  const [error] = errors;
  if (error !== undefined) {
    const place = `${shown}:${positionAt(text, error.offset)}`;
    const reason = printParseErrorCode(error.error).replace(/\B[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    throw new ConfigError(
      {
        problem: `${place}: Unexpected text (${reason.toLowerCase()})`,
        remedy: "Expected JSON, which may have comments and trailing commas.",
      },
      "config",
    );
  }
  const node = find([]);
  const value: unknown = node && getNodeValue(node);
  const positionOf = (keys: readonly PropertyKey[]): string | null => {
    const found = find(keys);
    const { offset } = (found?.parent?.type === "property" ? found.parent : found) ?? {};
    return offset === undefined ? null : positionAt(text, offset);
  };
  return { value, positionOf };
}

function positionAt(text: string, offset: number): string {
  const before = text.slice(0, offset).split("\n");
  return `${before.length}:${(before.at(-1) ?? "").length + 1}`;
}
