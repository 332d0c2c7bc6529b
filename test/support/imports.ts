import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** For each file of a folder, the files of that folder that it imports; POSIX paths relative to the folder. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** Reads the imports of all TypeScript files of a folder, those made while running included. */
export function readImports(folder: string): ImportGraph {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll(path.sep, "/"))
    .filter((file) => file.endsWith(".ts"));
  return new Map(files.toSorted().map((file) => [file, importsOf(folder, file)]));
}

function importsOf(folder: string, file: string): readonly string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(path.join(folder, file), "utf8"), true, true);
  return importedFiles
    .map(({ fileName }) => fileName)
    .filter((name) => name.startsWith("."))
    .map((name) => path.posix.join(path.posix.dirname(file), name));
}

const STAGES = ["source", "markdown", "page", "api", "emit", "output"];
/** Stages that read the same model as another. */
const BESIDE: Readonly<Record<string, string>> = { openapi: "emit", diff: "emit" };
/** May be imported by every stage. */
const SHARED = new Set(["diagnostics", "util", "host", "settings.ts"]);
/** Readers of the model and of what the emitter offers to all: the files that they may import besides their own. */
const READERS: Readonly<Record<string, readonly string[]>> = {
  proof: ["api/model.ts", "emit/model.ts", "emit/wire-types.ts"],
  scopes: ["output/permissions/index.ts"],
  surface: [
    "emit/model.ts",
    "emit/package/record.ts",
    "diff/change.ts",
    "diff/classes.ts",
    "diff/model.ts",
    "diff/view/relation.ts",
    "diff/view/uses.ts",
  ],
  lint: ["markdown/model.ts", "page/model.ts", "api/model.ts", "metadata/model.ts", "metadata/look-up.ts"],
};
/** Folders apart from the flow, with the folders that they may import. */
const APART: Readonly<Record<string, readonly string[]>> = {
  diagnostics: ["util"],
  util: [],
  "output/runtime": [],
  "output/permissions": [],
  "output/builder": [],
  "output/testing": ["output/runtime"],
  git: ["util", "host"],
  host: ["util"],
  memo: ["host", "util"],
  metadata: ["util"],
};

/**
 * Lists the imports that go against the flow `source → markdown → page → api → emit → output`.
 *
 * @returns one line for each, saying what is allowed instead
 */
export function wrongDirections(graph: ImportGraph): readonly string[] {
  return edges(graph)
    .filter(([from, to]) => !mayImport(from, to))
    .map(([from, to]) => `${from} imports ${to}; ${allowed(folderOf(from))}`);
}

function mayImport(from: string, to: string): boolean {
  const folder = folderOf(from);
  const target = folderOf(to);
  if (folder === target) return true;
  const apart = APART[folder];
  if (apart !== undefined) return apart.includes(target);
  const read = READERS[folder];
  if (read !== undefined) return SHARED.has(target) || read.includes(to);
  const stage = stageOf(folder);
  // The pipeline, the commands and the entry put the stages together.
  if (stage === -1) return true;
  return SHARED.has(target) || (target === STAGES[stage - 1] && to === `${target}/model.ts`);
}

function stageOf(folder: string): number {
  return STAGES.indexOf(BESIDE[folder] ?? folder);
}

function allowed(folder: string): string {
  const apart = APART[folder];
  if (apart !== undefined) return `${folder}/ may import only ${["its own files", ...apart].join(", ")}`;
  const read = READERS[folder];
  if (read !== undefined) return `${folder}/ may import only ${["its own files", ...read, ...SHARED].join(", ")}`;
  const left = STAGES[stageOf(folder) - 1];
  const model = left === undefined ? [] : [`${left}/model.ts`];
  return `${folder}/ may import only ${["its own files", ...model, ...SHARED].join(", ")}`;
}

/** Lists each circle of imports once, as `a.ts → b.ts → a.ts`. */
export function importCycles(graph: ImportGraph): readonly string[] {
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file);
    if (start !== -1) cycles.push([...trail.slice(start), file].join(" → "));
    if (start !== -1 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return cycles;
}

function edges(graph: ImportGraph): readonly (readonly [from: string, to: string])[] {
  return [...graph].flatMap(([from, imports]) => imports.map((to) => [from, to] as const));
}

/** The room of a file: a folder of `generator/`, or one inside it that may import less than its neighbours. */
function folderOf(file: string): string {
  const [folder = file, inner = ""] = file.split("/");
  return `${folder}/${inner}` in APART ? `${folder}/${inner}` : folder;
}
