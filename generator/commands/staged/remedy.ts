import path from "node:path";
import { OPTIONS } from "../../config/options.ts";
import type { Settings } from "../../settings.ts";
import { shownPath, type Context } from "../context.ts";

/** Commands that bring the staged package up to date. */
export interface Remedy {
  readonly generate: string;
  readonly stage: string;
}

/** Returns the commands that update a package; prefers the script `generate` of the project. */
export async function remedyFor(context: Context, settings: Settings): Promise<Remedy> {
  const out = shownPath(context, settings.out);
  const docs = shownPath(context, settings.docs);
  const flags = [
    ...(docs === OPTIONS.docs.default ? [] : ["--docs", docs]),
    ...(out === OPTIONS.out.default ? [] : ["--out", out]),
  ];
  const generate = (await hasScript(context))
    ? "npm run generate"
    : ["npx graph-docs-codegen generate", ...flags].join(" ");
  return { generate, stage: `git add ${/^[\w./@-]+$/.test(out) ? out : JSON.stringify(out)}` };
}

async function hasScript({ host, cwd }: Context): Promise<boolean> {
  try {
    const bytes = await host.read(path.join(cwd, "package.json"));
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes ?? undefined));
    if (typeof value !== "object" || value === null || !("scripts" in value)) return false;
    const { scripts } = value;
    return typeof scripts === "object" && scripts !== null && "generate" in scripts;
  } catch {
    return false;
  }
}
