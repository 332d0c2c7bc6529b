import { DIAGNOSTIC_CODES, isDiagnosticCode } from "../lint/catalog.ts";
import { LEVELS, type RuleLevels } from "../lint/levels.ts";
import { didYouMean, nearestNames } from "../util/nearest.ts";
import { ConfigError } from "./model.ts";

/**
 * Checks the levels that a config gives rules.
 *
 * @param value what was read
 * @param file the config as it is shown
 * @throws ConfigError when a rule or a level does not exist
 */
export function checkLevels(value: unknown, file: string): RuleLevels {
  if (typeof value !== "object" || value === null) return {};
  const levels = Object.entries(value).map(([name, wanted]: [string, unknown]) => {
    if (!isDiagnosticCode(name)) {
      const near = didYouMean(nearestNames(name, DIAGNOSTIC_CODES, 1));
      throw new ConfigError(
        `${file}: Unexpected rule ${JSON.stringify(name)} in rules, expected the name of one${near}`,
      );
    }
    const level = LEVELS.find((each) => each === wanted);
    if (level !== undefined) return [name, level] as const;
    const shown = JSON.stringify(wanted);
    throw new ConfigError(`${file}: Unexpected ${shown} for rules.${name}, expected ${LEVELS.join(", ")}`);
  });
  return Object.fromEntries(levels);
}
