import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { RuleLevels } from "../diagnostics/levels.ts";

/** Gives each diagnostic the severity that the user wants of its rule; those of rules that are off are left out. */
export function atLevels(diagnostics: readonly Diagnostic[], levels: RuleLevels): readonly Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const level = levels[diagnostic.code];
    if (level === "off") return [];
    return [level === undefined ? diagnostic : { ...diagnostic, severity: level }];
  });
}
