import type { KeptOperations, LinkedOperation } from "./api/link-operations.ts";
import type { OperationModel } from "./api/model.ts";
import type { OperationDraft, UnnamedOperation } from "./api/operations.ts";
import { keyOf, type Store } from "./cache/store.ts";
import { createSummaries, summarize, type OperationSummary, type Summarize } from "./emit/operation-summary.ts";
import { once } from "./util/once.ts";
import { splitLine, type KeptText } from "./util/lines.ts";
import type { Page } from "./page/model.ts";

/** Operations as earlier runs linked them, and what all runs ask of them. */
export interface OperationMemory extends KeptOperations {
  /** Summaries of operations that went through the link stage. */
  readonly summarize: Summarize;
  /** Adds to the store what this run linked, and forgets what it did not ask for. */
  save(): Promise<void>;
}

/** What stands in the first line of a kept operation: all that most runs need of it. */
interface Head extends Pick<LinkedOperation, "counted" | "link" | "inference"> {
  readonly draft: Omit<OperationDraft, "operation" | "inheritedFrom">;
  readonly inheritedFrom: readonly (readonly [property: string, type: InheritedFrom])[];
  readonly operation: Pick<OperationModel, "kind" | "requests" | "response" | "source">;
  readonly summary: OperationSummary;
}

type InheritedFrom = OperationDraft["inheritedFrom"] extends ReadonlyMap<string, infer T> ? T : never;

interface Known {
  readonly operation: LinkedOperation;
  readonly summary: OperationSummary;
}

/**
 * Keeps operations in memory and in a store.
 *
 * @param store texts of earlier runs
 * @param stamp stands for the program
 */
export function createOperationMemory(store: Store, stamp: string): OperationMemory {
  let known = new Map<string, Known>();
  let used = new Map<string, Known>();
  const summaries = new WeakMap<OperationDraft, OperationSummary>();
  const settled = new WeakMap<OperationModel, OperationSummary>();
  const others = createSummaries();
  const keyFor = ({ path, namespace, operationKey }: Page): string | null =>
    operationKey === undefined ? null : keyOf(stamp, "operation", path, namespace ?? "", operationKey);
  const use = (key: string, item: Known): LinkedOperation => {
    used.set(key, item);
    summaries.set(item.operation.draft, item.summary);
    return item.operation;
  };
  return {
    recall: (page) => {
      const key = keyFor(page);
      const found = key === null ? null : (used.get(key) ?? known.get(key) ?? parse(store.getBytes(key)));
      return key === null || found === null ? null : use(key, found);
    },
    keep: (page, operation) => {
      const key = keyFor(page);
      if (key === null) return;
      const text = JSON.stringify(operation.draft.operation);
      const summary = summarize(operation.draft.operation, text);
      use(key, { operation, summary });
      store.set(key, print(operation, summary, text));
    },
    settle: (draft, operation) => {
      const summary = summaries.get(draft);
      if (summary !== undefined) settled.set(operation, summary);
    },
    summarize: (operation) => settled.get(operation) ?? others(operation),
    save: () => {
      known = used;
      used = new Map();
      return store.save();
    },
  };
}

function print({ draft, ...steps }: LinkedOperation, summary: OperationSummary, text: string): string {
  const { operation, inheritedFrom, ...rest } = draft;
  const { kind, requests, response, source } = operation;
  const head = { ...steps, draft: rest, inheritedFrom: [...inheritedFrom], summary };
  return `${JSON.stringify({ ...head, operation: { kind, requests, response, source } } satisfies Head)}\n${text}`;
}

function parse(text: KeptText | null): Known | null {
  if (text === null) return null;
  const [line, rest] = splitLine(text);
  const head: unknown = JSON.parse(line);
  if (!isHead(head)) return null;
  const { summary, inheritedFrom, draft, operation, ...steps } = head;
  const whole = { ...draft, operation: withRest(operation, rest), inheritedFrom: new Map(inheritedFrom) };
  return { operation: { ...steps, draft: whole }, summary };
}

/** The operation with what stands in the second line, which is read when it is first asked for. */
function withRest({ kind, requests, response, source }: Head["operation"], text: KeptText): UnnamedOperation {
  const rest = once(() => parseOperation(text));
  return {
    kind,
    get summary() {
      return rest().summary;
    },
    get description() {
      return rest().description;
    },
    get deprecated() {
      return rest().deprecated;
    },
    requests,
    get permissions() {
      return rest().permissions;
    },
    get headers() {
      return rest().headers;
    },
    get query() {
      return rest().query;
    },
    get functionParameters() {
      return rest().functionParameters;
    },
    get requestBody() {
      return rest().requestBody;
    },
    response,
    get examples() {
      return rest().examples;
    },
    source,
  };
}

function parseOperation(text: KeptText): UnnamedOperation {
  const operation: unknown = JSON.parse(text.toString());
  if (!isOperation(operation))
    throw new Error(`Unexpected text ${text.toString().slice(0, 40)}, expected an operation`);
  return operation;
}

/** The store checks that a text is whole, and the program's stamp is part of its key. */
function isHead(value: unknown): value is Head {
  return typeof value === "object" && value !== null && "summary" in value && "operation" in value;
}

function isOperation(value: unknown): value is UnnamedOperation {
  return typeof value === "object" && value !== null && "requests" in value && "examples" in value;
}
