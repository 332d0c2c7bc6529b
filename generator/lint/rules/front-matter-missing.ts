import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { PageRule } from "../model.ts";

const KEYS = ["title", "description", "doc_type"];

/** The front matter lacks what sites show of a page before it is opened. */
export const frontMatterMissing: PageRule = {
  name: "front-matter-missing",
  check: ({ document: { frontMatter }, path }) =>
    KEYS.filter((key) => (frontMatter[key] ?? "").trim() === "").map((key) =>
      createDiagnostic("front-matter-missing", { key }, { file: path, line: 1, column: 1 }),
    ),
};
