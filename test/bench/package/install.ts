import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import process from "node:process";
import { sha256 } from "../../../generator/util/hash.ts";
import { toJson, isJsonObject } from "../../../generator/util/json.ts";

const REPOSITORY = path.resolve(import.meta.dirname, "../../..");

/** What is compared with, pinned; `@hey-api/openapi-ts` is the last that runs on Node 20. */
const PEERS: Readonly<Record<string, string>> = {
  "@hey-api/openapi-ts": "0.95.0",
  "@microsoft/microsoft-graph-client": "3.0.7",
  "@microsoft/microsoft-graph-types": "2.43.1",
  "@microsoft/msgraph-sdk": "1.0.0-preview.90",
  "@microsoft/msgraph-sdk-users": "1.0.0-preview.90",
  esbuild: "0.28.2",
  "openapi-fetch": "0.17.0",
  "openapi-typescript": "7.13.0",
  // The generators of the others bring what they need of it, and the compilers measured are our own.
  typescript: "5.9.3",
};

function npm(folder: string, ...args: readonly string[]): string {
  const bin = path.join(REPOSITORY, "node_modules/.bin");
  const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ""}` };
  return execFileSync("npm", [...args], { cwd: folder, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

const INSTALL = ["install", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"] as const;

/**
 * Installs the peers once; a second run finds them in `node_modules/.cache`.
 *
 * @param dependencies packages with their versions
 * @returns folder that contains `node_modules`
 */
export function installPeers(dependencies = PEERS): string {
  const manifest = JSON.stringify({ private: true, type: "module", dependencies });
  const folder = path.join(REPOSITORY, "node_modules/.cache/package-bench", sha256(manifest).slice(0, 12));
  if (existsSync(path.join(folder, "done"))) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "package.json"), manifest);
  npm(folder, ...INSTALL);
  writeFileSync(path.join(folder, "done"), "");
  return folder;
}

/**
 * Makes a project that uses the peers, with the clients of those that generate one.
 *
 * @param document file of the OpenAPI document
 * @returns folder of the project
 */
export function preparePeers(peers: string, work: string, document: string): string {
  const project = path.join(work, "peers-user");
  mkdirSync(project);
  writeFileSync(path.join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  symlinkSync(path.join(peers, "node_modules"), path.join(project, "node_modules"));
  const bin = (name: string): string => path.join(peers, "node_modules/.bin", name);
  const options = { cwd: project, stdio: "pipe" } as const;
  execFileSync(bin("openapi-ts"), ["-i", document, "-o", path.join(project, "hey-api")], options);
  execFileSync(bin("openapi-typescript"), [document, "-o", path.join(project, "openapi.ts")], options);
  return project;
}

/** Where docs are and what may be included. */
export interface Docs {
  readonly docs: string;
  readonly root: string;
}

const CLI = path.join(REPOSITORY, "generator/cli/start.ts");

/** Runs our command line. */
export function runOurs(...args: readonly string[]): string {
  return execFileSync(process.execPath, ["--import", "tsx", CLI, ...args], {
    cwd: REPOSITORY,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/**
 * Generates a package, builds and packs it as its user would, and installs the packed file in a new project.
 *
 * @returns folder of the project
 */
export function installOurs(work: string, name: string, { docs, root }: Docs): string {
  const out = path.join(work, `${name}-source`);
  runOurs("generate", "--docs", docs, "--root", root, "--out", out, "--package-name", name);
  npm(out, ...INSTALL);
  npm(out, "run", "build");
  npm(out, "pack", "--pack-destination", work);
  const packed = readdirSync(work).find((file) => file.startsWith(name) && file.endsWith(".tgz")) ?? "";
  const consumer = path.join(work, `${name}-user`);
  mkdirSync(consumer);
  writeFileSync(path.join(consumer, "package.json"), JSON.stringify({ private: true, type: "module" }));
  npm(consumer, ...INSTALL, path.join(work, packed));
  return consumer;
}

/** What an installed package weighs. */
export interface Weight {
  readonly bytes: number;
  readonly files: number;
}

function weigh(target: string): Weight {
  if (!statSync(target).isDirectory()) return { bytes: readFileSync(target).length, files: 1 };
  const entries = readdirSync(target, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const sizes = entries
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !path.relative(target, file).split(path.sep).includes("node_modules"))
    .map((file) => readFileSync(file).length);
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), files: sizes.length };
}

/** A package and all that it depends on, found as Node finds them. */
function closure(home: string, name: string, seen: Set<string>): void {
  const folder = path.join(home, "node_modules", name);
  if (seen.has(folder) || !existsSync(folder)) return;
  seen.add(folder);
  const parsed: unknown = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const manifest = toJson(parsed);
  const dependencies = isJsonObject(manifest) && isJsonObject(manifest.dependencies) ? manifest.dependencies : {};
  for (const dependency of Object.keys(dependencies)) closure(home, dependency, seen);
}

/**
 * Weighs what a user installs: packages with all they depend on, and generated files.
 *
 * @param project folder of the project that uses them
 * @param parts packages, and generated files whose names begin with `./`
 */
export function installedWeight(project: string, parts: readonly string[]): Weight {
  const packages = new Set<string>();
  for (const part of parts.filter((name) => !name.startsWith("./"))) closure(project, part, packages);
  const made = parts.filter((name) => name.startsWith("./")).map((name) => path.join(project, name));
  const weights = [...packages, ...made].map(weigh);
  return {
    bytes: weights.reduce((sum, { bytes }) => sum + bytes, 0),
    files: weights.reduce((sum, { files }) => sum + files, 0),
  };
}
