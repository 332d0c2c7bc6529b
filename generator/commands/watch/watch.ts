import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Settings } from "../../settings.ts";
import type { FoundPage } from "../../source/model.ts";
import { findAllPages, listDocs } from "../../source/find.ts";
import { readPages } from "../../read/pages.ts";
import { refreshPages } from "../../source/refresh.ts";
import type { Work } from "../../workers/work.ts";
import type { Live, Watching } from "../../host/watching.ts";
import { shownPath, type Context, type ExitCode } from "../context.ts";
import { explain } from "../explain.ts";
import { buildPackage, type BuildContext } from "../package/build-package.ts";
import { createProgress } from "../progress/progress.ts";
import { describeRun } from "./line.ts";
import { createWholePages, type WholePages } from "./whole-pages.ts";
import { createNews, type News } from "./news.ts";
import { writeBuild } from "./run.ts";

/** Settings of a watch, and the config file that some of them come from. */
export interface WatchSettings {
  readonly settings: Settings;
  /** Absolute path of the config file; null if there is none. */
  readonly config: string | null;
}

/** Functions that `watch` gets from the command line. */
export interface WatchOptions {
  readonly live: Live;
  /** Reads the settings again, after the config file changed. */
  readonly reload: () => Promise<WatchSettings>;
  /** Opens the cache and the threads for a docs folder. */
  readonly withWork: <T>(settings: Settings, use: (work: Work) => Promise<T>) => Promise<T>;
}

/**
 * Writes the package, and writes it again whenever the docs or the config change, until the user stops it.
 *
 * @param context environment of the command
 * @param initial settings until the config file changes
 * @param options functions of the command line
 * @returns 0 once the user stops it
 */
export async function watch(context: Context, initial: WatchSettings, options: WatchOptions): Promise<ExitCode> {
  const stopped = options.live.stopped();
  for (let next: WatchSettings | null = initial; next !== null;) {
    const { settings, config }: WatchSettings = next;
    next = await options.withWork(settings, async (work) => {
      const files = [settings.docs, ...(config === null ? [] : [config])];
      const watching = await options.live.watch(
        files,
        (file, isFile) => isIgnored(settings, config, file, isFile),
        stopped,
      );
      try {
        const run = { context, settings, work, progress: createProgress(context) };
        return await watchDocs(run, watching, config, options);
      } finally {
        await watching.close();
      }
    });
  }
  return 0;
}

/** Whether a path belongs to another tool or the package, or is a file that is not Markdown. */
function isIgnored({ docs, out }: Settings, config: string | null, file: string, isFile: boolean): boolean {
  if (file === config) return false;
  if (file === out || file.startsWith(`${out}${path.sep}`)) return true;
  const parts = path.relative(docs, file).split(path.sep);
  if (parts.some((part) => part === "node_modules" || /^\.[^.]/.test(part))) return true;
  return isFile && !/\.md$/i.test(file);
}

/** @returns the new settings if the config file changes them; null if the user stops the watch */
async function watchDocs(
  build: BuildContext,
  watching: Watching,
  config: string | null,
  { reload }: WatchOptions,
): Promise<WatchSettings | null> {
  const { context, settings, work } = build;
  const whole = createWholePages((pages) => readPages(pages, settings.dialect, work), settings.rules);
  const news = createNews(context, settings);
  const read = { host: context.host, docs: settings.docs, root: settings.root };
  let sources = await findAllPages(read, await work.sources());
  watching.add(outerIncludes(settings, sources));
  await runAndReport(build, { whole, news }, sources, null);
  await context.stdout.write(`Watching ${shownPath(context, settings.docs)}; press Ctrl-C to stop\n`);
  let unread: readonly string[] = [];
  for (let changed = await watching.next(); changed !== null; changed = await watching.next()) {
    if (config !== null && changed.has(config)) {
      const changedSettings = await attempt(context, reload);
      if (changedSettings !== null && !isDeepStrictEqual(changedSettings.settings, settings)) {
        await context.stdout.write(`${shownPath(context, config)} changed\n`);
        return changedSettings;
      }
    }
    const before = sources;
    const files = new Set([...unread, ...changed]);
    const refreshed = await attempt(context, () => refreshPages(read, before, files));
    unread = refreshed === null ? [...files] : [];
    if (refreshed === null || isSame(before, refreshed)) continue;
    sources = refreshed;
    watching.add(outerIncludes(settings, sources));
    await runAndReport(build, { whole, news }, sources, changedPages(before, sources));
  }
  return null;
}

/** What a watch remembers of its previous run. */
interface Memory {
  readonly whole: WholePages;
  readonly news: News;
}

/** Runs and reports the result. An error does not end the watch, as the next change may fix it. */
async function runAndReport(
  run: BuildContext,
  { whole, news }: Memory,
  sources: readonly FoundPage[],
  pages: readonly string[] | null,
): Promise<void> {
  const { context, settings } = run;
  const start = context.now();
  try {
    const { files } = await listDocs({ host: context.host, docs: settings.docs });
    const build = await buildPackage(run, { pages: sources, files }, whole.read);
    const broken = whole.broken();
    await news.tell([...build.findings, ...broken.findings], build.notices);
    const written = await writeBuild(run, build);
    const milliseconds = context.now() - start;
    await context.stdout.write(describeRun({ build, pages, written, broken: broken.pages, milliseconds }));
  } catch (error) {
    await context.stderr.write(`${explain(error, context.verbose ?? false, context).text}\n`);
  }
}

/** Runs a function. Reports an error, which the next change may fix, and returns null. */
async function attempt<T>(context: Context, make: () => Promise<T>): Promise<T | null> {
  try {
    return await make();
  } catch (error) {
    await context.stderr.write(`${explain(error, context.verbose ?? false, context).text}\n`);
    return null;
  }
}

/** Files outside the docs folder that its pages include. */
function outerIncludes({ docs }: Settings, sources: readonly FoundPage[]): readonly string[] {
  const files = new Set(sources.flatMap(({ includes }) => includes));
  return [...files].filter((file) => file.startsWith("../")).map((file) => path.resolve(docs, file));
}

function isSame(a: readonly FoundPage[], b: readonly FoundPage[]): boolean {
  return a.length === b.length && a.every((page, index) => page === b[index]);
}

/** Paths of pages that were added, removed or changed. */
function changedPages(before: readonly FoundPage[], after: readonly FoundPage[]): readonly string[] {
  const old = new Set(before);
  const now = new Set(after);
  const changed = [...before.filter((page) => !now.has(page)), ...after.filter((page) => !old.has(page))];
  return [...new Set(changed.map((page) => page.path))].toSorted();
}
