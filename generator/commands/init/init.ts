import path from "node:path";
import type { ApiModel } from "../../api/model.ts";
import { loadConfig } from "../../config/load.ts";
import { OPTIONS, type Config, type Flags } from "../../config/options.ts";
import * as types from "../../config/types.ts";
import { resolveSettings } from "../../settings.ts";
import { holdsForMost } from "../../util/group.ts";
import { visible } from "../../util/visible.ts";
import { withWork } from "../../workers/work.ts";
import { shownPath, type Context, type ExitCode } from "../context.ts";
import { CommandFailure } from "../failure.ts";
import { isEmpty, nothingDescribed, readSelected } from "../read.ts";
import { findDocs } from "./docs.ts";
import { findHook, HOOK_FILES, type HookFile } from "./hook.ts";
import { licenseOf } from "./license.ts";
import { answer } from "./questions.ts";

const CONFIG = "graph-docs.config.json";
const SCHEMA = "./node_modules/graph-docs-codegen/generator/dist/config.schema.json";
/** Version of a new package. It is in the config, so that `update` can raise it. */
const FIRST_VERSION = "0.1.0";

/**
 * Writes a config file for the docs below the current folder and adds `check --staged` to the hook manager of the
 * project. What no flag states is asked for on a terminal; elsewhere, it is found or has a default.
 *
 * @param context environment of the command
 * @param flags answers from the command line
 * @returns 0 if the file is written
 * @throws CommandFailure if a config already exists or no docs are found; nothing is then written
 * @throws ConfigError if a folder cannot be used; nothing is then written
 */
export async function init(context: Context, flags: Flags<"init">): Promise<ExitCode> {
  const existing = await loadConfig(context, null);
  const files = await context.host.list(context.cwd, "skip unreadable");
  const asked = flags.hook === undefined ? null : HOOK_FILES[flags.hook];
  if (existing !== null) {
    if (asked === null) throw existsAlready(existing.origin.file ?? CONFIG);
    await context.stdout.write(`${await addHook(context, asked, files)}\nNext     ${asked.next}\n`);
    return 0;
  }
  const folders = await chooseFolders(context, flags, files);
  const service = await describeService(context, flags, folders);
  const config = { ...folders, ...service, ...(await describePackage(context, flags)) } satisfies Config;
  const hook = flags.hook === undefined ? HOOK_FILES[await chooseHook(context, files)] : asked;
  const text = `${JSON.stringify({ $schema: SCHEMA, ...config }, null, 2)}\n`;
  if (!(await context.host.create(path.join(context.cwd, CONFIG), new TextEncoder().encode(text)))) {
    throw existsAlready(CONFIG);
  }
  const lines = [
    `Wrote    ${CONFIG}: reads the docs in ${visible(folders.docs)}, writes the package to ${visible(folders.out)}`,
    ...(hook === null ? [] : [await addHook(context, hook, files)]),
    "Next     npx graph-docs-codegen generate",
    `Then     ${hook?.next ?? "npx graph-docs-codegen init --hook git, to check each commit"}`,
  ];
  await context.stdout.write(`${lines.join("\n")}\n`);
  return 0;
}

function existsAlready(file: string): CommandFailure {
  const remedy = "Change it by hand, or move it away and run again.";
  return new CommandFailure({ problem: `${file} exists already: nothing is written`, remedy }, "config");
}

interface Folders {
  readonly docs: string;
  readonly out: string;
}

async function chooseFolders(context: Context, flags: Flags<"init">, files: readonly string[]): Promise<Folders> {
  const found = findDocs(files);
  const docs =
    flags.initDocs ?? (await answer(context, { text: "Folder of the docs", initial: found, type: types.text }));
  if (docs === null) {
    throw new CommandFailure({
      problem: "No folder here has Markdown pages in api/ or resources/",
      remedy: "Name the folder of the docs with --docs.",
    });
  }
  const initial = docs === "." ? `../${OPTIONS.out.default}` : OPTIONS.out.default;
  const out = flags.out ?? (await answer(context, { text: "Folder of the package", initial, type: types.text }));
  return { docs, out: out ?? initial };
}

