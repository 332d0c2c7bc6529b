/** First segments that the package uses itself; a resource module there gets a word added. */
const OWN_FOLDERS = new Set(["areas", "enums", "index", "permissions", "runtime", "types", "unions"]);

/** Names that Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

function toSegment(segment: string): string {
  const cleaned = segment.replace(/[^\w$-]+/g, "_");
  return cleaned === "" || DEVICE.test(cleaned) ? `${cleaned}_resource` : cleaned;
}

/**
 * Path of a resource module below `src`, without extension.
 *
 * @param module module name of the model, e.g. `callRecords/session`
 * @returns the same where it is harmless; never outside `src`, and never in a folder that the package uses itself
 */
export function resourceModule(module: string): string {
  const segments = module.split("/").map(toSegment);
  const first = segments[0] ?? "";
  return OWN_FOLDERS.has(first.toLowerCase())
    ? [`${first}_resource`, ...segments.slice(1)].join("/")
    : segments.join("/");
}

/** Paths of modules by the names that the model has for them. */
export type ModulePaths = ReadonlyMap<string, string>;

/**
 * Decides the spelling of every module path.
 *
 * @param modules module names of the model; where two differ in case only, as one file on many disks would be both, the
 *   first gives both their spelling
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
 * @returns null where a placeholder stands there
 */
export function areaName(path: string): string | null {
  const name = /^\/?([A-Za-z][\w-]*)(?=[/(:]|$)/.exec(path)?.[1];
  return name === undefined ? null : toSegment(name);
}
