import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";

/** Root folder of the repository. */
export const REPOSITORY = path.resolve(import.meta.dirname, "../..");

/** Fields of package.json that mean something to those who install the program. */
const PUBLISHED = [
  ...["name", "version", "description", "keywords", "license", "repository"],
  ...["type", "engines", "bin", "exports", "files", "dependencies"],
];

/** Read by pre-commit from the clone of a release. */
const HOOKS = ".pre-commit-hooks.yaml";

/**
 * Returns the package.json of the published program. It has no scripts: npm links a package from Git that has a
 * `prepare` or `build` script to a temporary clone when it installs it globally, which breaks the hook for pre-commit.
 *
 * @param manifest package.json of the repository
 */
function publishedManifest(manifest: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(manifest).filter(([field]) => PUBLISHED.includes(field)));
}

/**
 * Builds the program and copies what is published to a folder.
 *
 * @param folder path of the folder, which is created
 * @param version version of the published program; that of the repository by default
 */
export function stagePackage(folder: string, version?: string): void {
  runNode("node_modules/tsx/dist/cli.mjs", "generator/build/bundle.ts");
  for (const file of [...packedFiles(), HOOKS]) {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    cpSync(path.join(REPOSITORY, file), target);
  }
  const manifest = { ...publishedManifest(readManifest()), ...(version === undefined ? {} : { version }) };
  writeFileSync(path.join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}

/**
 * Packs a staged folder with npm.
 *
 * @param staged folder that `stagePackage` has written
 * @param destination folder for the tarball
 * @returns path of the tarball
 */
export function packStaged(staged: string, destination: string): string {
  const printed = npm(["pack", "--silent", "--pack-destination", path.resolve(destination)], staged);
  return path.join(destination, printed.trim());
}

/** Reads the package.json of the repository. */
export function readManifest(): object {
  const manifest: unknown = JSON.parse(readFileSync(path.join(REPOSITORY, "package.json"), "utf8"));
  if (typeof manifest !== "object" || manifest === null) throw new Error("Expected an object in package.json");
  return manifest;
}

/** Files that npm would pack, relative to the repository. */
function packedFiles(): readonly string[] {
  const packed: unknown = JSON.parse(npm(["pack", "--dry-run", "--json", "--ignore-scripts"], REPOSITORY));
  const files: unknown = Array.isArray(packed) ? Reflect.get(Object(packed[0]), "files") : undefined;
  if (!Array.isArray(files)) throw new Error("Expected npm to list the packed files");
  return files.map((file) => String(Reflect.get(Object(file), "path")));
}

function npm(argv: readonly string[], cwd: string): string {
  const shell = process.platform === "win32";
  return execFileSync("npm", argv, { cwd, encoding: "utf8", shell, stdio: ["ignore", "pipe", "inherit"] });
}

function runNode(...argv: readonly string[]): void {
  execFileSync(process.execPath, argv, { cwd: REPOSITORY, stdio: ["ignore", "ignore", "inherit"] });
}
