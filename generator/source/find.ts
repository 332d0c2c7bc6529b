import path from "node:path";
import { NO_KNOWN_FILES, type KnownFiles } from "../host/known-files.ts";
import { mapInBatches } from "../util/batch.ts";
import { decode, type Decoded } from "./decode.ts";
import { discoverPages } from "./discover.ts";
import { closureOf, findIncludes, type Includes } from "./find-includes.ts";
import { findTexts, foundText, includesOf, loadText, type Found } from "./found-text.ts";
import type { FoundPage, SourcePage } from "./model.ts";
import type { Folders } from "./place.ts";
import { readIncludeText, readPageText, type ReadContext } from "./text.ts";

/** Finds all pages of the docs with what they include, in the order of their paths. */
export async function findAllPages(
  context: ReadContext,
  known: KnownFiles = NO_KNOWN_FILES,
): Promise<readonly FoundPage[]> {
  return findPages(context, await discoverPages(context.host, context.docs), known);
}

/**
 * Finds pages with what they include. What is known of a file need not be read; a page that cannot be read is a page
 * without text, and stops no other.
 *
 * @param context folders and host
 * @param paths pages, relative to the docs folder
 * @param known what is known of files by their stamps
 * @returns a page for each path, in the order of the paths
 */
export async function findPages(
  { host, docs, root }: ReadContext,
  paths: readonly string[],
  known: KnownFiles = NO_KNOWN_FILES,
): Promise<readonly FoundPage[]> {
  const context = { host, docs, root };
  const pages = await findTexts(
    host,
    known,
    paths.map((name) => ({ name, path: docs + path.sep + name })),
    (file) => readPageText(context, file),
  );
  const includes = await findIncludes(context, known, pages.flatMap(includesOf));
  return pages.map((found, index) => foundPage(context, paths[index] ?? "", found, includes));
}

/**
 * Makes a page of a text that need not stand on disk, such as one that is being written; what it includes does.
 *
 * @param file path that the page has below the docs folder
 */
export async function pageOfText(context: ReadContext, file: string, text: string): Promise<SourcePage> {
  const found = foundText(file, decode(new TextEncoder().encode(text)));
  return foundPage(context, file, found, await findIncludes(context, NO_KNOWN_FILES, includesOf(found))).load();
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

/** Reads pages that were found. */
export function loadPages(pages: readonly FoundPage[]): Promise<readonly SourcePage[]> {
  return mapInBatches(pages, (page) => page.load());
}
