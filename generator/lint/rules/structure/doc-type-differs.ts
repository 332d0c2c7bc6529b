import { pageRule } from "../../rule.ts";

export const docTypeDiffers = pageRule({
  name: "doc-type-differs",
  severity: "info",
  message: "Unexpected doc_type {stated}, expected {expected} for the content of the page",
  description: "The doc_type of the front matter does not match the content of the page.",
  why: "Sites use the wrong layout for the page.",
  advice: "Write the doc_type that matches the content.",
  example: { page: "resources/boat.md", ok: "resourcePageType", notOk: "apiPageType" },
  check: ({ document: { frontMatter }, page, path, lines }) => {
    const stated = frontMatter.doc_type ?? "";
    const isType = page.types.some(({ properties }) => properties.length > 0);
    const expected = page.operation !== null ? "apiPageType" : isType ? "resourcePageType" : null;
    if (expected === null || stated === "" || stated.toLowerCase() === expected.toLowerCase()) return [];
    if (!/^(?:api|resource)PageType/i.test(stated) || (page.operation !== null && isType)) return [];
    const line = lines.findIndex((text) => text.startsWith("doc_type")) + 1;
    return [{ params: { stated, expected }, place: { file: path, line: Math.max(1, line), column: 1 } }];
  },
});
