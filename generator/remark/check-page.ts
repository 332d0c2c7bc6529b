import path from "node:path";
import type { DiagnosticCode } from "../diagnostics/catalog.ts";
import { compareDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host.ts";
import { lintTask } from "../lint-task.ts";
import { isPageCode } from "../lint/page-codes.ts";
import { atLevels } from "../lint/severity.ts";
import { suppress } from "../lint/suppress.ts";
import { isPage } from "../source/discover.ts";
import { pageOfText } from "../source/find.ts";
import type { RemarkSettings } from "./options.ts";

/**
 * Finds what is wrong with one page, without looking at others.
 *
 * @param host access to the files that the page includes
 * @param file the page, absolute; it need not stand there
 * @param text what is to be checked, saved or not
 * @returns ordered by place; nothing for a file that is no page of the docs
 */
export async function checkPage(
  host: Host,
  { docs, root, rules }: RemarkSettings,
  file: string,
  text: string,
): Promise<readonly Diagnostic[]> {
  const shown = path.relative(docs, file).replaceAll(path.sep, "/");
  if (shown.startsWith("../") || path.isAbsolute(shown) || !isPage(shown)) return [];
  const { result, linted } = lintTask(await pageOfText({ host, docs, root }, shown, text));
  const found = [...result[1], ...(linted?.diagnostics ?? [])];
  const isLookedFor = (code: DiagnosticCode): boolean => rules[code] !== "off" && isPageCode(code);
  const left = suppress(found, linted === null ? [] : [linted.index], isLookedFor);
  return atLevels(left, rules).toSorted(compareDiagnostics);
}
