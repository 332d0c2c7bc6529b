import { nearestNames } from "../../../util/nearest.ts";
import { pageRule } from "../../rule.ts";
import { isOperationPath } from "../../sections.ts";

/** Headings that have a meaning, as pages write them. */
const OPERATION = [
  "Permissions",
  "HTTP request",
  "Optional query parameters",
  "Query parameters",
  "Path parameters",
  "Function parameters",
  "Request headers",
  "Request body",
  "Response",
  "Example",
  "Examples",
];
const RESOURCE = ["Methods", "Properties", "Relationships", "JSON representation", "Members"];
/** Headings that are similar to another one, but correct. */
const KNOWN =
  /^(?:(?:optional )?request headers?|http requests?|responses?|requests?|methods?|propert(?:y|ies)|relationships?|members?)$/i;

export const headingMisspelt = pageRule({
  name: "heading-misspelt",
  severity: "warning",
  message: 'Unexpected heading "{text}", expected "{expected}"',
  description: "A heading is nearly, but not exactly, a heading that has a meaning.",
  why: "The heading is not recognized, so the content below it is lost.",
  advice: "Write the heading as on all other pages.",
  example: { page: "api/boat-post.md", ok: "## Request body", notOk: "## Reqest body" },
  check: ({ document, path }) => {
    const names = isOperationPath(path) ? OPERATION : RESOURCE;
    return document.sections.flatMap(({ depth, heading, place }) => {
      const text = heading.text.replace(/\s*[\d:.].*$/, "");
      if (depth < 2 || text.length < 6 || KNOWN.test(text)) return [];
      const [expected] = nearestNames(text, names, 1);
      if (expected === undefined || expected.toLowerCase() === text.toLowerCase()) return [];
      return [{ params: { text, expected }, place }];
    });
  },
});
