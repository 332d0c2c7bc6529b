import type { OperationModel, PathParameterModel, RequestModel } from "../api/model.ts";
import { matchItems, type Matched } from "./match.ts";
import type { Change, Pair, Verdict } from "./model.ts";
import { change, type Topic } from "./report.ts";
import { relateTypes } from "./shape.ts";
import { SENT } from "./uses.ts";
import { adds, breaks, breaksAtRun, judgeValue } from "./verdict.ts";
import type { World } from "./world.ts";

/** URLs of an operation by the path keys that choose among them, in page order. */
type Groups = ReadonlyMap<string, readonly RequestModel[]>;

/** Compares the URLs of an operation; they are the same where they differ in the names of placeholders only. */
export function urlChanges(topic: Topic, operation: Pair<OperationModel>, worlds: Pair<World>): readonly Change[] {
  const lists = { before: callable(operation.before), after: callable(operation.after) };
  const matched = matchItems(lists, shapeOf);
  const groups = { before: groupsOf(lists.before), after: groupsOf(lists.after) };
  const replaced = replacements(matched, groups);
  const taken = new Set(replaced.values());
  return [
    ...matched.removed.map((request) => removal(topic, request, replaced.get(request), groups)),
    ...matched.added
      .filter((request) => !taken.has(request))
      .map((request) => change(topic, "url-added", adds(), request.source, { after: shownUrl(request) })),
    ...matched.both.flatMap((request) => [
      ...rewritten(topic, request, groups.before),
      ...keyChanges(topic, request, worlds),
    ]),
    ...defaultChanges(topic, matched, groups),
  ];
}

/** URLs that are written out; a page that abridges all of them is taken at its word. */
function callable({ requests }: OperationModel): readonly RequestModel[] {
  const whole = requests.filter(({ path }) => !path.includes("/.../"));
  return whole.length > 0 ? whole : requests;
}

/** A URL without the names of its placeholders. */
function shapeOf(request: RequestModel): string {
  const path = request.parameters.reduce((text, { placeholder }) => text.replaceAll(placeholder, "{}"), request.path);
  return `${request.method} ${path}?${request.queryText ?? ""}`;
}

function shownUrl({ method, path, queryText }: RequestModel): string {
  return `${method} ${path}${queryText === null ? "" : `?${queryText}`}`;
}

function keysOf({ parameters }: RequestModel): string {
  return parameters
    .map(({ name }) => name)
    .toSorted()
    .join(" ");
}

function groupsOf(requests: readonly RequestModel[]): Groups {
  const groups = new Map<string, RequestModel[]>();
  for (const request of requests) groups.set(keysOf(request), [...(groups.get(keysOf(request)) ?? []), request]);
  return groups;
}

/** A URL that was the only one of its path keys, and the new one to which calls with these keys go now. */
function replacements({ removed, added }: Matched<RequestModel>, { before, after }: Pair<Groups>) {
  const replaced = new Map<RequestModel, RequestModel>();
  for (const request of removed) {
    const [next] = after.get(keysOf(request)) ?? [];
    const wasAlone = before.get(keysOf(request))?.length === 1;
    if (wasAlone && next !== undefined && added.includes(next)) replaced.set(request, next);
  }
  return replaced;
}

function removal(topic: Topic, request: RequestModel, next: RequestModel | undefined, groups: Pair<Groups>): Change {
  const before = shownUrl(request);
  if (next !== undefined) {
    const verdict = adds("calls with the same path keys go to the new one");
    return change(topic, "url-changed", verdict, next.source, { before, after: shownUrl(next) });
  }
  return change(topic, "url-removed", judgeRemoval(request, groups), request.source, { before, side: "before" });
}

function judgeRemoval(request: RequestModel, { before, after }: Pair<Groups>): Verdict {
  const key = keysOf(request);
  if (!after.has(key)) return breaks("no URL takes its path keys any more");
  if ((before.get(key)?.length ?? 0) > 1) return breaks("its `route` is gone");
  return breaksAtRun("calls with the same path keys go to another URL");
}

/** Where several URLs take the same path keys, a caller names one as the page writes it. */
function rewritten(topic: Topic, { before, after }: Pair<RequestModel>, groups: Groups): readonly Change[] {
  if (before.path === after.path || (groups.get(keysOf(before))?.length ?? 0) < 2) return [];
  const names = { before: shownUrl(before), after: shownUrl(after) };
  return [change(topic, "url-changed", breaks("its `route` is written differently"), after.source, names)];
}

function keyChanges(topic: Topic, request: Pair<RequestModel>, worlds: Pair<World>): readonly Change[] {
  const { source } = request.after;
  return request.before.parameters.flatMap((before, index) => {
    const after = request.after.parameters[index];
    if (after === undefined) return [];
    const own: Topic = { module: topic.module, subject: `${topic.subject}.${after.name}` };
    const names = { before: before.name, after: after.name };
    const types = { before: before.type, after: after.type };
    return [
      ...(before.name === after.name ? [] : [change(topic, "path-parameter-renamed", breaks(), source, names)]),
      ...(before.type === after.type
        ? []
        : [change(own, "path-parameter-type-changed", judgeKey({ before, after }, worlds), source, types)]),
    ];
  });
}

/** A path is text: what is no number, boolean or enum may be any. */
function judgeKey({ before, after }: Pair<PathParameterModel>, worlds: Pair<World>): Verdict {
  const typed = ({ type }: PathParameterModel, world: World): string =>
    type.startsWith("Edm.") || world.enums.has(type) ? type : "Edm.String";
  const types = { before: typed(before, worlds.before), after: typed(after, worlds.after) };
  return judgeValue(relateTypes(types, worlds), SENT);
}

/** A call that names no route goes to the first URL of its path keys. */
function defaultChanges(topic: Topic, { both }: Matched<RequestModel>, groups: Pair<Groups>): readonly Change[] {
  return [...groups.before].flatMap(([key, [before]]) => {
    const [after] = groups.after.get(key) ?? [];
    const kept = both.find((pair) => pair.before === before)?.after;
    if (before === undefined || after === undefined || kept === undefined || kept === after) return [];
    if (keysOf(kept) !== key) return [];
    const names = { before: shownUrl(kept), after: shownUrl(after) };
    return [change(topic, "default-url-changed", breaksAtRun("calls without a `route` go to it"), after.source, names)];
  });
}
