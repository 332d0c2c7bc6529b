import { existsSync, readdirSync, readFileSync } from "node:fs";
import { sortBy } from "./compare.ts";
import type { Draft } from "./draft.ts";

/** Libraries that the build of a package needs, by name. */
export const BUILD_LIBRARIES = { "@jridgewell/sourcemap-codec": "^1.6.0", typescript: "^5.9.0" } as const;

const FOLDER = new URL("../builder/", import.meta.url);
/** Where the built program has the scripts as they are written, so that a run need not make them. */
const READY = new URL("scripts/", import.meta.url);

/** The build script, which is written into every package. */
export function builderDrafts(): readonly Draft[] {
  if (existsSync(READY)) return readyDrafts();
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".ts"));
  return sortBy(names, (name) => name).map((name) => {
    const path = `scripts/${name.replace(/\.ts$/, ".mjs")}`;
    const source = readFileSync(new URL(name, FOLDER), "utf8").replace(/\r\n/g, "\n");
    return {
      path,
      content: source,
      making: { kind: "print", item: { kind: "script", name, source }, finish: (text) => ({ path, text }) },
    };
  });
}

function readyDrafts(): readonly Draft[] {
  const names = sortBy(readdirSync(READY), (name) => name);
  return names.map((name) => {
    const file = { path: `scripts/${name}`, text: readFileSync(new URL(name, READY), "utf8"), settled: true };
    return { path: file.path, content: file.text, making: { kind: "file", file } };
  });
}
