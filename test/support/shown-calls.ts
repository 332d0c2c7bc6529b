import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** A call that the documentation of a request function shows. */
export interface ShownCall {
  /** Function that the call is shown for. */
  readonly name: string;
  readonly code: string;
}

/** A module of a package, and the calls that the documentation of its functions shows. */
export interface ShownModule {
  /** Path below `src`. */
  readonly file: string;
  readonly calls: readonly ShownCall[];
}

const SHOWN = /@example\n((?: \*.*\n)+?) \*\/\nexport (?:async )?function (\w+)/g;
const FENCE = /```ts\n([\s\S]*?)\n```/;

/**
 * Reads the calls that the documentation of a package's request functions shows.
 *
 * @param folder the folder `src` of the package
 */
export function readShownCalls(folder: string): readonly ShownModule[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !/^(?:runtime|testing|permissions)\b/.test(file))
    .map((file) => ({ file, calls: shownCalls(readFileSync(path.join(folder, file), "utf8")) }))
    .filter(({ calls }) => calls.length > 0);
}

function shownCalls(text: string): readonly ShownCall[] {
  return [...text.matchAll(SHOWN)].map(([, doc = "", name = ""]) => ({
    name,
    code: FENCE.exec(doc.replace(/^ \* ?/gm, ""))?.[1] ?? "",
  }));
}
