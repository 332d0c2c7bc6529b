import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Severity } from "../../diagnostics/entry.ts";
import type { Reporter } from "../../diagnostics/report/model.ts";
import { visibleText } from "../../util/visible.ts";
import { shownFile } from "../../diagnostics/report/place.ts";

const COMMANDS = { error: "error", warning: "warning", info: "notice" } as const satisfies Record<Severity, string>;

/** Prints workflow commands, which GitHub Actions shows as annotations in a pull request. */
export const reportGithub: Reporter = (diagnostics, { prefix }) =>
  diagnostics.map((diagnostic) => annotation(diagnostic, prefix)).join("");

function annotation({ code, severity, message, place }: Diagnostic<string>, prefix: string): string {
  const file = property(shownFile(place, prefix));
  const where = `file=${file},line=${place.line},col=${place.column}`;
  return `::${COMMANDS[severity]} ${where},title=${property(code)}::${data(message)}\n`;
}

/** Line breaks have escapes of their own. */
const ESCAPES: Readonly<Record<string, string>> = { "%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C" };

function data(text: string): string {
  return visibleLines(text).replace(/[%\r\n]/g, (char) => ESCAPES[char] ?? char);
}

function property(text: string): string {
  return visibleLines(text).replace(/[%\r\n:,]/g, (char) => ESCAPES[char] ?? char);
}

function visibleLines(text: string): string {
  return text.split("\r").map(visibleText).join("\r");
}
