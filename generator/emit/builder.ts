import { existsSync, readdirSync, readFileSync } from "node:fs";
import { sha256 } from "../util/hash.ts";
import { sortBy } from "../util/compare.ts";
import type { OutputFile } from "./model.ts";
import type { PrintTask } from "./print/print-item.ts";

/** Libraries that the build of a package needs, by name. */
export const BUILD_LIBRARIES = { "@jridgewell/sourcemap-codec": "^1.6.0", typescript: "^5.9.0" } as const;

const SOURCES = new URL("../output/builder/", import.meta.url);
/** Scripts that are part of the built program. */
const BUILT = new URL("scripts/", import.meta.url);
/** Scripts of the last build. A run from sources uses them if the sources are unchanged. */
const LAST_BUILD = new URL("../dist/scripts/", import.meta.url);
const LAST_BUILD_KEY = new URL("../dist/scripts.sha256", import.meta.url);

/** Files besides its source that determine the text of a script. A library update triggers a build anyway. */
const PRINTERS = ["print/script.ts", "model.ts", "../output/format.ts"];

/**
 * Reads the printed build scripts, which every package contains.
 *
 * @returns null if they are not up to date and must be printed from their sources
 */
export function builtScripts(): readonly OutputFile[] | null {
  if (existsSync(BUILT)) return readScripts(BUILT);
  return isLastBuildCurrent() ? readScripts(LAST_BUILD) : null;
}

/** Returns the tasks that print the build scripts from their sources. */
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

/** Whether the last build used the current sources of the scripts. */
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
