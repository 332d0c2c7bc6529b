import type { Root } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ["yaml"]).freeze();

/** Parses Markdown with GFM and YAML front matter into mdast; never fails. */
export function parseMarkdown(text: string): Root {
  return processor.parse(text);
}