/**
 * The base URL and the namespace that the docs state; they are in the config, so that later docs cannot change them. The
 * default namespace is left out.
 */
async function describeService(
  context: Context,
  flags: Flags<"init">,
  folders: Folders,
): Promise<Pick<Config, "baseUrl" | "namespace">> {
  const found = flags.baseUrl === undefined ? await readService(context, folders) : null;
  const baseUrl =
    flags.baseUrl ??
    found?.baseUrl ??
    (await answer(context, { text: "Base URL of the service", initial: null, type: types.baseUrl }));
  const namespace = found?.namespace ?? OPTIONS.namespace.default;
  return {
    ...(baseUrl === null ? {} : { baseUrl }),
    ...(namespace === OPTIONS.namespace.default ? {} : { namespace }),
  };
}

/** Reads the docs. `generate` then finds cached pages. */
async function readService(
  context: Context,
  folders: Folders,
): Promise<{ readonly baseUrl: string | null; readonly namespace: string | null }> {
  const settings = await resolveSettings(context.host, context.cwd, folders);
  const found: ApiModel[] = [];
  await withWork(context, settings, {}, async (work) => {
    const { whole } = await readSelected({ ...context, work }, settings);
    // Docs in other words can be read once the config file states these.
    const isUnknown = whole.diagnostics.some(({ code }) => code === "docs-unknown");
    if (isEmpty(whole) && !isUnknown) throw nothingDescribed(shownPath(context, settings.docs));
    found.push(whole);
    return 0;
  });
  const [whole] = found;
  const described = whole?.types.filter(({ inferred }) => !inferred) ?? [];
  const namespaces = new Set(described.map(({ namespace }) => namespace));
  const main = [...namespaces].find((each) => holdsForMost(described, ({ namespace }) => namespace === each));
  return { baseUrl: whole?.baseUrl ?? null, namespace: main ?? null };
}

async function describePackage(context: Context, flags: Flags<"init">) {
  const ask = (text: string, initial: string, type: typeof types.text) => answer(context, { text, initial, type });
  const name = flags.packageName ?? (await ask("Name of the package", OPTIONS.packageName.default, types.packageName));
  const version = flags.initVersion ?? (await ask("Version", FIRST_VERSION, types.packageVersion));
  const own = licenseOf(await context.host.read(path.join(context.cwd, "package.json"))) ?? "UNLICENSED";
  const license = flags.license ?? (await ask("License, such as MIT", own, types.license));
  const pageUrl =
    flags.pageUrl ??
    (await answer(context, {
      text: "Public URL of the pages, such as https://host/docs/{page}",
      initial: null,
      type: types.pageUrl,
    }));
  return {
    packageName: name ?? OPTIONS.packageName.default,
    packageVersion: version ?? FIRST_VERSION,
    packageInfo: { license: license ?? own },
    ...(pageUrl === null ? {} : { pageUrl }),
  };
}

/** The hook manager of the project, or Git itself. On a terminal, the user can choose another one. */
async function chooseHook(context: Context, files: readonly string[]): Promise<types.Hook> {
  const found = findHook(files);
  const isRepository = (await context.host.kind(path.join(context.cwd, ".git"))) !== null;
  const initial = found === "none" && isRepository ? "git" : found;
  const text = "Check each commit with husky, lefthook, pre-commit, git or none";
  return (await answer(context, { text, initial, type: types.oneOf(types.HOOKS) })) ?? initial;
}

/** Adds the check to the file of a hook manager. Returns a line that says what happened. */
async function addHook({ host, cwd }: Context, hook: HookFile, files: readonly string[]): Promise<string> {
  const name = hook.paths.find((each) => files.includes(each)) ?? hook.paths[0];
  const file = path.join(cwd, name);
  const before = new TextDecoder().decode((await host.read(file)) ?? undefined);
  const after = hook.add(before);
  if (after === null) return `Kept     ${name}: add "npx --no -- graph-docs-codegen check --staged" by hand`;
  if (after !== before) await host.write(file, new TextEncoder().encode(after));
  return `Wrote    ${name}: checks each commit`;
}
