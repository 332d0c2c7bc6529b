import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import process from "node:process";
import path from "node:path";
import { build, type PluginBuild } from "esbuild";
import ts from "typescript";
import { bundleNotices } from "./notices.ts";
import { keyOf } from "../memo/key.ts";
import { createConfigSchema, printConfigType } from "../config/json-schema.ts";
import { scriptsKey, scriptTasks } from "../emit/builder.ts";
import { printTask } from "../emit/package-text.ts";
import { formatFiles } from "../output/format.ts";
import { compareStrings } from "../util/compare.ts";

/**
 * Builds the program for installation: `generator/` → `generator/dist/`. Usage: npm run build. Does nothing if the
 * output was built from the same sources with the same libraries.
 */

const SOURCES = path.resolve(import.meta.dirname, "..");
const OUT = path.join(SOURCES, "dist");
const DONE = path.join(OUT, "sources.sha256");

/** Files that are run or imported from outside. All are in one folder, so that each finds other files by `../`. */
const ENTRIES = { cli: "cli/start.ts", index: "index.ts", remark: "remark/index.ts", thread: "workers/thread.ts" };
/** Files that users import with types. */
const TYPED = ["index.ts", "remark/index.ts"];
/** Declaration of the config type. It is inferred, so it is replaced by one with a comment on each property. */
const CONFIG_TYPE = path.join("types", "config", "options.d.ts");

/** Large libraries that few runs need or that read their own files. They are installed separately. */
const LOADED = ["jiti", "prettier"];
/** Large CommonJS libraries, also installed separately. If they were imported, Node would scan their export names. */
const REQUIRED = /^(?:ts-morph|typescript)$/;
const DEFINE_REQUIRE =
  'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);';
interface BuiltFile {
  /** Path relative to the output folder. */
  readonly file: string;
  readonly text: string;
}

const key = sourcesKey();
if (existsSync(DONE) && readFileSync(DONE, "utf8") === key) {
  // `run.mjs` compares times before it starts a build.
  const now = new Date();
  utimesSync(DONE, now, now);
} else {
  const files = [...(await bundle()), ...(await scripts()), ...declare()];
  const schema = { file: "config.schema.json", text: `${JSON.stringify(createConfigSchema(), null, 2)}\n` };
  replaceFiles([...files, schema, { file: path.basename(DONE), text: key }]);
}

/** Key that identifies everything that the build depends on. */
function sourcesKey(): string {
  const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.startsWith("dist"))
    .toSorted(compareStrings);
  const around = ["../package.json", "../package-lock.json", "../tsconfig.json"];
  return keyOf(
    ...[...files, ...around.filter((file) => existsSync(path.join(SOURCES, file)))].flatMap((file) => [
      file,
      readFileSync(path.join(SOURCES, file), "utf8"),
    ]),
  );
}

/** Replaces imports of the libraries in `REQUIRED` with calls to `require`. */
function requireLarge(build: PluginBuild): void {
  build.onResolve({ filter: REQUIRED }, ({ path, kind }) =>
    kind === "require-call" ? { path, external: true } : { path, namespace: "require" },
  );
  build.onLoad({ filter: REQUIRED, namespace: "require" }, ({ path }) => ({
    contents: `module.exports = require(${JSON.stringify(path)})`,
  }));
}

async function bundle(): Promise<readonly BuiltFile[]> {
  const { metafile, outputFiles } = await build({
    absWorkingDir: SOURCES,
    outdir: OUT,
    entryPoints: ENTRIES,
    bundle: true,
    splitting: true,
    chunkNames: "[name]-[hash]",
    format: "esm",
    banner: { js: DEFINE_REQUIRE },
    external: [...LOADED],
    // The other main file of some libraries requires its parts in a way that bundlers cannot follow.
    mainFields: ["module", "main"],
    metafile: true,
    plugins: [{ name: "require", setup: requireLarge }],
    platform: "node",
    target: "node20.19",
    sourcemap: "linked",
    sourcesContent: false,
    write: false,
  });
  const sources = Object.keys(metafile.inputs).map((file) => path.resolve(SOURCES, file).replaceAll(path.sep, "/"));
  const built = outputFiles.map(({ path: file, text }) => ({ file: path.relative(OUT, file), text }));
  return [...built, { file: "notices.md", text: bundleNotices(sources) }];
}

/** The formatted build scripts of packages, and the key that identifies their sources. */
async function scripts(): Promise<readonly BuiltFile[]> {
  const files = await formatFiles(scriptTasks().map(printTask));
  return [...files.map(({ path: file, text }) => ({ file, text })), { file: "scripts.sha256", text: scriptsKey() }];
}

function declare(): readonly BuiltFile[] {
  const files: BuiltFile[] = [];
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts"],
    types: ["node"],
    module: ts.ModuleKind.NodeNext,
    strict: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: SOURCES,
    outDir: path.join(OUT, "types"),
  };
  const program = ts.createProgram(
    TYPED.map((file) => path.join(SOURCES, file)),
    options,
  );
  const { diagnostics } = program.emit(undefined, (file, text) => {
    const relative = path.relative(OUT, file);
    const declared = relative === CONFIG_TYPE ? printConfigType() : text;
    files.push({ file: relative, text: declared.replace(/((?:from |import\()"\.[^"]*)\.ts"/g, '$1.js"') });
  });
  const faults = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (faults.length === 0) return withImports(files);
  throw new Error(ts.formatDiagnostics(faults, ts.createCompilerHost(options)));
}

/** The declarations that users can see: those of the entries and of the files that these import. */
function withImports(files: readonly BuiltFile[]): readonly BuiltFile[] {
  const byPath = new Map(files.map((each) => [each.file.replaceAll(path.sep, "/"), each]));
  const seen = new Set<BuiltFile>();
  const visit = (file: string): void => {
    const found = byPath.get(file);
    if (found === undefined || seen.has(found)) return;
    seen.add(found);
    for (const { fileName } of ts.preProcessFile(found.text).importedFiles) {
      visit(path.posix.join(path.posix.dirname(file), fileName.replace(/\.js$/, ".d.ts")));
    }
  };
  for (const file of TYPED) visit(`types/${file.replace(/\.ts$/, ".d.ts")}`);
  return [...seen];
}

/**
 * Replaces the files one by one, each atomically, then removes those of earlier builds, so that it does not disturb a
 * running program or another build.
 */
function replaceFiles(files: readonly BuiltFile[]): void {
  for (const { file, text } of files) {
    const target = path.join(OUT, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(`${target}.${process.pid}`, text);
    renameSync(`${target}.${process.pid}`, target);
  }
  const kept = new Set(files.map(({ file }) => path.join(OUT, file)));
  for (const entry of readdirSync(OUT, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && !kept.has(file) && !isBeingWritten(file)) rmSync(file, { force: true });
  }
}

/** Whether a file is a temporary file of a build that is still running. */
function isBeingWritten(file: string): boolean {
  const id = /\.(\d+)$/.exec(file)?.[1];
  if (id === undefined) return false;
  try {
    return process.kill(Number(id), 0);
  } catch {
    return false;
  }
}
