import path from "node:path";
import { NO_FILE_STAMPS, type FileStamps } from "../host/file-stamps.ts";
import { mapInBatches } from "../util/batch.ts";
import { sortBy } from "../util/compare.ts";
import { decode, type Decoded } from "./decode.ts";
import { isPage, pagesAmong } from "./discover.ts";
import { closureOf, findIncludes, type Includes } from "./find-includes.ts";
import { findTexts, foundText, includesOf, loadText, type Found } from "./found-text.ts";
import type { FoundPage, SourcePage } from "./model.ts";
import type { Folders } from "./place.ts";
import { readIncludeText, readPageText, type ReadContext } from "./text.ts";

/** Files of the docs. */
export interface Docs {
  /** Pages with their includes, sorted by path. */
  readonly pages: readonly FoundPage[];
  /** All files, which links can point to; POSIX paths relative to the docs folder. */
  readonly files: readonly string[];
}

/**
 * Finds all files of the docs. A page that is a symbolic link, and a folder that is one, is among the pages, so that one
 * that is not read is reported.
 */
export async function findDocs(context: ReadContext, stamps: FileStamps = NO_FILE_STAMPS): Promise<Docs> {
  const { files, folders } = await listDocs(context);
  const pages = await findPages(context, pagesAmong(files), stamps);
  const linked = folders.filter((name) => isPage(`${name}/page.md`)).map(linkedFolder);
  return { pages: sortBy([...pages, ...linked], (page) => page.path), files };
}

/** Lists the files of the docs, links to files included, and the folders that are links. */
export async function listDocs({
  host,
  docs,
}: Pick<ReadContext, "host" | "docs">): Promise<Pick<Docs, "files"> & { readonly folders: readonly string[] }> {
  const all = await host.list(docs, "with links");
  const isFolder = (name: string) => name.endsWith("/");
  return {
    files: all.filter((name) => !isFolder(name)),
    folders: all.filter(isFolder).map((name) => name.slice(0, -1)),
  };
}

/** A link to a folder of pages, which is not followed. */
function linkedFolder(file: string): FoundPage {
  const problem = "a symbolic link to a folder, whose pages are not read";
  const load = () => Promise.resolve({ path: file, text: null, problem, includes: {} });
  return { path: file, content: `! ${problem}`, includes: [], load };
}

/** Finds all pages of the docs with their includes, sorted by path. */
export async function findAllPages(context: ReadContext, stamps?: FileStamps): Promise<readonly FoundPage[]> {
  return (await findDocs(context, stamps)).pages;
}

/**
 * Finds pages with their includes: paths come in, pages that load their texts on demand go out. Files with an unchanged
 * stamp are not read. A page that cannot be read has no text and does not affect the others.
 *
 * @param context folders and host
 * @param paths pages, relative to the docs folder
 * @param stamps facts about files by their stamps
 * @returns one page for each path, in the order of the paths
 */
export async function findPages(
  { host, docs, root }: ReadContext,
  paths: readonly string[],
  stamps: FileStamps = NO_FILE_STAMPS,
): Promise<readonly FoundPage[]> {
  const context = { host, docs, root };
  const pages = await findTexts(
    host,
    stamps,
    paths.map((name) => ({ name, path: docs + path.sep + name })),
    (file) => readPageText(context, file),
  );
  const includes = await findIncludes(context, stamps, pages.flatMap(includesOf));
  return pages.map((found, index) => foundPage(context, paths[index] ?? "", found, includes));
}

/**
 * Creates a page from text that need not be on disk, such as a page in an editor; its includes are read from disk.
 *
 * @param file path of the page, relative to the docs folder
 */
export async function pageOfText(context: ReadContext, file: string, text: string): Promise<SourcePage> {
  const found = foundText(file, decode(new TextEncoder().encode(text)));
  return foundPage(context, file, found, await findIncludes(context, NO_FILE_STAMPS, includesOf(found))).load();
}

function foundPage(context: ReadContext, file: string, found: Found, includes: Includes): FoundPage {
  const closure = closureOf(includesOf(found), includes);
  const states = closure.map((name) => `\n${name} ${includes.get(name)?.facts[0] ?? "missing"}`);
  return {
    path: file,
    content: ("problem" in found ? `! ${found.problem}` : found.facts[0]) + states.join(""),
    includes: closure,
    load: async () => {
      if ("problem" in found) return { path: file, text: null, problem: found.problem, includes: {} };
      const text = await loadText(context, file, found, () => readPageText(context, file));
      const folders: Folders = new Map();
      const inner = await mapInBatches(closure, async (name) => {
        const include = includes.get(name) ?? null;
        if (include === null) return [name, null] as const;
        const read = async (): Promise<Decoded> => ({ text: (await readIncludeText(context, folders, name)) ?? "" });
        return [name, await loadText(context, name, include, read)] as const;
      });
      return { path: file, text, problem: null, includes: Object.fromEntries(inner) };
    },
  };
}

/** Loads the texts of pages. */
export function loadPages(pages: readonly FoundPage[]): Promise<readonly SourcePage[]> {
  return mapInBatches(pages, (page) => page.load());
}
