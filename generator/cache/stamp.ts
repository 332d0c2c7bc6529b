import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { compareStrings } from "../util/compare.ts";
import { keyOf } from "./store.ts";

/** Folder of the program: of its sources, or of what was built from them and the sources that it copies. */
const PROGRAM = path.resolve(import.meta.dirname, "..");
const IS_SOURCE = import.meta.filename.endsWith(".ts");
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
  const files = readdirSync(PROGRAM, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.[cm]?[jt]s$/.test(file) && !OTHERS.test(file))
    .map((file) => path.join(PROGRAM, file));
  const read = (file: string): readonly string[] => [path.relative(PROGRAM, file), readFileSync(file, "utf8")];
  return keyOf(process.version, ...[...files.toSorted(compareStrings), ...installed(PROGRAM)].flatMap(read));
}

/** Records of what is installed, from the nearest folder that has one: this package's own, or that of its user. */
function installed(folder: string): readonly string[] {
  const found = INSTALLED.map((file) => path.join(folder, file)).filter((file) => existsSync(file));
  const above = path.dirname(folder);
  return found.length > 0 || above === folder ? found : installed(above);
}
