import type { Diagnostic, Result } from "./diagnostics/diagnostic.ts";
import { lintPage, type LintedPage } from "./lint/lint.ts";
import type { PageIndex } from "./lint/model.ts";
import { pageTask } from "./page-task.ts";
import type { Page } from "./page/model.ts";
import type { SourcePage } from "./source/model.ts";

/** What was read of a page and what the rules say of it; null for one that could not be read to its end. */
export interface LintedSource {
  readonly result: Result<Page | null>;
  readonly linted: LintedPage | null;
}

/** The same as plain data: the page stands in its result, maps and sets are lists. */
interface LintedRecord {
  readonly result: Result<Page | null>;
  readonly linted: {
    readonly diagnostics: readonly Diagnostic[];
    readonly links: PageIndex["links"];
    readonly suppressions: PageIndex["suppressions"];
    readonly anchors: readonly string[];
    readonly members: readonly (readonly [name: string, place: Diagnostic["place"]])[];
  } | null;
}

/** Reads one page and runs the rules that need one page alone. A pure function of the page and its includes. */
export function lintTask(source: SourcePage): LintedSource {
  const linted: LintedPage[] = [];
  const result = pageTask(source, (text, document, page) => {
    linted.push(lintPage(text, document, page));
  });
  return { result, linted: result[0] === null ? null : (linted[0] ?? null) };
}

/** Prints what was found of a page, to be sent by a thread or kept. */
export function printLinted({ result, linted }: LintedSource): string {
  if (linted === null) return JSON.stringify({ result, linted: null } satisfies LintedRecord);
  const { anchors, members, links, suppressions } = linted.index;
  const { diagnostics } = linted;
  const plain = { diagnostics, links, suppressions, anchors: [...anchors], members: [...members] };
  return JSON.stringify({ result, linted: plain } satisfies LintedRecord);
}

/** Reads what `printLinted` printed; null for another text. */
export function parseLinted(text: string): LintedSource | null {
  const record: unknown = JSON.parse(text);
  if (!isRecord(record)) return null;
  const { result, linted } = record;
  const [page] = result;
  if (linted === null || page === null) return { result, linted: null };
  const { diagnostics, anchors, members, links, suppressions } = linted;
  const index = { page, links, suppressions, anchors: new Set(anchors), members: new Map(members) };
  return { result, linted: { diagnostics, index } };
}

/** The program's stamp is part of every key: what is kept was printed by this very program. */
function isRecord(value: unknown): value is LintedRecord {
  return typeof value === "object" && value !== null && "result" in value && "linted" in value;
}
