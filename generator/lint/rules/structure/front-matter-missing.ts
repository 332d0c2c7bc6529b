import { pageRule } from "../../rule.ts";

const KEYS = ["title", "description", "doc_type"];

export const frontMatterMissing = pageRule({
  name: "front-matter-missing",
  severity: "info",
  message: "Unexpected front matter without {key}, expected title, description and doc_type",
  description: "The front matter lacks title, description or doc_type.",
  why: "Search results and link previews of the page are incomplete.",
  advice: "Add the key to the front matter.",
  example: { page: "api/boat-get.md", ok: 'description: "Reads a [boat](../resources/boat.md)."\n', notOk: "" },
  check: ({ document: { frontMatter }, path }) =>
    KEYS.filter((key) => (frontMatter[key] ?? "").trim() === "").map((key) => ({
      params: { key },
      place: { file: path, line: 1, column: 1 },
    })),
});
