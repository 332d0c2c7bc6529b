import { pageRule } from "../../rule.ts";

const KEYS = ["title", "description", "doc_type"];

export const frontMatterMissing = pageRule({
  name: "front-matter-missing",
  severity: "info",
  message: "Unexpected front matter without {keys}, expected title, description and doc_type",
  description: "The front matter lacks title, description or doc_type.",
  why: "Search results and link previews of the page are incomplete.",
  advice: "Add the keys to the front matter.",
  example: { page: "api/boat-get.md", ok: 'description: "Reads a [boat](../resources/boat.md)."\n', notOk: "" },
  check: ({ document: { frontMatter }, path }) => {
    const missing = KEYS.filter((key) => (frontMatter[key] ?? "").trim() === "");
    if (missing.length === 0) return [];
    return [{ params: { keys: missing.join(", ") }, place: { file: path, line: 1, column: 1 } }];
  },
});
