import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { PageRule } from "../model.ts";

/** A type cell names a type and does not say where it is described. */
export const typeUnlinked: PageRule = {
  name: "type-unlinked",
  check: ({ page }) =>
    [...page.types.flatMap(({ properties }) => properties), ...(page.operation?.requestBody?.properties ?? [])]
      .filter(({ type }) => type.target === null && type.primitive === null && /^[A-Za-z][\w.]*$/.test(type.name))
      .filter(({ type }) => !type.enumeration && type.alternatives.length === 0)
      .map(({ type }) => createDiagnostic("type-unlinked", { name: type.name }, type.place)),
};
