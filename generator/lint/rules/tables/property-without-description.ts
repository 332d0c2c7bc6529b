import { bodyRows } from "../../own-request.ts";
import { pageRule } from "../../rule.ts";

export const propertyWithoutDescription = pageRule({
  name: "property-without-description",
  severity: "info",
  message: "Unexpected row for {name} without a description, expected one",
  description: "A row does not describe its property.",
  why: "A name alone does not explain the purpose of a property.",
  advice: "Describe the property in a sentence.",
  example: { page: "resources/boat.md", ok: "|length|Int32|Length in metres.|", notOk: "|length|Int32||" },
  check: ({ page }) =>
    [...page.types.flatMap(({ properties }) => properties), ...bodyRows(page)]
      .filter(({ description, inheritedFrom }) => description.trim() === "" && inheritedFrom === null)
      .map(({ name, source }) => ({ params: { name }, place: source })),
});
