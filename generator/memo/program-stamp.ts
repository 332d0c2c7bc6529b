import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { compareStrings } from "../util/compare.ts";
import { keyOf } from "./key.ts";

/** Folder of the program's sources. */
const PROGRAM = path.resolve(import.meta.dirname, "..");
const IS_SOURCE = import.meta.filename.endsWith(".ts");
/** What runs: the sources, or what was built from them and the sources that are copied into packages. */
const FOLDERS = IS_SOURCE
  ? [PROGRAM]
  : [import.meta.dirname, path.join(import.meta.dirname, "scripts"), path.join(PROGRAM, "output/runtime")];
/** What stands there and is not of the program that runs. */
const OTHERS = IS_SOURCE ? /^dist\b/ : /\.d\.ts$/;

/** Where package managers write down what they have installed, below the folder in which they did. */
const INSTALLED = [
  "node_modules/.package-lock.json",
  "node_modules/.pnpm/lock.yaml",
  "node_modules/.yarn-state.yml",
  "node_modules/.yarn-integrity",
];

/** Hash of the program itself, the libraries it was installed with and its Node: another program, other results. */
export function programStamp(): string {
  const files = FOLDERS.flatMap(programFiles).toSorted(compareStrings);
  const read = (file: string) => [path.relative(PROGRAM, file), readFileSync(file, "utf8")] as const;
  return keyOf(process.version, ...[...files, ...installed(PROGRAM)].flatMap(read));
}

function programFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: IS_SOURCE, encoding: "utf8" })
    .filter((file) => /\.[cm]?[jt]s$/.test(file) && !OTHERS.test(file))
    .map((file) => path.join(folder, file));
}

/** Records of what is installed, from the nearest folder that has one: this package's own, or that of its user. */
function installed(folder: string): readonly string[] {
  const found = INSTALLED.map((file) => path.join(folder, file)).filter((file) => existsSync(file));
  const above = path.dirname(folder);
  return found.length > 0 || above === folder ? found : installed(above);
}
