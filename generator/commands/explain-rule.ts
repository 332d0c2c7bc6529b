import { catalog, isDiagnosticCode } from "../diagnostics/catalog.ts";
import { RULE_NAMES } from "../diagnostics/levels.ts";
import { meanings } from "../diagnostics/meanings.ts";
import { readRulePage } from "../diagnostics/rule-page.ts";
import { ConfigError } from "../settings.ts";
import { didYouMean, nearestNames } from "../util/nearest.ts";
import type { Context, ExitCode } from "./context.ts";

/**
 * Prints the page about a rule, or a line for each rule.
 *
 * @param context the world
 * @param name name of the rule, as a report shows it; null for all
 * @throws ConfigError when there is no such rule
 */
export async function explainRule({ stdout }: Context, name: string | null): Promise<ExitCode> {
  if (name === null) {
    await stdout.write(listRules());
    return 0;
  }
  if (!isDiagnosticCode(name)) {
    const near = didYouMean(nearestNames(name, RULE_NAMES, 1));
    throw new ConfigError(`Unexpected rule ${JSON.stringify(name)}, expected the name of one${near}`);
  }
  await stdout.write(readRulePage(name));
  return 0;
}

function listRules(): string {
  const codes = RULE_NAMES.filter(isDiagnosticCode).toSorted();
  const width = Math.max(...codes.map((code) => code.length));
  const lines = codes.map((code) => `${catalog[code].severity.padEnd(8)} ${code.padEnd(width)}  ${meanings[code]}\n`);
  return lines.join("");
}
