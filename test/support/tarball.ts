import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { REPOSITORY } from "./repository.ts";

const execute = promisify(execFile);

/** Runs a program to its end; gives what it printed. Fails with all that it said where it fails. */
export async function runProgram(file: string, flags: readonly string[], cwd: string): Promise<string> {
  // The commands that come with the repository are found as they are in a script of npm.
  const env = {
    ...process.env,
    PATH: `${path.join(REPOSITORY, "node_modules/.bin")}${path.delimiter}${process.env.PATH ?? ""}`,
  };
  const done = execute(file, [...flags], {
    cwd,
    env,
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === "win32",
  });
  const { stdout } = await done.catch((error: unknown) => {
    const said = error instanceof Error && "stdout" in error && "stderr" in error ? [error.stdout, error.stderr] : [];
    throw new Error([`${file} ${flags.join(" ")} failed`, ...said.map(String)].join("\n"), { cause: error });
  });
  return stdout;
}

/**
 * Copies an installed project, so that a test can write to it.
 *
 * @param project path of the project
 * @param folder parent folder of the copy
 * @returns path of the copy
 */
export async function copyProject(project: string, folder: string): Promise<string> {
  const copy = path.join(folder, path.basename(project));
  await cp(project, copy, { recursive: true });
  return copy;
}

/** A new folder outside the repository, so that nothing installed there helps what is put into it. */
export async function makeFolder(): Promise<string> {
  return await mkdtemp(path.join(tmpdir(), "graph-docs-"));
}

/** Removes a folder that `makeFolder` made. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/**
 * Builds and packs a generated package as its owner would.
 *
 * @param folder where to do it
 * @param source folder of the package; the sample's unless said
 * @returns path of the tarball
 */
export async function packSample(folder: string, source = path.join(REPOSITORY, "generated")): Promise<string> {
  const copy = path.join(folder, "package");
  const isSource = (file: string): boolean => !/^(?:node_modules|dist)(?:[/\\]|$)/.test(path.relative(source, file));
  await cp(source, copy, { recursive: true, filter: isSource });
  // The compiler and what else builds it are the repository's.
  await symlink(path.join(REPOSITORY, "node_modules"), path.join(copy, "node_modules"), "junction");
  return packFolder(copy, folder);
}

/**
 * Packs this program as it is published.
 *
 * @param folder folder for the tarball
 * @returns path of the tarball
 */
export async function packProgram(folder: string): Promise<string> {
  return (await runProgram("npm", ["run", "-s", "pack", "--", folder], REPOSITORY)).trim();
}

/**
 * Packs a package with npm, which builds it first.
 *
 * @param source folder of the package
 * @param folder folder for the tarball
 * @returns path of the tarball
 */
async function packFolder(source: string, folder: string): Promise<string> {
  const printed = await runProgram("npm", ["pack", "--silent", "--pack-destination", folder], source);
  return path.join(folder, printed.trim().split("\n").at(-1) ?? "");
}

/**
 * Creates a project and installs a package in it from its tarball.
 *
 * @param folder parent folder of the project
 * @param tarball path of the tarball
 * @param others specifiers of other packages to install in the same project
 * @returns path of the project
 */
export async function installTarball(folder: string, tarball: string, others: readonly string[] = []): Promise<string> {
  const project = path.join(folder, "consumer");
  await mkdir(project);
  await writeFile(path.join(project, "package.json"), '{ "name": "consumer", "private": true, "type": "module" }\n');
  const quiet = ["--no-audit", "--no-fund", "--prefer-offline", "--silent"];
  await runProgram("npm", ["install", ...quiet, tarball, ...others], project);
  return project;
}
