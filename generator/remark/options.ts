import path from "node:path";
import { checkConfig } from "../config/check.ts";
import { loadConfig } from "../config/load.ts";
import type { Host } from "../host/host.ts";
import type { RuleLevels } from "../lint/levels.ts";
import type { Dialect } from "../page/dialect.ts";
import { dialectOf } from "../settings.ts";

/** Options of the plugin in a `.remarkrc`; the defaults come from the config of the generator. */
export interface RemarkOptions {
  /** Folder that contains `api/` and `resources/`, relative to the working directory of remark. */
  readonly docs?: string;
  /** Folder that included files must be in; the default is the docs folder. */
  readonly root?: string;
  /** Levels of rules by name: `off`, `info`, `warning` or `error`. */
  readonly rules?: RuleLevels;
}

/** Complete options with absolute folders. */
export interface RemarkSettings {
  readonly docs: string;
  readonly root: string;
  readonly rules: RuleLevels;
  /** Namespace and words of the docs, from the config of the generator. */
  readonly dialect: Dialect;
}

/**
 * Completes the options with the config of the project. The docs folder defaults to the folder that contains the
 * `api/` or `resources/` of the page.
 *
 * @param host file access
 * @param cwd working directory of remark, absolute
 * @param file absolute path of the page
 * @param options options of the plugin
 * @returns null for a file outside a docs folder
 * @throws ConfigError if the config or a level is invalid
 */
export async function completeOptions(
  host: Host,
  cwd: string,
  file: string,
  options: RemarkOptions,
): Promise<RemarkSettings | null> {
  const loaded = await loadConfig({ host, cwd }, null);
  const folder = (key: "docs" | "root"): string | null => {
    const own = options[key];
    if (own !== undefined) return path.resolve(cwd, own);
    const value = loaded?.config[key];
    return value === undefined || loaded === null ? null : path.resolve(loaded.origin.folder, value);
  };
  const docs = folder("docs") ?? docsAround(file);
  if (docs === null) return null;
  const rules = {
    ...loaded?.config.rules,
    ...checkConfig({ rules: options.rules }, () => "graph-docs-codegen/remark").rules,
  };
  const dialect = dialectOf(loaded === null ? [] : [loaded.config]);
  return { docs, root: folder("root") ?? docs, rules, dialect };
}

/** The innermost folder around a page that contains `api` or `resources`. */
function docsAround(file: string): string | null {
  const parts = path.dirname(file).split(path.sep);
  const at = parts.findLastIndex((part) => part === "api" || part === "resources");
  return at === -1 ? null : parts.slice(0, at).join(path.sep) || path.sep;
}
