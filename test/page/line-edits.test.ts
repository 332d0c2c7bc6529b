import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { EDIT_KINDS, tryEdit } from "../support/line-edits.ts";
import { REPOSITORY } from "../support/node-docs.ts";

const DOCS = path.join(REPOSITORY, "docs-input");
const includes = Object.fromEntries(markdownBelow("includes").map((file) => [file, textOf(file)]));
const pages = [...markdownBelow("api"), ...markdownBelow("resources")].map((file) => ({
  path: file,
  text: textOf(file),
  problem: null,
  includes,
}));

function markdownBelow(folder: string): readonly string[] {
  const files = readdirSync(path.join(DOCS, folder), { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".md"))
    .map((file) => path.posix.join(folder, file.replaceAll("\\", "/")));
}

function textOf(file: string): string {
  return readFileSync(path.join(DOCS, file), "utf8");
}

it("loses no fact of another line without an error if a line is removed, doubled or inserted", () => {
  const page = fc.constantFrom(...pages);
  const edit = fc.record({ kind: fc.constantFrom(...EDIT_KINDS), at: fc.double({ min: 0, max: 0.9999, noNaN: true }) });
  fc.assert(
    fc.property(page, edit, (source, { kind, at }) => {
      const line = 1 + Math.floor(at * source.text.split("\n").length);
      const { lost, errors } = tryEdit(source, { kind, line });
      if (errors.length === 0) expect({ line, lost }).toEqual({ line, lost: [] });
    }),
    { numRuns: 1000 },
  );
});
