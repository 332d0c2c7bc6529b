import path from "node:path";
import { pathToFileURL } from "node:url";
import { REPOSITORY } from "./node-docs.ts";

/** A request function whose types a test cannot know. */
export type RequestFunction = (client: unknown, options: unknown) => Promise<unknown>;

/**
 * Loads a request function of the generated sample.
 *
 * @param module module of the operation, without extension
 * @param name name of the function
 * @throws Error when the package has no such function
 */
export function requestFunction(module: string, name: string): Promise<RequestFunction> {
  return loadFunction(path.join(REPOSITORY, "generated/src", `${module}.ts`), name);
}

/** Loads an exported function of a file. */
export async function loadFunction(file: string, name: string): Promise<RequestFunction> {
  const loaded: unknown = await import(pathToFileURL(file).href);
  const value: unknown = isRecord(loaded) ? loaded[name] : undefined;
  if (!isFunction(value)) throw new Error(`Unexpected module ${file}, expected it to export ${name}`);
  return (client, options) => Promise.resolve(value(client, options));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isFunction(value: unknown): value is (...given: readonly unknown[]) => unknown {
  return typeof value === "function";
}
