import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { PageRule } from "../model.ts";

/** The front matter calls a page something that it is not. */
export const docTypeDiffers: PageRule = {
  name: "doc-type-differs",
  check: ({ document: { frontMatter }, page, path, lines }) => {
    const stated = frontMatter.doc_type ?? "";
    const isType = page.types.some(({ properties }) => properties.length > 0);
    const expected = page.operation !== null ? "apiPageType" : isType ? "resourcePageType" : null;
    if (expected === null || stated === "" || stated.toLowerCase() === expected.toLowerCase()) return [];
    if (!/^(?:api|resource)PageType/i.test(stated) || (page.operation !== null && isType)) return [];
    const line = lines.findIndex((text) => text.startsWith("doc_type")) + 1;
    return [
      createDiagnostic("doc-type-differs", { stated, expected }, { file: path, line: Math.max(1, line), column: 1 }),
    ];
  },
};
