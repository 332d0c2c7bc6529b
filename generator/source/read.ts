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

/** What the pages of one read share. */
interface Shared {
  /** Texts of included files by path. */
  readonly includes: Map<string, Promise<string | null>>;
  /** Where the root and the folders of included files really lie, by path: many files share a folder. */
  readonly folders: Map<string, Promise<string | null>>;
}

function nothingRead(): Shared {
  return { includes: new Map(), folders: new Map() };
}

/**
 * Finds every Markdown page below the docs folder. Folders named `includes` hold parts of pages and are left out.
 *
 * @returns POSIX paths relative to the docs folder, sorted
 */
export async function discoverPages({ host, docs }: ReadContext): Promise<readonly string[]> {
  return (await host.list(docs)).filter(isPage).toSorted(compareStrings);
}

/** Whether a file below the docs folder is a page, and no part of one; a POSIX path relative to the folder. */
export function isPage(file: string): boolean {
  const isHidden = (part: string) => /^(?:includes|node_modules|\..*)$/i.test(part);
  return /\.md$/i.test(file) && !file.split("/").some(isHidden);
}

/** Reads the texts of all pages, in the order of their paths. */
export async function readSources({ host, docs, root }: ReadContext): Promise<readonly SourcePage[]> {
  const context = { host, docs, root };
  return readPages(context, await discoverPages(context));
}

/**
 * Reads pages with what they include. A page that cannot be read is a page without text, and stops no other.
 *
 * @param context folders and host
 * @param paths pages, relative to the docs folder
 * @returns one source page a path, in the order of the paths
 */
export async function readPages(context: ReadContext, paths: readonly string[]): Promise<readonly SourcePage[]> {
  const shared = nothingRead();
  return mapInBatches(paths, (file) => readPage(context, shared, file));
}

async function readPage(context: ReadContext, shared: Shared, file: string): Promise<SourcePage> {
  return withIncludes(context, shared, file, await readText(context.host, path.join(context.docs, file)));
}

/**
 * Makes a page of a text that need not stand on disk, such as one that is being written; what it includes does.
 *
 * @param file path that the page has below the docs folder
 */
export function pageOfText(context: ReadContext, file: string, text: string): Promise<SourcePage> {
  return withIncludes(context, nothingRead(), file, decode(new TextEncoder().encode(text)));
}

async function withIncludes(context: ReadContext, shared: Shared, file: string, decoded: Decoded): Promise<SourcePage> {
  if ("problem" in decoded) return { path: file, text: null, problem: decoded.problem, includes: {} };
  const includes = new Map<string, string | null>();
  const queue = [...includedPaths(file, decoded.text)];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (includes.has(next)) continue;
    const text = await readInclude(context, shared, next);
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
  const { folders } = nothingRead();
  const real = (await realInside(host, docs, folders, absolute)) ?? (await realInside(host, root, folders, absolute));
  const bytes = real === null ? null : await host.read(real);
  if (bytes === null || "problem" in decode(bytes)) return null;
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

function readInclude(context: ReadContext, { includes, folders }: Shared, file: string): Promise<string | null> {
  const known = includes.get(file);
  if (known !== undefined) return known;
  const text = readInside(context, folders, path.resolve(context.docs, file));
  includes.set(file, text);
  return text;
}

async function readInside(
  { host, root }: ReadContext,
  folders: Shared["folders"],
  file: string,
): Promise<string | null> {
  const real = await realInside(host, root, folders, file);
  const decoded = real === null ? null : await readText(host, real);
  return decoded !== null && "text" in decoded ? decoded.text : null;
}

/** A file inside a folder, followed to where it really lies: a link out of the folder counts as missing. */
async function realInside(
  host: Host,
  folder: string,
  folders: Shared["folders"],
  file: string,
): Promise<string | null> {
  if (!isInside(folder, file)) return null;
  const [real, realFile] = await Promise.all([realFolder(host, folders, folder), realPath(host, folders, file)]);
  return real !== null && realFile !== null && isInside(real, realFile) ? realFile : null;
}

/** A file that is no link lies where its folder does. */
async function realPath(host: Host, folders: Shared["folders"], file: string): Promise<string | null> {
  if (await host.isLink(file)) return host.real(file);
  const folder = await realFolder(host, folders, path.dirname(file));
  return folder === null ? null : path.join(folder, path.basename(file));
}

function realFolder(host: Host, folders: Shared["folders"], folder: string): Promise<string | null> {
  const known = folders.get(folder) ?? host.real(folder);
  folders.set(folder, known);
  return known;
}

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
