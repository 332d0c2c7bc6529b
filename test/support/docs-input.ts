import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { SourcePage } from "../../generator/source/model.ts";
import { REPOSITORY } from "./node-docs.ts";

const DOCS = path.join(REPOSITORY, "docs-input");

/** The pages of `docs-input`, with their includes. */
export function docsInput(): readonly (SourcePage & { readonly text: string })[] {
  const includes = Object.fromEntries(markdownBelow("includes").map((file) => [file, textOf(file)]));
  return [...markdownBelow("api"), ...markdownBelow("resources")].map((file) => ({
    path: file,
    text: textOf(file),
    problem: null,
    includes,
  }));
}

function markdownBelow(folder: string): readonly string[] {
  const files = readdirSync(path.join(DOCS, folder), { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".md"))
    .map((file) => path.posix.join(folder, file.replaceAll("\\", "/")));
}

function textOf(file: string): string {
  return readFileSync(path.join(DOCS, file), "utf8");
}
