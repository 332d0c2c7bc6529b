import path from "node:path";
import type { Host } from "../host.ts";
import { mapInBatches } from "../util/batch.ts";
import { compareStrings } from "../util/compare.ts";
import { decode, type Decoded } from "./decode.ts";
import { includedPaths } from "./includes.ts";
import type { SourcePage } from "./model.ts";

/** Folders and host of one read. */
export interface ReadContext {
  readonly host: Host;
  /** Docs folder, absolute. */
  readonly docs: string;
  /** Folder that no include may leave, absolute. */
  readonly root: string;
}

/** Texts of included files by path; shared by the pages of one read. */
type IncludeCache = Map<string, Promise<string | null>>;

/**
 * Finds every Markdown page below the docs folder. Folders named `includes` hold parts of pages and are left out.
 *
 * @returns POSIX paths relative to the docs folder, sorted
 */
export async function discoverPages({ host, docs }: ReadContext): Promise<readonly string[]> {
  const files = await host.list(docs);
  const isHidden = (part: string) => /^(?:includes|node_modules|\..*)$/i.test(part);
  return files.filter((file) => /\.md$/i.test(file) && !file.split("/").some(isHidden)).toSorted(compareStrings);
}

/**
 * Reads pages with what they include. A page that cannot be read is a page without text, and stops no other.
 *
 * @param context folders and host
 * @param paths pages, relative to the docs folder
 * @returns one source page a path, in the order of the paths
 */
export async function readPages(context: ReadContext, paths: readonly string[]): Promise<readonly SourcePage[]> {
  const cache: IncludeCache = new Map();
  return mapInBatches(paths, (file) => readPage(context, cache, file));
}

async function readPage(context: ReadContext, cache: IncludeCache, file: string): Promise<SourcePage> {
  const decoded = await readText(context.host, path.join(context.docs, file));
  if ("problem" in decoded) return { path: file, text: null, problem: decoded.problem, includes: {} };
  const includes = new Map<string, string | null>();
  const queue = [...includedPaths(file, decoded.text)];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (includes.has(next)) continue;
    const text = await readInclude(context, cache, next);
    includes.set(next, text);
    if (text !== null) queue.push(...includedPaths(next, text));
  }
  return { path: file, text: decoded.text, problem: null, includes: Object.fromEntries(includes) };
}

async function readText(host: Host, file: string): Promise<Decoded> {
  try {
    const bytes = await host.read(file);
    return bytes === null ? { problem: "the file is gone" } : decode(bytes);
  } catch (error) {
    return { problem: error instanceof Error ? error.message.replace(/,.*$/s, "") : "no permission" };
  }
}

/**
 * Reads a page or an include as it is, byte order mark and line ends included.
 *
 * @param file path relative to the docs folder
 * @returns null where there is none, it lies outside the root or is no text
 */
export async function readOriginal({ host, docs, root }: ReadContext, file: string): Promise<string | null> {
  const absolute = path.resolve(docs, file);
  const real = (await realInside({ host, root: docs }, absolute)) ?? (await realInside({ host, root }, absolute));
  const bytes = real === null ? null : await host.read(real);
  if (bytes === null || "problem" in decode(bytes)) return null;
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

function readInclude(context: ReadContext, cache: IncludeCache, file: string): Promise<string | null> {
  const known = cache.get(file);
  if (known !== undefined) return known;
  const text = readInside(context, path.resolve(context.docs, file));
  cache.set(file, text);
  return text;
}

async function readInside({ host, root }: ReadContext, file: string): Promise<string | null> {
  const real = await realInside({ host, root }, file);
  const decoded = real === null ? null : await readText(host, real);
  return decoded !== null && "text" in decoded ? decoded.text : null;
}

/** A file inside the root, followed to where it really lies: a link out of the root counts as missing. */
async function realInside({ host, root }: Pick<ReadContext, "host" | "root">, file: string): Promise<string | null> {
  if (!isInside(root, file)) return null;
  const [realRoot, realFile] = await Promise.all([host.real(root), host.real(file)]);
  return realRoot !== null && realFile !== null && isInside(realRoot, realFile) ? realFile : null;
}

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
