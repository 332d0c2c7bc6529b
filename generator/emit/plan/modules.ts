import { sha256 } from "../../util/hash.ts";

/** File systems limit names to 255 bytes, and a built module has endings such as `.d.ts.map`. */
const MOST_CHARACTERS = 200;

/** First segments that the package itself uses; resource modules with these names get a suffix. */
const RESERVED_FOLDERS = new Set(["areas", "enums", "index", "permissions", "runtime", "testing", "types", "unions"]);

/** File names that Windows reserves for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

function toSegment(segment: string): string {
  const cleaned = segment.replace(/[^\w$-]+/g, "_");
  return cleaned === "" || DEVICE.test(cleaned) ? `${cleaned}_resource` : cleaned;
}

/**
 * Path of a resource module below `src`, without extension.
 *
 * @param module module name of the model, e.g. `callRecords/session`
 * @returns the name if it is safe, or else a modified one: the path stays inside `src` and outside the folders that the
 *   package itself uses
 */
export function resourceModule(module: string): string {
  const segments = module.split("/").map(toSegment);
  // Only a name that a page does not define can be that long: that of a type to which it refers.
  if (module.length > MOST_CHARACTERS) return `${segments.at(-1)?.slice(0, 100) ?? ""}_${sha256(module).slice(0, 12)}`;
  const first = segments[0] ?? "";
  return RESERVED_FOLDERS.has(first.toLowerCase())
    ? [`${first}_resource`, ...segments.slice(1)].join("/")
    : segments.join("/");
}

/** Paths of modules, by their names in the model. */
export type ModulePaths = ReadonlyMap<string, string>;

/**
 * Determines the spelling of every module path.
 *
 * @param modules module names of the model; of names that differ only in case, the first determines the spelling,
 *   because they are the same file on many file systems
 */
export function planModules(modules: readonly string[]): ModulePaths {
  const spelled = new Map<string, string>();
  const paths = new Map<string, string>();
  for (const module of modules) {
    if (paths.has(module)) continue;
    const path = resourceModule(module);
    const known = spelled.get(path.toLowerCase()) ?? path;
    spelled.set(path.toLowerCase(), known);
    paths.set(module, known);
  }
  return paths;
}

/** Path of a resource module in its planned spelling. */
export function modulePath(module: string, paths: ModulePaths): string {
  return paths.get(module) ?? resourceModule(module);
}

/**
 * Specifier that imports one module of the package from another.
 *
 * @param from path of the importing module below `src`
 * @param to path of the imported module below `src`
 */
export function importSpecifier(from: string, to: string): string {
  const source = from.split("/").slice(0, -1);
  const target = to.split("/");
  let shared = 0;
  while (shared < source.length && shared < target.length - 1 && source[shared] === target[shared]) shared += 1;
  const up = "../".repeat(source.length - shared);
  return `${up === "" ? "./" : up}${target.slice(shared).join("/")}.js`;
}

/**
 * Area of a path: its first segment, up to anything that is not a letter, a digit or a dash.
 *
 * @returns null if the path begins with a placeholder
 */
export function areaName(path: string): string | null {
  const name = /^\/?([A-Za-z][\w-]*)(?=[/(:]|$)/.exec(path)?.[1];
  return name === undefined ? null : toSegment(name);
}
