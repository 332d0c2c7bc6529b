import { visible } from "../../util/visible.ts";
import { shownFile } from "../../diagnostics/report/place.ts";
import { beyond, toBaseline } from "../../lint/baseline.ts";
import type { Finding } from "../../lint/catalog.ts";
import type { Settings } from "../../settings.ts";
import { relativePath, type Context } from "../context.ts";
import { noteDiagnostics } from "../notice.ts";
import type { Notices } from "../notices.ts";

/** Prints what changes in the findings from one run of `watch` to the next. */
export interface News {
  /**
   * The first time, prints the findings that `generate` lists. Afterwards, prints every finding that the edit caused,
   * whether from a stage or a rule, and says which ones are gone. A finding that only moved to another line is not new.
   *
   * @param findings all findings of the run
   * @param notices those that `generate` lists
   */
  tell(findings: readonly Finding[], notices: Notices): Promise<void>;
}

/** Maximum number of resolved findings to list. */
const NAMED = 10;

/**
 * Remembers the findings of the previous run.
 *
 * @param context environment of the command
 * @param settings settings of the run
 */
export function createNews(context: Context, settings: Settings): News {
  let previous: readonly Finding[] | null = null;
  return {
    tell: async (findings, { listed }) => {
      const before = previous;
      previous = findings;
      if (before === null) {
        await noteDiagnostics(context, settings, listed);
        return;
      }
      await noteDiagnostics(context, settings, beyond(toBaseline(before), findings));
      const gone = beyond(toBaseline(findings), before);
      await context.stderr.write(describeGone(gone, relativePath(context, settings.docs)));
    },
  };
}

function describeGone(gone: readonly Finding[], prefix: string): string {
  const lines = gone
    .slice(0, NAMED)
    .map(({ place, message, code }) => `${shownFile(place, prefix)} no longer: ${message} [${code}]`);
  if (gone.length > NAMED) lines.push(`and ${gone.length - NAMED} other findings are gone`);
  return lines.map((line) => `${visible(line)}\n`).join("");
}
