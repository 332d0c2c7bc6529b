import type { Root } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

const gfm = unified().use(remarkParse).use(remarkGfm).freeze();
const page = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ["yaml"]).freeze();

/** Parses a page of Markdown with GFM and YAML front matter into mdast; never fails. */
export function parsePage(text: string): Root {
  return page.parse(text);
}

/** Parses a part of a page, which cannot begin with front matter. */
export function parsePart(text: string): Root {
  return gfm.parse(text);
}
