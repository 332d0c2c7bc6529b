import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { packStaged, stagePackage } from "./published.ts";

/**
 * Packs the program as it is published, and prints the path of the tarball. Unlike `npm pack`, it leaves out scripts and
 * fields that only the repository needs. Usage: npm run pack [-- FOLDER]
 */

const folder = mkdtempSync(path.join(tmpdir(), "graph-docs-codegen-"));
try {
  stagePackage(folder);
  process.stdout.write(`${packStaged(folder, process.argv[2] ?? ".")}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
