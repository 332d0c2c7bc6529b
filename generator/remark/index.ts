import path from "node:path";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import type { Processor } from "unified";
import type { VFile } from "vfile";
import type { Finding } from "../lint/catalog.ts";
import { createNodeHost } from "../host/node-host.ts";
import { checkPage } from "./check-page.ts";
import { addMessage, type MessagePage } from "./message.ts";
import { completeOptions, type RemarkOptions } from "./options.ts";

export type { RemarkOptions } from "./options.ts";

/**
 * A remark plugin that checks a page of the docs by itself. It reads the text of the file, saved or not, and the
 * included files from disk. It adds support for tables and front matter to remark, so that other plugins and a
 * formatter can also use it.
 *
 * @param options folder of the docs and levels of rules; the default is the project's config
 */
export function remarkGraphDocs(
  this: Processor,
  options: RemarkOptions = {},
): (tree: unknown, file: VFile, next: (error?: Error) => void) => void {
  remarkFrontmatter.call(this, ["yaml"]);
  remarkGfm.call(this);
  return (_, file, next) => {
    findMessages(file, options).then(({ page, found }) => {
      for (const diagnostic of found) addMessage(file, page, diagnostic);
      // Call `next` synchronously: remark drops a page with an error that finishes after all other pages.
      next();
    }, next);
  };
}

/** Findings of a page of the docs; nothing for any other file. */
async function findMessages(
  file: VFile,
  options: RemarkOptions,
): Promise<{ readonly page: MessagePage; readonly found: readonly Finding[] }> {
  const text = String(file);
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
  if (file.history.length === 0) return { page: { path: "", lines }, found: [] };
  const host = createNodeHost();
  const absolute = path.resolve(file.cwd, file.path);
  const settings = await completeOptions(host, file.cwd, absolute, options);
  if (settings === null) return { page: { path: file.path, lines }, found: [] };
  const page = { path: path.relative(settings.docs, absolute).replaceAll(path.sep, "/"), lines };
  return { page, found: await checkPage(host, settings, absolute, text) };
}

/** The plugin as a preset, for a `.remarkrc.mjs` that imports it. */
export const presetGraphDocs = { plugins: [remarkGraphDocs] };

export { remarkGraphDocs as default };
