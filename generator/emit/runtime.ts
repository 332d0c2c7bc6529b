import { readdirSync, readFileSync } from "node:fs";
import { stringLiteral } from "./syntax/escape.ts";
import { sortBy } from "../util/compare.ts";
import { fits, needsPrettier } from "./syntax/layout.ts";
import type { OutputFile } from "./model.ts";

const FOLDER = new URL("../output/runtime/", import.meta.url);
const BASE_URL = /^(export const BASE_URL = )"[^"]*";/m;

/** The sources have the format of the package, except for the base URL. */
function toOutput(name: string, baseUrl: string | null): OutputFile {
  const value = stringLiteral(baseUrl ?? "");
  const text = readFileSync(new URL(name, FOLDER), "utf8")
    .replace(/\r\n/g, "\n")
    .replace(/(from "\.[^"]*)\.ts"/g, '$1.js"')
    .replace(BASE_URL, (_, declaration: string) => `${declaration}${value};`);
  const formatted = fits(`export const BASE_URL = ${value};`) && !needsPrettier(value);
  return { path: `src/runtime/${name}`, text, formatted };
}

/**
 * Reads the runtime, which is copied into every package.
 *
 * @param baseUrl base URL of the service, or null if the documentation has none
 */
export function runtimeFiles(baseUrl: string | null): readonly OutputFile[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".ts"));
  return sortBy(names, (name) => name).map((name) => toOutput(name, baseUrl));
}
