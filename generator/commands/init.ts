import path from "node:path";
import { loadConfig } from "../config/load.ts";
import { DEFAULT_OUT } from "../settings.ts";
import type { Context, ExitCode } from "./context.ts";
import { CommandFailure } from "./failure.ts";

const CONFIG = "graph-docs.config.ts";

/**
 * Writes a config file for the docs that lie below where the user stands, and says what to do next.
 *
 * @param context the world
 * @returns 0 when it is written
 * @throws CommandFailure when there is a config already, or no docs are found; nothing is written then
 */
export async function init(context: Context): Promise<ExitCode> {
  const known = await loadConfig(context, null);
  if (known !== null) throw new CommandFailure(`${known.origin.file ?? CONFIG} has the settings: nothing is written`);
  const docs = largestDocs(await context.host.list(context.cwd));
  if (docs === null) {
    throw new CommandFailure(
      "No folder with api/ or resources/ that hold Markdown pages found here: nothing is written",
    );
  }
  const text = new TextEncoder().encode(configText(docs));
  if (!(await context.host.create(path.join(context.cwd, CONFIG), text))) {
    throw new CommandFailure(`${CONFIG} is there already: nothing is written`);
  }
  const next = [
    `Wrote    ${CONFIG}: the docs are ${docs}, the package will be ${DEFAULT_OUT}`,
    "Next     npx graph-docs-codegen generate",
    "Then     npx graph-docs-codegen check --staged, in a hook before each commit",
  ];
  await context.stdout.write(`${next.join("\n")}\n`);
  return 0;
}

/** The folder with the most pages below its `api/` and `resources/`; of several the first by name. */
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

function configText(docs: string): string {
  return `import { defineConfig } from "graph-docs-codegen";

export default defineConfig({
  // Folder that holds api/ and resources/, and the folder above it that pages include files from, if they do.
  docs: ${JSON.stringify(docs)},
  // root: "..",

  // Folder and name of the package.
  out: ${JSON.stringify(DEFAULT_OUT)},
  packageName: "graph-client",

  // Only a part: resources, operations, URL paths or pages. Everything without it.
  // include: ["/users/**"],

  // Public address of the pages, for links to them.
  // pageUrl: "https://host/docs/{page}",
});
`;
}
