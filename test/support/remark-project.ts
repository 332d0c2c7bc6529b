import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { REPOSITORY } from "./node-docs.ts";

/** A project of an author: the pages of the harbour, remark, and this program as it is installed. */
export interface RemarkProject {
  readonly folder: string;
  write(file: string, text: string): void;
  /** Runs remark's own command line. */
  remark(...args: readonly string[]): Promise<{ readonly code: number; readonly output: string }>;
  remove(): void;
}

/** Makes a project in a folder of its own; `remove` it in the end. */
export function createRemarkProject(): RemarkProject {
  const folder = mkdtempSync(path.join(tmpdir(), "remark-"));
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  cpSync(path.join(REPOSITORY, "test/fixtures/harbour"), folder, { recursive: true });
  write("package.json", '{ "private": true }');
  mkdirSync(path.join(folder, "node_modules"));
  symlinkSync(REPOSITORY, path.join(folder, "node_modules/graph-docs-codegen"));
  symlinkSync(path.join(REPOSITORY, "node_modules/remark"), path.join(folder, "node_modules/remark"));
  const cli = path.join(REPOSITORY, "node_modules/remark-cli/cli.js");
  return {
    folder,
    write,
    remark: (...args) =>
      new Promise((resolve) => {
        execFile(process.execPath, [cli, "--no-color", ...args], { cwd: folder }, (error, stdout, stderr) => {
          resolve({ code: error === null ? 0 : Number(error.code), output: stderr + stdout });
        });
      }),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
