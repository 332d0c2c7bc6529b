import path from "node:path";
import { loadConfig } from "../config/load.ts";
import { OPTIONS, type Config } from "../config/options.ts";
import type { Context, ExitCode } from "./context.ts";
import { CommandFailure } from "./failure.ts";

const CONFIG = "graph-docs.config.json";
const SCHEMA = "./node_modules/graph-docs-codegen/generator/dist/config.schema.json";

/**
 * Writes a config file for the docs below the current folder, and prints the next steps.
 *
 * @param context environment of the command
 * @returns 0 if the file is written
 * @throws CommandFailure if a config already exists or no docs are found; nothing is then written
 */
export async function init(context: Context): Promise<ExitCode> {
  const existing = await loadConfig(context, null);
  if (existing !== null) {
    throw new CommandFailure(`${existing.origin.file ?? CONFIG} exists already: nothing is written`);
  }
  const docs = largestDocs(await context.host.list(context.cwd));
  if (docs === null) {
    throw new CommandFailure("No folder here has Markdown pages in api/ or resources/: nothing is written");
  }
  const out = docs === "." ? `../${OPTIONS.out.default}` : OPTIONS.out.default;
  const config = { docs, out, packageName: OPTIONS.packageName.default } satisfies Config;
  const text = `${JSON.stringify({ $schema: SCHEMA, ...config }, null, 2)}\n`;
  if (!(await context.host.create(path.join(context.cwd, CONFIG), new TextEncoder().encode(text)))) {
    throw new CommandFailure(`${CONFIG} exists already: nothing is written`);
  }
  const next = [
    `Wrote    ${CONFIG}: reads the docs in ${docs}, writes the package to ${out}`,
    "Next     npx graph-docs-codegen generate",
    "Then     npx graph-docs-codegen check --staged, in a hook before each commit",
  ];
  await context.stdout.write(`${next.join("\n")}\n`);
  return 0;
}

/** The folder with the most pages in its `api/` and `resources/`; if there are several, the first by name. */
function largestDocs(files: readonly string[]): string | null {
  const pages = new Map<string, number>();
  for (const file of files) {
    const match = /^(?:(.+)\/)?(?:api|resources)\/[^/]+\.md$/.exec(file);
    if (match === null) continue;
    const docs = match[1] ?? ".";
    pages.set(docs, (pages.get(docs) ?? 0) + 1);
  }
  const most = Math.max(...pages.values());
  return [...pages].find(([, count]) => count === most)?.[0] ?? null;
}
