import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { PageRule } from "../model.ts";

/** A row says nothing of its property but the type. */
export const propertyWithoutDescription: PageRule = {
  name: "property-without-description",
  check: ({ page }) =>
    [...page.types.flatMap(({ properties }) => properties), ...(page.operation?.requestBody?.properties ?? [])]
      .filter(({ description, inheritedFrom }) => description.trim() === "" && inheritedFrom === null)
      .map(({ name, source }) => createDiagnostic("property-without-description", { name }, source)),
};
