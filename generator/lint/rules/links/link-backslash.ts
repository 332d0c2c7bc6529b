import { pageRule } from "../../rule.ts";
import { writtenLinks } from "../../text/links.ts";
import { proseLines } from "../../text/prose.ts";

export const linkBackslash = pageRule({
  name: "link-backslash",
  severity: "warning",
  message: "Unexpected backslash in the link target {target}, expected / between folders",
  description: "A link target has backslashes between folders.",
  why: "A backslash is not a separator on the web, so the link is broken.",
  advice: "Write `/`. `--fix` does this.",
  example: { page: "resources/boat.md", ok: "(../api/boat-get.md)", notOk: "(..\\api\\boat-get.md)" },
  check: ({ path, lines }) =>
    writtenLinks(path, proseLines(lines)).flatMap(({ target, place }) => {
      if (!target.includes("\\")) return [];
      const fix = { place, before: target, after: target.replaceAll("\\", "/") };
      return [{ params: { target }, place, fix }];
    }),
});
