import { readdirSync, readFileSync } from "node:fs";
import { stringLiteral } from "./syntax/escape.ts";
import { sortBy } from "../util/compare.ts";
import { fits, needsPrettier } from "./syntax/layout.ts";
import type { OutputFile } from "./model.ts";

const OUTPUT = new URL("../output/", import.meta.url);
const BASE_URL = /^(export const BASE_URL = )"[^"]*";/m;

/** Files of `testing/` that are made for each package. */
const MADE = new Set(["data.ts", "functions.ts"]);

/** The sources have the format of the package, except for the base URL. */
function toOutput(path: string, baseUrl: string | null): OutputFile {
  const value = stringLiteral(baseUrl ?? "");
  const text = readFileSync(new URL(path, OUTPUT), "utf8")
    .replace(/\r\n/g, "\n")
    .replace(/(from "\.[^"]*)\.ts"/g, '$1.js"')
    .replace(BASE_URL, (_, declaration: string) => `${declaration}${value};`);
  const formatted = fits(`export const BASE_URL = ${value};`) && !needsPrettier(value);
  return { path: `src/${path}`, text, formatted };
}

function copied(folder: string, baseUrl: string | null): readonly OutputFile[] {
  const names = readdirSync(new URL(`${folder}/`, OUTPUT)).filter((name) => name.endsWith(".ts") && !MADE.has(name));
  return sortBy(names, (name) => name).map((name) => toOutput(`${folder}/${name}`, baseUrl));
}

/**
 * Reads the runtime, which is copied into every package.
 *
 * @param baseUrl base URL of the service, or null if the documentation has none
 */
export function runtimeFiles(baseUrl: string | null): readonly OutputFile[] {
  return copied("runtime", baseUrl);
}

/** Reads the functions about permissions, which are the same in every package. */
export function permissionFiles(): readonly OutputFile[] {
  return copied("permissions", null);
}

/** Reads the files for tests without a network that are the same in every package. */
export function copiedTestingFiles(): readonly OutputFile[] {
  return copied("testing", null);
}
