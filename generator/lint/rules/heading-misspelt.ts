import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import { nearestNames } from "../../util/nearest.ts";
import type { PageRule } from "../model.ts";
import { isOperationPath } from "../sections.ts";

/** Headings of the dialect, in the number in which pages have them. */
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
/** Words that the dialect uses as they are, though they are near to another one. */
const KNOWN =
  /^(?:(?:optional )?request headers?|http requests?|responses?|requests?|methods?|propert(?:y|ies)|relationships?|members?)$/i;

/** A heading is nearly one of the dialect, which the reader therefore does not know. */
export const headingMisspelt: PageRule = {
  name: "heading-misspelt",
  check: ({ document, path }) => {
    const names = isOperationPath(path) ? OPERATION : RESOURCE;
    return document.sections.flatMap(({ depth, heading, place }) => {
      const text = heading.text.replace(/\s*[\d:.].*$/, "");
      if (depth < 2 || text.length < 6 || KNOWN.test(text)) return [];
      const [expected] = nearestNames(text, names, 1);
      if (expected === undefined || expected.toLowerCase() === text.toLowerCase()) return [];
      return [createDiagnostic("heading-misspelt", { text, expected }, place)];
    });
  },
};
