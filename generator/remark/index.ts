import path from "node:path";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import type { Processor } from "unified";
import type { VFile } from "vfile";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { createNodeHost } from "../node-host.ts";
import { checkPage } from "./check-page.ts";
import { addMessage, type MessagePage } from "./message.ts";
import { completeOptions, type RemarkOptions } from "./options.ts";

export type { RemarkOptions } from "./options.ts";

/**
 * A remark plugin that says what is wrong with a page of the docs, as far as the page alone tells. It reads the text of
 * the file itself, saved or not; what the page includes comes from disk. Tables and front matter are made known to
 * remark, so that other plugins and a formatter see them as well.
 *
 * @param options folder of the docs and levels of rules; default: those of the project's config
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
      // At once: remark waits for no page that has an error, and forgets one that comes later than all others.
      next();
    }, next);
  };
}

/** What is wrong with a page of the docs; nothing of any other file. */
async function findMessages(
  file: VFile,
  options: RemarkOptions,
): Promise<{ readonly page: MessagePage; readonly found: readonly Diagnostic[] }> {
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
