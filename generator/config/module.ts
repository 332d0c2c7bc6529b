import path from "node:path";
import { createJiti } from "jiti";
import { ConfigError } from "./model.ts";

/** The import of `defineConfig` in a config resolves to this program, wherever it is installed. */
const OWN_NAME = "graph-docs-codegen";
const OWN_ENTRY = path.join(import.meta.dirname, import.meta.filename.endsWith(".ts") ? "../index.ts" : "index.js");

/**
 * Runs a config module and returns its default export.
 *
 * @param file absolute path
 * @param shown path for messages
 * @throws ConfigError if it cannot be run or has no default export
 */
export async function loadModule(file: string, shown: string): Promise<unknown> {
  const jiti = createJiti(import.meta.url, { fsCache: false, moduleCache: false, alias: { [OWN_NAME]: OWN_ENTRY } });
  const loaded = await jiti.import(file).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(`${shown}: cannot be run: ${reason}`, { cause: error });
  });
  if (typeof loaded === "object" && loaded !== null && "default" in loaded) return loaded.default;
  throw new ConfigError(`${shown}: Unexpected module without a default export, expected \`export default { … }\``);
}
