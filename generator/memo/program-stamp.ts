import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { compareStrings } from "../util/compare.ts";
import { keyOf } from "./key.ts";

/** Folder of the program's sources. */
const PROGRAM = path.resolve(import.meta.dirname, "..");
const IS_SOURCE = import.meta.filename.endsWith(".ts");
/** Sources that are copied into packages. */
const COPIED = ["permissions", "runtime", "testing"].map((folder) => path.join(PROGRAM, "output", folder));
/** Folders of the running program: its sources, or its build and the sources that are copied into packages. */
const FOLDERS = IS_SOURCE ? [PROGRAM] : [import.meta.dirname, path.join(import.meta.dirname, "scripts"), ...COPIED];
/** Files in these folders that are not part of the running program. */
const EXCLUDED = IS_SOURCE ? /^dist\b/ : /\.d\.ts$/;

/** Files in which package managers record the installed packages. */
const INSTALLED = [
  "node_modules/.package-lock.json",
  "node_modules/.pnpm/lock.yaml",
  "node_modules/.yarn-state.yml",
  "node_modules/.yarn-integrity",
];

/** Read once: a process runs the code that it started with. */
let stampOfProcess: string | null = null;

/** Hash of the program, its installed libraries and the version of Node, on which all results depend. */
export function programStamp(): string {
  stampOfProcess ??= readProgramStamp();
  return stampOfProcess;
}

function readProgramStamp(): string {
  const files = FOLDERS.flatMap(programFiles).toSorted(compareStrings);
  const read = (file: string) => [path.relative(PROGRAM, file), readFileSync(file, "utf8")] as const;
  return keyOf(process.version, ...[...files, ...installed(PROGRAM)].flatMap(read));
}

function programFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: IS_SOURCE, encoding: "utf8" })
    .filter((file) => /\.[cm]?[jt]s$/.test(file) && !EXCLUDED.test(file))
    .map((file) => path.join(folder, file));
}

/** Records of installed packages in the nearest folder that has any: that of this package or of its user. */
function installed(folder: string): readonly string[] {
  const found = INSTALLED.map((file) => path.join(folder, file)).filter((file) => existsSync(file));
  const above = path.dirname(folder);
  return found.length > 0 || above === folder ? found : installed(above);
}
