import type { Result } from "./diagnostics/diagnostic.ts";
import type { OperationFacts, Page } from "./page/model.ts";
import { packPage, unpackPage, type PackedPage } from "./page-pack.ts";
import { once } from "./util/once.ts";
import { sha256 } from "./util/hash.ts";
import { splitLine, type KeptText } from "./util/lines.ts";

/**
 * Prints what a page states: a line with all but the facts of its operation, then these. They are most of the text, and
 * are not read where an earlier run has linked the operation.
 */
export function printPage([page, diagnostics]: Result<Page | null>): string {
  if (page === null) return `${JSON.stringify([null, diagnostics])}\n`;
  const packed = packPage({ ...page, operation: null });
  if (page.operation === null) return `${JSON.stringify([packed, diagnostics])}\n`;
  const facts = JSON.stringify(page.operation);
  return `${JSON.stringify([{ ...packed, operationKey: sha256(facts) }, diagnostics])}\n${facts}`;
}

/**
 * Reads what a page states. The program's stamp is part of the key of a kept text, so that it is one of ours.
 *
 * @returns null where the text has another shape
 */
export function parsePage(text: KeptText): Result<Page | null> | null {
  const [line, facts] = splitLine(text);
  const parsed: unknown = JSON.parse(line);
  if (!isResult(parsed)) return null;
  const [packed, diagnostics] = parsed;
  if (packed === null) return [null, diagnostics];
  const page = unpackPage(packed);
  return [facts.length === 0 ? page : withOperation(page, facts), diagnostics];
}

/** The page with the facts of its operation, which are read when they are first asked for. */
function withOperation(page: Page, facts: KeptText): Page {
  const read = once(() => parseFacts(facts));
  return {
    ...page,
    get operation() {
      return read();
    },
  };
}

function parseFacts(text: KeptText): OperationFacts {
  const facts: unknown = JSON.parse(text.toString());
  if (!isFacts(facts)) throw new Error(`Unexpected text ${text.toString().slice(0, 40)}, expected an operation`);
  return facts;
}

function isFacts(value: unknown): value is OperationFacts {
  return typeof value === "object" && value !== null && "requests" in value && "examples" in value;
}

function isResult(value: unknown): value is Result<PackedPage | null> {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === "object" && Array.isArray(value[1]);
}
