import type { KeptOperations, KeptStep, LinkedOperation } from "./api/link-operations.ts";
import type { Told } from "./api/look-ups.ts";
import type { OperationModel, RequestModel, ResponseModel } from "./api/model.ts";
import type { OperationDraft, UnnamedOperation } from "./api/operations.ts";
import { keyOf, type Store } from "./cache/store.ts";
import { createSummaries, summarize, type OperationSummary, type Summarize } from "./emit/operation-summary.ts";
import type { Place } from "./diagnostics/diagnostic.ts";
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

/**
 * What stands in the first line of a kept operation: all that most runs need of it, and no more, as thousands of these
 * are read in each. The second line has the operation as a whole.
 */
interface Head extends Pick<LinkedOperation, "counted"> {
  readonly link: HeadStep;
  readonly inference: HeadStep | null;
  readonly draft: Omit<OperationDraft, "operation" | "inheritedFrom">;
  readonly kind: OperationModel["kind"];
  readonly requests: readonly HeadRequest[];
  readonly response: Pick<ResponseModel, "type" | "collection">;
  readonly source: Place;
  readonly summary: OperationSummary;
}

/** Most steps tell nothing of most that they may tell of. */
interface HeadStep extends Pick<KeptStep, "reads"> {
  readonly told: Partial<Told>;
}

type HeadRequest = readonly [method: RequestModel["method"], path: string, queryText: string | null];

/** What stands in the second line. */
interface Rest {
  readonly operation: UnnamedOperation;
  readonly inheritedFrom: readonly (readonly [property: string, type: InheritedFrom])[];
}

type InheritedFrom = OperationDraft["inheritedFrom"] extends ReadonlyMap<string, infer T> ? T : never;

const NOTHING_TOLD: Told = { diagnostics: [], comparedLists: [], flagEnums: [], enumUses: [], unstated: [] };

interface Known {
  readonly operation: LinkedOperation;
  readonly summary: OperationSummary;
}

/**
 * Keeps operations in memory and in a store.
 *
 * @param store texts of earlier runs
 * @param stamp stands for the program
 * @param isLasting whether it serves several runs, in which a page that has not changed is one object
 */
export function createOperationMemory(store: Store, stamp: string, isLasting = false): OperationMemory {
  let known = new Map<string, Known>();
  let used = new Map<string, Known>();
  const summaries = new WeakMap<OperationDraft, OperationSummary>();
  const settled = new WeakMap<OperationModel, OperationSummary>();
  const others = createSummaries();
  const keyFor = isLasting ? oncePerPage(keyForPage(stamp)) : keyForPage(stamp);
  const use = (key: string, item: Known): LinkedOperation => {
    used.set(key, item);
    summaries.set(item.operation.draft, item.summary);
    return item.operation;
  };
  const find = (key: string): Known | null => used.get(key) ?? known.get(key) ?? parse(store.getBytes(key));
  return {
    recall: (page) => {
      const key = keyFor(page);
      const found = key === null ? null : find(key);
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

type KeyFor = (page: Page) => string | null;

function keyForPage(stamp: string): KeyFor {
  return ({ path, namespace, operationKey }) =>
    operationKey === undefined ? null : keyOf(stamp, "operation", path, namespace ?? "", operationKey);
}

function oncePerPage(keyFor: KeyFor): KeyFor {
  const keys = new WeakMap<Page, string | null>();
  return (page) => {
    const known = keys.get(page);
    if (known !== undefined) return known;
    const key = keyFor(page);
    keys.set(page, key);
    return key;
  };
}

function print({ draft, counted, link, inference }: LinkedOperation, summary: OperationSummary, text: string): string {
  const { operation, inheritedFrom, ...rest } = draft;
  const { kind, requests, response, source } = operation;
  const head: Head = {
    ...{ counted, kind, source, summary, draft: rest },
    link: headStep(link),
    inference: inference === null ? null : headStep(inference),
    requests: requests.map(({ method, path, queryText }) => [method, path, queryText]),
    response: { type: response.type, collection: response.collection },
  };
  return `${JSON.stringify(head)}\n{"inheritedFrom":${JSON.stringify([...inheritedFrom])},"operation":${text}}`;
}

function headStep({ reads, told }: KeptStep): HeadStep {
  const isTold = ([, items]: readonly [string, readonly unknown[]]) => items.length > 0;
  return { reads, told: Object.fromEntries(Object.entries<Told[keyof Told]>({ ...told }).filter(isTold)) };
}

function parse(text: KeptText | null): Known | null {
  if (text === null) return null;
  const [line, second] = splitLine(text);
  const head: unknown = JSON.parse(line);
  if (!isHead(head)) return null;
  const rest = once(() => parseRest(second));
  const draft: OperationDraft = {
    ...head.draft,
    operation: operationOf(head, () => rest().operation),
    get inheritedFrom() {
      return new Map(rest().inheritedFrom);
    },
  };
  const { counted, link, inference, summary } = head;
  const steps = { link: stepOf(link), inference: inference === null ? null : stepOf(inference) };
  return { operation: { counted, draft, ...steps }, summary };
}

function stepOf({ reads, told }: HeadStep): KeptStep {
  return { reads, told: { ...NOTHING_TOLD, ...told } };
}

/** The operation with what stands in the second line, which is read when it is first asked for. */
function operationOf({ kind, requests, response, source }: Head, rest: () => UnnamedOperation): UnnamedOperation {
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
    requests: requests.map((request, index) => requestOf(request, () => itemAt(rest().requests, index))),
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
    response: responseOf(response, () => rest().response),
    get examples() {
      return rest().examples;
    },
    source,
  };
}

function requestOf([method, path, queryText]: HeadRequest, rest: () => RequestModel): RequestModel {
  return {
    method,
    path,
    queryText,
    get source() {
      return rest().source;
    },
    get parameters() {
      return rest().parameters;
    },
  };
}

function responseOf({ type, collection }: Head["response"], rest: () => ResponseModel): ResponseModel {
  return {
    get status() {
      return rest().status;
    },
    get statuses() {
      return rest().statuses;
    },
    type,
    collection,
    get description() {
      return rest().description;
    },
    get source() {
      return rest().source;
    },
  };
}

function itemAt<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error(`expected an item at ${index}, as the first line has one`);
  return item;
}

function parseRest(text: KeptText): Rest {
  const rest: unknown = JSON.parse(text.toString());
  if (isRest(rest)) return rest;
  throw new Error(`Unexpected text ${text.toString().slice(0, 40)}, expected an operation`);
}

/** The store checks that a text is whole, and the program's stamp is part of its key. */
function isHead(value: unknown): value is Head {
  return typeof value === "object" && value !== null && "summary" in value && "requests" in value;
}

function isRest(value: unknown): value is Rest {
  return typeof value === "object" && value !== null && "operation" in value && "inheritedFrom" in value;
}
