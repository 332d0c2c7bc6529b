import { compareDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { reportGroups } from "../diagnostics/report/group.ts";
import { reportPretty } from "../diagnostics/report/pretty.ts";
import type { Settings } from "../settings.ts";
import { docsPrefix, type Context } from "./context.ts";

/** More diagnostics than this are shown as one line for each code. */
const SHOWN_SINGLY = 20;

/** Writes diagnostics to stderr, grouped when there are many, as a side note to a command's own output. */
export async function noteDiagnostics(
  context: Context,
  settings: Settings,
  diagnostics: readonly Diagnostic[],
): Promise<void> {
  const options = { prefix: docsPrefix(context, settings.docs), colour: context.stderr.colour };
  if (diagnostics.length <= SHOWN_SINGLY) {
    await context.stderr.write(reportPretty(diagnostics, options));
    return;
  }
  await context.stderr.write(reportGroups(diagnostics.toSorted(compareDiagnostics), options));
  await context.stderr.write("Each code is shown with its first place; the lint command lists them all.\n");
}
