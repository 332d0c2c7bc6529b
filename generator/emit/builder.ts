import { existsSync, readdirSync, readFileSync } from "node:fs";
import { sha256 } from "../util/hash.ts";
import { sortBy } from "../util/compare.ts";
import type { OutputFile } from "./model.ts";
import type { PrintTask } from "./print/print-item.ts";

/** Libraries that the build of a package needs, by name. */
export const BUILD_LIBRARIES = { "@jridgewell/sourcemap-codec": "^1.6.0", typescript: "^5.9.0" } as const;

/** Sources of the scripts. */
const SOURCES = new URL("../output/builder/", import.meta.url);
/** Scripts that are part of the built program. */
const BUILT = new URL("scripts/", import.meta.url);
/** Scripts of the last build, which a run from sources uses if they are made from the same sources. */
const LAST_BUILD = new URL("../dist/scripts/", import.meta.url);
const LAST_BUILD_KEY = new URL("../dist/scripts.sha256", import.meta.url);

/** Files that determine the text of a script together with its source. A change of the libraries starts a build. */
const PRINTERS = ["print/script.ts", "model.ts", "../output/format.ts"];

/**
 * Reads the build scripts, which every package contains.
 *
 * @returns the built scripts; null if they are not up to date and have to be printed
 */
export function builtScripts(): readonly OutputFile[] | null {
  if (existsSync(BUILT)) return readScripts(BUILT);
  return isLastBuildCurrent() ? readScripts(LAST_BUILD) : null;
}

/** Lists the build scripts as they are to be printed from their sources. */
export function scriptTasks(): readonly PrintTask<OutputFile>[] {
  return sourceNames().map((name) => {
    const path = `scripts/${name.replace(/\.ts$/, ".mjs")}`;
    const source = readFileSync(new URL(name, SOURCES), "utf8").replace(/\r\n/g, "\n");
    return { item: { kind: "script", name, source }, finish: (text) => ({ path, text }) };
  });
}

/** Returns a hash of everything that determines the text of the build scripts. */
export function scriptsKey(): string {
  const files = [...sourceNames().map((name) => `../output/builder/${name}`), ...PRINTERS];
  return sha256(JSON.stringify(files.map((file) => [file, readFileSync(new URL(file, import.meta.url), "utf8")])));
}

/** Whether the scripts of the last build are made from the present sources. */
export function isLastBuildCurrent(): boolean {
  return existsSync(LAST_BUILD_KEY) && readFileSync(LAST_BUILD_KEY, "utf8") === scriptsKey();
}

function sourceNames(): readonly string[] {
  const names = readdirSync(SOURCES).filter((name) => name.endsWith(".ts"));
  return sortBy(names, (name) => name);
}

function readScripts(folder: URL): readonly OutputFile[] {
  return sortBy(readdirSync(folder), (name) => name).map((name) => {
    return { path: `scripts/${name}`, text: readFileSync(new URL(name, folder), "utf8"), formatted: true };
  });
}
