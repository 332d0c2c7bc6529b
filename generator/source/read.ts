import path from "node:path";
import type { Host } from "../host.ts";
import { decode } from "./decode.ts";
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

type IncludeCache = Map<string, Promise<string | null>>;

const BATCH = 64;

/**
 * Finds every Markdown page below the docs folder. Folders named `includes` hold parts of pages and are left out.
 *
 * @returns POSIX paths relative to the docs folder, sorted
 */
export async function discoverPages({ host, docs }: ReadContext): Promise<readonly string[]> {
  const files = await host.list(docs);
  const isPage = (file: string) =>
    /\.md$/i.test(file) && !file.split("/").some((part) => /^(includes|node_modules|\..*)$/i.test(part));
  return files.filter(isPage).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/**
 * Reads pages with what they include.
 *
 * @param context folders and host
 * @param paths pages, relative to the docs folder
 * @returns one source page a path, in the order of the paths
 */
export async function readPages(context: ReadContext, paths: readonly string[]): Promise<readonly SourcePage[]> {
  const cache: IncludeCache = new Map();
  const pages: SourcePage[] = [];
  for (let start = 0; start < paths.length; start += BATCH) {
    const batch = paths.slice(start, start + BATCH);
    pages.push(...(await Promise.all(batch.map((file) => readPage(context, cache, file)))));
  }
  return pages;
}

async function readPage(context: ReadContext, cache: IncludeCache, file: string): Promise<SourcePage> {
  const bytes = await context.host.read(path.join(context.docs, file));
  const decoded = bytes === null ? { problem: "the file is gone" } : decode(bytes);
  if ("problem" in decoded) return { path: file, text: null, problem: decoded.problem, includes: {} };
  const includes: Record<string, string | null> = {};
  const queue = [...includedPaths(file, decoded.text)];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (Object.hasOwn(includes, next)) continue;
    const text = await readInclude(context, cache, next);
    includes[next] = text;
    if (text !== null) queue.push(...includedPaths(next, text));
  }
  return { path: file, text: decoded.text, problem: null, includes };
}

function readInclude(context: ReadContext, cache: IncludeCache, file: string): Promise<string | null> {
  const known = cache.get(file);
  if (known !== undefined) return known;
  const absolute = path.resolve(context.docs, file);
  const inside = !path.relative(context.root, absolute).startsWith("..");
  const text = inside
    ? context.host.read(absolute).then((bytes) => {
        const decoded = bytes === null ? null : decode(bytes);
        return decoded !== null && "text" in decoded ? decoded.text : null;
      })
    : Promise.resolve(null);
  cache.set(file, text);
  return text;
}
