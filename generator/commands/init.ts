import path from "node:path";
import { loadConfig } from "../config/load.ts";
import { OPTIONS, type Config } from "../config/options.ts";
import { license as licenseType } from "../config/types.ts";
import type { Context, ExitCode } from "./context.ts";
import { CommandFailure } from "./failure.ts";

const CONFIG = "graph-docs.config.json";
const SCHEMA = "./node_modules/graph-docs-codegen/generator/dist/config.schema.json";

/**
 * Writes a config file for the docs below the current folder, and prints the next steps.
 *
 * @param context environment of the command
 * @param license license of the package; null to ask for it on a terminal, or take the license of the project
 * @returns 0 if the file is written
 * @throws CommandFailure if a config already exists or no docs are found; nothing is then written
 */
export async function init(context: Context, license: string | null): Promise<ExitCode> {
  const existing = await loadConfig(context, null);
  if (existing !== null) {
    throw new CommandFailure(`${existing.origin.file ?? CONFIG} exists already: nothing is written`);
  }
  const docs = largestDocs(await context.host.list(context.cwd));
  if (docs === null) {
    throw new CommandFailure("No folder here has Markdown pages in api/ or resources/: nothing is written");
  }
  const out = docs === "." ? `../${OPTIONS.out.default}` : OPTIONS.out.default;
  const packageInfo = { license: license ?? (await chooseLicense(context)) };
  const config = { docs, out, packageName: OPTIONS.packageName.default, packageInfo } satisfies Config;
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

/** Asks for the license until the answer is one. An empty line, or no terminal, gives that of the project. */
async function chooseLicense({ host, cwd, ask, stderr }: Context): Promise<string> {
  const own = licenseOf(await host.read(path.join(cwd, "package.json"))) ?? "UNLICENSED";
  if (ask === undefined) return own;
  for (;;) {
    const line = (await ask(`License of the package, such as MIT [${own}]: `)).trim();
    if (line === "") return own;
    const parsed = licenseType.safeParse(line);
    if (parsed.success) return parsed.data;
    await stderr.write(`Unexpected license ${line}, expected ${parsed.error.issues[0]?.message ?? ""}\n`);
  }
}

/** The license in a `package.json`, if it states one as npm accepts it. */
function licenseOf(bytes: Uint8Array | null): string | null {
  if (bytes === null) return null;
  const { license } = parseObject(new TextDecoder().decode(bytes));
  const parsed = licenseType.safeParse(license);
  return parsed.success ? parsed.data : null;
}

function parseObject(text: string): { readonly license?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
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
