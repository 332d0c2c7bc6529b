import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportGroups } from "../diagnostics/report/group.ts";
import { reportPretty } from "../diagnostics/report/pretty.ts";
import type { Settings } from "../settings.ts";
import { relativePath, type Context } from "./context.ts";

/** Maximum number of diagnostics to show separately; more are grouped by code. */
const SHOWN_SINGLY = 20;

/** Writes diagnostics to stderr, separately from the output of a command; groups them by code if there are many. */
export async function noteDiagnostics(
  context: Context,
  settings: Settings,
  diagnostics: readonly Diagnostic<string>[],
): Promise<void> {
  const options = { prefix: relativePath(context, settings.docs), colour: context.stderr.colour };
  if (diagnostics.length <= SHOWN_SINGLY) {
    await context.stderr.writeEscaped(reportPretty(diagnostics, options));
    return;
  }
  await context.stderr.writeEscaped(reportGroups(diagnostics, options));
  await context.stderr.write("Each code is shown with its first place; run lint to list them all.\n");
}
