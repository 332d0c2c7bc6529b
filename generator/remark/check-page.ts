import path from "node:path";
import { compareDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import { lintTask } from "../read/lint-task.ts";
import { isPageCode, type DiagnosticCode, type Finding } from "../lint/catalog.ts";
import { atLevels } from "../lint/levels.ts";
import { suppress } from "../lint/suppress.ts";
import { isPage } from "../source/discover.ts";
import { pageOfText } from "../source/find.ts";
import type { RemarkSettings } from "./options.ts";

/**
 * Checks a page by itself, without the other pages.
 *
 * @param host access to the files that the page includes
 * @param settings folders of the docs and levels of rules
 * @param file absolute path of the page, which need not exist
 * @param text text of the page, saved or not
 * @returns findings sorted by place; nothing for a file that is not a page of the docs
 */
export async function checkPage(
  host: Host,
  { docs, root, rules, dialect }: RemarkSettings,
  file: string,
  text: string,
): Promise<readonly Finding[]> {
  const shown = path.relative(docs, file).replaceAll(path.sep, "/");
  if (shown.startsWith("../") || path.isAbsolute(shown) || !isPage(shown)) return [];
  const { result, linted } = lintTask(await pageOfText({ host, docs, root }, shown, text), dialect);
  const found = [...result[1], ...(linted?.diagnostics ?? [])];
  const isEnabled = (code: DiagnosticCode): boolean => rules[code] !== "off" && isPageCode(code);
  const left = suppress(found, linted === null ? [] : [linted.index], isEnabled);
  return atLevels(left, rules).toSorted(compareDiagnostics);
}
