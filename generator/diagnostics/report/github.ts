import type { Severity } from "../catalog.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { Reporter } from "./model.ts";
import { shownFile } from "./place.ts";

const COMMANDS = { error: "error", warning: "warning", info: "notice" } as const satisfies Record<Severity, string>;

/** Workflow commands that GitHub Actions shows as annotations beside the lines of a pull request. */
export const reportGithub: Reporter = (diagnostics, { prefix }) =>
  diagnostics.map((diagnostic) => annotation(diagnostic, prefix)).join("");

function annotation({ code, severity, message, place }: Diagnostic, prefix: string): string {
  const file = property(shownFile(place, prefix));
  const where = `file=${file},line=${place.line},col=${place.column}`;
  return `::${COMMANDS[severity]} ${where},title=${property(code)}::${data(message)}\n`;
}

const ESCAPES: Readonly<Record<string, string>> = { "%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C" };

function data(text: string): string {
  return text.replace(/[%\r\n]/g, (char) => ESCAPES[char] ?? char);
}

function property(text: string): string {
  return text.replace(/[%\r\n:,]/g, (char) => ESCAPES[char] ?? char);
}
