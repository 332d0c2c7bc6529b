import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { DiagnosticCode } from "./catalog.ts";

/** Folder of the pages about rules: beside the rules, and beside the built program. */
const FOLDER = path.resolve(import.meta.dirname, "../lint/docs");

/** The page about a rule in Markdown: what it means, why it matters, what is wrong and right, how to mend it. */
export function readRulePage(code: DiagnosticCode): string {
  const file = path.join(FOLDER, `${code}.md`);
  if (existsSync(file)) return readFileSync(file, "utf8");
  throw new Error(`Unexpected lack of ${file}, expected a page for each rule`);
}
