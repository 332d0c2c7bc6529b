import path from "node:path";
import { checkLevels } from "../config/levels.ts";
import { loadConfig } from "../config/load.ts";
import type { RuleLevels } from "../diagnostics/levels.ts";
import type { Host } from "../host.ts";

/** What a `.remarkrc` may say to the plugin; what it does not say comes from the config of the generator. */
export interface RemarkOptions {
  /** Folder that holds `api/` and `resources/`, from the folder in which remark runs. */
  readonly docs?: string;
  /** Folder that includes may come from; default: the docs folder. */
  readonly root?: string;
  /** Levels of rules by name: `off`, `info`, `warning` or `error`. */
  readonly rules?: RuleLevels;
}

/** The same, complete: absolute folders. */
export interface RemarkSettings {
  readonly docs: string;
  readonly root: string;
  readonly rules: RuleLevels;
}

/**
 * Completes the options with the config of the project. Without a word of the docs folder it is the one in which the
 * page's `api/` or `resources/` lies.
 *
 * @param host file access
 * @param cwd folder in which remark runs, absolute
 * @param file the page, absolute
 * @returns null for a file that is in no docs folder
 * @throws ConfigError when the config or a level cannot be used
 */
export async function completeOptions(
  host: Host,
  cwd: string,
  file: string,
  options: RemarkOptions,
): Promise<RemarkSettings | null> {
  const said = await loadConfig({ host, cwd }, null);
  const folder = (key: "docs" | "root"): string | null => {
    const own = options[key];
    if (own !== undefined) return path.resolve(cwd, own);
    const value = said?.config[key];
    return value === undefined || said === null ? null : path.resolve(said.origin.folder, value);
  };
  const docs = folder("docs") ?? docsAround(file);
  if (docs === null) return null;
  const rules = { ...said?.config.rules, ...checkLevels(options.rules, "graph-docs-codegen/remark") };
  return { docs, root: folder("root") ?? docs, rules };
}

/** The folder that holds the page's `api` or `resources`; of several, the innermost. */
function docsAround(file: string): string | null {
  const parts = path.dirname(file).split(path.sep);
  const at = parts.findLastIndex((part) => part === "api" || part === "resources");
  return at === -1 ? null : parts.slice(0, at).join(path.sep) || path.sep;
}
