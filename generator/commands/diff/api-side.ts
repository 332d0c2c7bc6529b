import path from "node:path";
import type { SourcedConfig } from "../../config/model.ts";
import type { Flags } from "../../config/options.ts";
import type { Api } from "../../diff/model.ts";
import { locateTree, type TreePlace } from "../../git/locate.ts";
import { createTreeHost } from "../../git/tree-host.ts";
import type { Host } from "../../host/host.ts";
import { readModel } from "../../pipeline.ts";
import type { Dialect } from "../../page/dialect.ts";
import { ConfigError, dialectOf, NAME_DOCS } from "../../settings.ts";
import { shownPath, type Context } from "../context.ts";
import { CommandFailure } from "../failure.ts";
import { explainingGit } from "../git-failure.ts";
import { isEmpty, nothingDescribed } from "../read.ts";

/** Settings for reading one side of a comparison. */
export interface SideSettings {
  /** Folder that contains included files, relative to the docs folder of each side; null for the docs folder itself. */
  readonly root: string | null;
  readonly baseUrl: string | null;
  readonly dialect: Dialect;
}

/** Settings of a side, from the command line and the config file. */
export function sideSettings(flags: Flags<"diff">, config: SourcedConfig | null): SideSettings {
  const sources = [flags, ...(config === null ? [] : [config.config])];
  return {
    root: flags.diffRoot ?? null,
    baseUrl: flags.baseUrl ?? config?.config.baseUrl ?? null,
    dialect: dialectOf(sources),
  };
}

const SIDE = "Name a docs folder, a generated package, a file that model printed, or a folder in Git (HEAD~1:docs).";

/**
 * Reads one side of a comparison.
 *
 * @param given a docs folder, a file that `model` printed, or a folder in a git revision, `REV:PATH`
 * @throws ConfigError if `given` is none of these
 * @throws CommandFailure if nothing can be read from it
 */
export async function readApi(context: Context, given: string, settings: SideSettings): Promise<Api> {
  const absolute = path.resolve(context.cwd, given);
  switch (await context.host.kind(absolute)) {
    case "folder":
      return readDocs(context, context.host, absolute, given, settings);
    case "file":
      return readModelText(context, absolute);
    case null:
      if (given.includes(":")) return readRevision(context, given, settings);
      throw new ConfigError({ problem: `${given} does not exist`, remedy: SIDE });
  }
}

async function readRevision(context: Context, given: string, settings: SideSettings): Promise<Api> {
  return explainingGit(given, "name folders", async () =>
    readTree(context, await locateTree(context.cwd, given), given, settings),
  );
}

/**
 * Reads the docs of a commit.
 *
 * @param shown name of the docs in messages
 * @throws CommandFailure if the commit has no docs
 * @throws GitError if the commit cannot be read
 */
export async function readTree(
  context: Context,
  place: TreePlace,
  shown: string,
  settings: SideSettings,
): Promise<Api> {
  const docs = path.join(place.top, ...place.folder.split("/"));
  const root = path.resolve(docs, settings.root ?? ".");
  const outer = path.relative(place.top, root).replaceAll(path.sep, "/");
  const folder = outer === ".." || outer.startsWith("../") ? "" : outer;
  const host = await createTreeHost({ ...place, folder });
  if ((await host.kind(docs)) === null) {
    throw new CommandFailure({ problem: `${shown}: the commit has no pages in this folder`, remedy: NAME_DOCS });
  }
  return readDocs(context, host, docs, shown, settings);
}

async function readDocs(
  context: Context,
  host: Host,
  docs: string,
  shown: string,
  { root, ...settings }: SideSettings,
): Promise<Api> {
  const model = await readModel(
    host,
    { docs, root: path.resolve(docs, root ?? "."), ...settings },
    undefined,
    context.work,
  );
  if (!isEmpty(model)) return model;
  throw nothingDescribed(shown);
}

async function readModelText(context: Context, file: string): Promise<Api> {
  const shown = shownPath(context, file);
  const text = new TextDecoder().decode((await context.host.read(file)) ?? new Uint8Array());
  // Loaded on demand, because most comparisons read docs.
  const { readModelFile } = await import("../../diff/model-file.ts");
  const api = readModelFile(parseJson(text, shown));
  if (typeof api !== "string") return api;
  throw new ConfigError({ problem: `${shown}: Unexpected content: ${api}`, remedy: SIDE });
}

function parseJson(text: string, shown: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ConfigError({ problem: `${shown}: Unexpected text, expected JSON`, remedy: SIDE });
  }
}
