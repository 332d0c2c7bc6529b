import path from "node:path";
import { ALL_OPTIONS, flagOf } from "../config/option-list.ts";
import { OPTIONS } from "../config/options.ts";
import { findOnDisk, readOnDisk } from "../output/disk.ts";
import { MANIFEST_PATH, parseManifest } from "../output/manifest.ts";
import type { OutputPlan } from "../output/model.ts";
import { NO_FILE_STAMPS } from "../host/file-stamps.ts";
import type { Settings } from "../settings.ts";
import { shownPath, type Context } from "./context.ts";
import { NEUTRAL, quoted } from "./flags-for-generate.ts";

/** Commands that bring a package up to date. */
export interface Remedy {
  readonly generate: string;
  readonly stage: string;
  /** Files of the package on disk, as paths for display, that were written by hand and that `generate` replaces. */
  readonly lost: readonly string[];
}

/**
 * Returns the commands that update a package; prefers the script `generate` of the project if it writes the same.
 *
 * @param context environment of the command, with the files on disk
 * @param settings settings of the run
 * @param plan the compared package, whose files may be those that are staged
 * @param flags flags that `generate` needs
 */
export async function remedyFor(
  context: Context,
  settings: Settings,
  plan: OutputPlan,
  flags: readonly string[],
): Promise<Remedy> {
  const lost = await lostFiles(context, plan);
  const script = await readScript(context);
  const isScript = script !== null && isSameCall(context, settings, script, flags);
  const generate = isScript ? "npm run generate" : ["npx graph-docs-codegen generate", ...flags].join(" ");
  const force = isScript ? " -- --force" : " --force";
  return {
    generate: lost.length > 0 ? generate + force : generate,
    stage: `git add ${quoted(shownPath(context, settings.out))}`,
    lost,
  };
}

/** Files on disk because of which `generate` would refuse to write, even if the plan is of the staged ones. */
async function lostFiles(context: Context, { out, files }: OutputPlan): Promise<readonly string[]> {
  const { host } = context;
  const manifest = parseManifest(await readOnDisk(host, out, MANIFEST_PATH));
  const paths = files.map((file) => file.path);
  const onDisk = await findOnDisk(host, out, paths, NO_FILE_STAMPS);
  const lost = files.filter((file, index) => {
    const hash = onDisk[index]?.hash ?? null;
    return hash !== null && file.path !== MANIFEST_PATH && hash !== file.hash && hash !== manifest.get(file.path);
  });
  return lost.map((file) => shownPath(context, path.join(out, file.path)));
}

/** Whether a script runs `generate` with the flags, where the folders of the run may be stated or not. */
function isSameCall(context: Context, settings: Settings, script: string, flags: readonly string[]): boolean {
  const match = /\sgenerate((?:\s[^&|;]*)?)$/.exec(` ${script}`);
  if (match === null) return false;
  const rest = match[1] ?? "";
  const isStated = (name: "docs" | "out"): boolean =>
    settings[name] === path.resolve(context.cwd, OPTIONS[name].default) ||
    rest.includes(`--${name} `) ||
    !flags.some((flag) => flag.startsWith(`--${name} `));
  const others = (list: readonly string[]): string =>
    list
      .filter((flag) => !isNeutral(flag) && !isFolderOf(context, settings, flag))
      .toSorted()
      .join("\n");
  return isStated("docs") && isStated("out") && others(rest.trim().split(/\s+(?=--)/)) === others(flags);
}

function isNeutral(flag: string): boolean {
  const names = ALL_OPTIONS.filter(({ name }) => NEUTRAL.has(name)).map(flagOf);
  return flag === "" || names.some((name) => flag === name || flag.startsWith(`${name} `));
}

/** Whether a flag states a folder of the run. */
function isFolderOf({ cwd }: Context, settings: Settings, flag: string): boolean {
  const [name, value = ""] = flag.split(/[ =]/);
  const folder = path.resolve(cwd, value.replace(/^["']|["']$/g, ""));
  return (name === "--docs" && folder === settings.docs) || (name === "--out" && folder === settings.out);
}

async function readScript({ host, cwd }: Context): Promise<string | null> {
  try {
    const bytes = await host.read(path.join(cwd, "package.json"));
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes ?? undefined));
    if (typeof value !== "object" || value === null || !("scripts" in value)) return null;
    const { scripts } = value;
    const script = typeof scripts === "object" && scripts !== null && "generate" in scripts ? scripts.generate : null;
    return typeof script === "string" ? script : null;
  } catch {
    return null;
  }
}
