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
    const [first = ""] = reason.replace(/^ParseError: /, "").split("\n");
    const problem = `${shown}${lineOf(error, file)}: cannot be run: ${first.trim()}`;
    throw new ConfigError({ problem, remedy: "Fix the module, or use a .json file." }, "config", { cause: error });
  });
  if (typeof loaded === "object" && loaded !== null && "default" in loaded) return loaded.default;
  const problem = `${shown}: Unexpected module without a default export`;
  throw new ConfigError({ problem, remedy: "Expected `export default { … }`." }, "config");
}

/** The line of a file at which an error was thrown, as `:line`; empty if it is unknown. The loader preserves lines. */
function lineOf(error: unknown, file: string): string {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const [, rest = ""] = stack.split(`${file}:`);
  const [line] = /^\d+(?=:)/.exec(rest) ?? [];
  return line === undefined ? "" : `:${line}`;
}
