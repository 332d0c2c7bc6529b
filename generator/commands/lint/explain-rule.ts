import { suggest } from "../../config/mistake.ts";
import { DIAGNOSTIC_CODES, entryOf, isDiagnosticCode } from "../../lint/catalog.ts";
import { readRulePage } from "../../lint/rule-page.ts";
import { ConfigError } from "../../settings.ts";
import { nearestNames } from "../../util/nearest.ts";
import type { Context, ExitCode } from "../context.ts";

/**
 * Prints the docs page of a rule, or one line for each rule.
 *
 * @param context environment of the command
 * @param name name of the rule, or null for all rules
 * @returns exit code
 * @throws ConfigError if the rule does not exist
 */
export async function explainRule({ stdout }: Context, name: string | null): Promise<ExitCode> {
  if (name === null) {
    await stdout.write(listRules());
    return 0;
  }
  if (!isDiagnosticCode(name)) {
    const near = similarRules(name);
    const remedy = near.length > 0 ? suggest(near) : "Expected the name of a rule, as lint prints it.";
    throw new ConfigError({ problem: `Unexpected rule ${JSON.stringify(name)}`, remedy }, "rules");
  }
  await stdout.write(readRulePage(name));
  return 0;
}

/** The rule that is spelled nearly so, or rules with words that begin with the text. */
function similarRules(text: string): readonly string[] {
  const near = nearestNames(text, DIAGNOSTIC_CODES, 1);
  return near.length > 0
    ? near
    : DIAGNOSTIC_CODES.filter((code) => `-${code}`.includes(`-${text.toLowerCase()}`)).slice(0, 3);
}

function listRules(): string {
  const width = Math.max(...DIAGNOSTIC_CODES.map((code) => code.length));
  const lines = DIAGNOSTIC_CODES.map((code) => {
    const { severity, description } = entryOf(code);
    return `${severity.padEnd(8)} ${code.padEnd(width)}  ${description}\n`;
  });
  return lines.join("");
}
