import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Host } from "../../../generator/host/host.ts";
import { createNodeHost } from "../../../generator/host/node-host.ts";
import { compareStrings } from "../../../generator/util/compare.ts";
import { createMemoryHost } from "../memory-host.ts";

/** The folder of a project in which a command runs. All paths are relative to it. */
export interface Folder {
  readonly host: Host;
  /** Absolute path of the folder. */
  readonly cwd: string;
  /** Texts of all files by their paths, without those of Git. */
  files(): ReadonlyMap<string, string>;
  write(file: string, text: string): void;
  /** Removes a file, or a folder with its content. */
  remove(file: string): void;
  git(...args: readonly string[]): void;
}

/** Path of a folder in memory. */
const MEMORY_FOLDER = "/project";

/**
 * Creates a folder in memory.
 *
 * @param files files by absolute path; those outside the folder can be the results of earlier runs
 */
export function createMemoryFolder(files: Readonly<Record<string, string | Uint8Array>>): Folder {
  const host = createMemoryHost(files);
  const start = `${MEMORY_FOLDER}/`;
  return {
    host,
    cwd: MEMORY_FOLDER,
    files: () => {
      const own = [...host.files.keys()].filter((file) => file.startsWith(start)).toSorted(compareStrings);
      return new Map(own.map((file) => [file.slice(start.length), host.text(file) ?? ""]));
    },
    write: (file, text) => void host.files.set(`${start}${file}`, new TextEncoder().encode(text)),
    remove: (file) => {
      for (const name of host.files.keys()) {
        if (name === `${start}${file}` || name.startsWith(`${start}${file}/`)) host.files.delete(name);
      }
    },
    git: () => {
      throw new Error("Unexpected Git in a folder in memory, expected a state on disk");
    },
  };
}

const IDENTITY = ["user.name=A", "user.email=a@example.org", "commit.gpgsign=false", "init.defaultBranch=main"];

/**
 * Uses a folder on disk, which exists.
 *
 * @param objects folder of Git with objects that a repository in the folder need not store again
 */
export function createDiskFolder(cwd: string, objects: string | null = null): Folder {
  return {
    host: createNodeHost(),
    cwd,
    files: () => {
      const entries = readdirSync(cwd, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      const names = entries.map((entry) => path.relative(cwd, path.join(entry.parentPath, entry.name)));
      const own = names.map((name) => name.replaceAll(path.sep, "/")).filter((name) => !name.startsWith(".git/"));
      return new Map(own.toSorted(compareStrings).map((name) => [name, readFileSync(path.join(cwd, name), "utf8")]));
    },
    write: (file, text) => {
      mkdirSync(path.dirname(path.join(cwd, file)), { recursive: true });
      writeFileSync(path.join(cwd, file), text);
    },
    remove: (file) => {
      if (existsSync(path.join(cwd, file))) rmSync(path.join(cwd, file), { recursive: true });
    },
    git: (...args) => {
      const settings = IDENTITY.flatMap((setting) => ["-c", setting]);
      execFileSync("git", [...settings, ...args], { cwd, stdio: "pipe" });
      if (args[0] === "init" && objects !== null)
        writeFileSync(path.join(cwd, ".git/objects/info/alternates"), `${objects}\n`);
    },
  };
}

/**
 * Brings the files of a folder on disk back to those that are given, without a repository.
 *
 * @param files texts by path
 */
export function resetDiskFolder(folder: Folder, files: ReadonlyMap<string, string>): void {
  const known = new Set([...files.keys()].map((file) => file.split("/")[0]));
  for (const name of readdirSync(folder.cwd)) if (!known.has(name)) folder.remove(name);
  const found = folder.files();
  for (const file of found.keys()) if (!files.has(file)) folder.remove(file);
  for (const [file, text] of files) if (found.get(file) !== text) folder.write(file, text);
}
