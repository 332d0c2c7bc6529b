import { createCollector, type Collector, type Diagnostic, type Result } from "../diagnostics/diagnostic.ts";
import type { Document } from "../markdown/model.ts";
import type { OperationFacts, RequestFacts } from "./model.ts";
import { nameParts } from "./names/file-name-parts.ts";
import { mainGroup, partsOfMethod } from "./names/method-verb.ts";
import { readOperation } from "./operation.ts";
import { findHttpBlocks, reportStrayRequests } from "./requests/http-block.ts";
import { methodGroups } from "./requests/method-groups.ts";

/**
 * Reads the operations that a page describes: one, or one for each method if headings separate requests of different
 * methods.
 *
 * @param namespace namespace of the page
 * @returns an empty list for a page without a request line
 */
export function readOperations(document: Document, namespace: string): Result<readonly OperationFacts[]> {
  const collector = createCollector();
  const blocks = findHttpBlocks(document);
  const groups = methodGroups(document, blocks);
  const parts = nameParts(document);
  if (groups.length === 0) {
    const facts = collector.pipe(readOperation(document, namespace, blocks, parts));
    if (facts !== null) {
      reportMethods(facts.requests, collector);
      reportStrayRequests(document, facts.requests, collector);
    }
    return collector.wrap(facts === null ? [] : [facts]);
  }
  const main = mainGroup(groups, parts);
  const methods = new Set<string>(groups.map(({ method }) => method));
  const seen = new Set<string>();
  const isNew = ({ code, place }: Diagnostic) => {
    const key = `${code} ${String(place.line)}:${String(place.column)}`;
    return !seen.has(key) && seen.add(key);
  };
  const ordered = groups.toSorted((a, b) => Number(b === main) - Number(a === main));
  const read = ordered.flatMap((group) => {
    const own = blocks.filter((block) => group.document.sections.some((section) => section.blocks.includes(block)));
    const names = group === main ? parts : partsOfMethod(parts, group.method);
    // The groups share sections, whose diagnostics are reported once.
    const [facts, found] = readOperation(group.document, namespace, own, names);
    collector.pipe([null, found.filter(isNew)]);
    if (facts === null) return [];
    const isOwn = (method: string) => (group === main && !methods.has(method)) || method === group.method;
    const examples = facts.examples.filter(({ request }) => request === null || isOwn(request.method));
    return { ...facts, examples, source: group === main ? facts.source : group.root.place };
  });
  reportStrayRequests(
    document,
    read.flatMap(({ requests }) => requests),
    collector,
  );
  return collector.wrap(read);
}

/** A function that sends requests of different methods is unclear, unless they are alternatives for the same URLs. */
function reportMethods(requests: readonly RequestFacts[], collector: Collector): void {
  const [first] = requests;
  const other = requests.find(({ method }) => method !== first?.method);
  if (first === undefined || other === undefined) return;
  const pathsOf = (method: string) =>
    new Set(requests.filter((each) => each.method === method).map(({ path }) => path));
  const paths = pathsOf(first.method);
  if (requests.every(({ path, method }) => paths.has(path) && pathsOf(method).size === paths.size)) return;
  const related = [{ message: `the first ${first.method} request`, place: first.source }];
  collector.add("request-methods-mixed", { method: other.method, first: first.method }, other.source, related);
}
