import { append } from "../../util/group.ts";
import { lastSegment } from "../../util/paths.ts";
import { singular } from "../../util/singular.ts";
import type { LinkContext } from "../link-context.ts";
import type { RequestModel, ResponseModel } from "../model.ts";
import { commonBase } from "./ancestors.ts";
import type { OperationDraft } from "./operations.ts";
import { isItemKey } from "../../util/item-key.ts";

/** What the URLs of all operations state about each other. */
interface Urls {
  /** Paths before a key: `/fleets/{}/boats`. */
  readonly keyed: ReadonlySet<string>;
  /** Types that reads of one object return, by path and by its last two segments: `boats/{}`. */
  readonly read: ReadonlyMap<string, readonly string[]>;
}

/**
 * Corrects the responses of reads that contradict their URLs. Input: the linked operations. Output: the operations, of
 * which some return a collection, or the object that contains what their page describes.
 */
export function correctByUrl(context: LinkContext, drafts: readonly OperationDraft[]): readonly OperationDraft[] {
  const urls = indexUrls(drafts);
  return drafts.map((draft) => {
    const { operation } = draft;
    const { requests, response } = operation;
    if (response.type === null || response.collection || requests.some(({ method }) => method !== "GET")) return draft;
    if (isCollectionUrl(urls, requests)) {
      const path = requests[0]?.path ?? "";
      context.collector.add("response-of-collection", { type: response.type, path }, response.source);
      const kind = operation.kind === "get" ? "list" : operation.kind;
      return { ...draft, operation: { ...operation, kind, response: { ...response, collection: true } } };
    }
    const container = expandedContainer(context, urls, requests, response);
    return container === null
      ? draft
      : { ...draft, operation: { ...operation, response: { ...response, type: container } } };
  });
}

function indexUrls(drafts: readonly OperationDraft[]): Urls {
  const keyed = new Set<string>();
  const read = new Map<string, string[]>();
  for (const { operation } of drafts) {
    for (const request of operation.requests) {
      const segments = segmentsOf(request);
      for (const prefix of keyedPrefixes(segments)) keyed.add(prefix);
      const { type, collection } = operation.response;
      if (request.method !== "GET" || type === null || collection || isExpanding(request)) continue;
      for (const key of new Set([segments.join("/"), lastTwo(segments)])) append(read, key, type);
    }
  }
  return { keyed, read };
}

/** Segments in lower case, with `{}` for every key. */
function segmentsOf({ path }: RequestModel): readonly string[] {
  return path
    .split("/")
    .map((segment) => (/^\{[^{}]*\}$/.test(segment) || isItemKey(segment) ? "{}" : segment.toLowerCase()));
}

/** Paths before each key. */
function keyedPrefixes(segments: readonly string[]): readonly string[] {
  return segments.flatMap((segment, index) => (segment === "{}" ? [segments.slice(0, index).join("/")] : []));
}

function lastTwo(segments: readonly string[]): string {
  return segments.slice(-2).join("/");
}

/** Whether the URLs end in the plural name of a collection of which other URLs address one object by its key. */
function isCollectionUrl({ keyed }: Urls, requests: readonly RequestModel[]): boolean {
  const isPlural = ({ path }: RequestModel) => {
    const last = lastSegment(path);
    return /^\w+$/.test(last) && singular(last) !== last;
  };
  return requests.every(isPlural) && requests.some((request) => keyed.has(segmentsOf(request).join("/")));
}

function isExpanding({ queryText }: RequestModel): boolean {
  return queryText !== null && /\$expand=/i.test(queryText);
}

/**
 * The type that the URLs address, if each of them expands a property of that type and the page states the type of the
 * property: `/boats/{id}?$expand=crew` returns a boat. If the URLs address several types, their common base.
 */
function expandedContainer(
  context: LinkContext,
  { read }: Urls,
  requests: readonly RequestModel[],
  { type }: ResponseModel,
): string | null {
  if (type === null || !requests.every(isExpanding)) return null;
  const types = requests.map((request) => {
    const segments = segmentsOf(request);
    const found = read.get(segments.join("/")) ?? read.get(lastTwo(segments)) ?? [];
    return found.filter((each) => expands(context, request, each, type));
  });
  return types.every((each) => each.length > 0) ? commonBase(context, types.flat()) : null;
}

/** Whether a request expands a property of one type that has the other type. */
function expands(context: LinkContext, { queryText }: RequestModel, container: string, expanded: string): boolean {
  const [, name = ""] = /\$expand=(\w+)/i.exec(queryText ?? "") ?? [];
  return context.types.get(container.toLowerCase())?.properties.get(name)?.type === expanded;
}
