import type { DiagnosticCode } from "../../../generator/lint/catalog.ts";
import type { Plant } from "./text.ts";

/** A kind of mistake: how it is put into a page, and the rule that should find it. */
export interface Kind {
  readonly name: string;
  readonly code: DiagnosticCode;
  /** Whether it is in a resource's page or in that of an operation. */
  readonly page: "resource" | "operation";
  readonly plant: Plant;
}

/** Makes a table of mistakes for pages of one sort. */
export function kindsOf(
  page: Kind["page"],
  table: readonly (readonly [name: string, code: DiagnosticCode, plant: Plant])[],
): readonly Kind[] {
  return table.map(([name, code, plant]) => ({ name, code, page, plant }));
}
