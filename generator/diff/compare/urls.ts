import type { OperationModel, PathParameterModel, RequestModel } from "../../api/model.ts";
import { groupBy } from "../../util/group.ts";
import { isPrimitive } from "../../util/odata.ts";
import { change, judgedChange, type Change, type Topic } from "../change.ts";
import { judgeChangedUrl, judgeRemovedUrl, judgeValue } from "../classes.ts";
import type { Pair } from "../model.ts";
import type { ApiSide } from "../view/api-side.ts";
import { relateTypes } from "../view/relation.ts";
import { SENT } from "../view/uses.ts";
import { matchItems, type Matched } from "./list.ts";

/** URLs of an operation by the names of their path parameters, in page order. */
type Groups = ReadonlyMap<string, readonly RequestModel[]>;

/** Compares the URLs of an operation. Two URLs are the same if they differ only in the names of placeholders. */
export function urlChanges(topic: Topic, operation: Pair<OperationModel>, sides: Pair<ApiSide>): readonly Change[] {
  const lists = {
    before: operation.before.requests.filter(({ callable }) => callable),
    after: operation.after.requests.filter(({ callable }) => callable),
  };
  const matched = matchItems(lists, withoutNames);
  const groups = { before: groupBy(lists.before, parametersOf), after: groupBy(lists.after, parametersOf) };
  const replaced = replacements(matched, groups);
  const replacing = new Set(replaced.values());
  return [
    ...matched.removed.map((request) => removal(topic, request, replaced.get(request), groups)),
    ...matched.added
      .filter((request) => !replacing.has(request))
      .map((request) => change(topic, "url-added", request.source, { after: shownUrl(request) })),
    ...matched.both.flatMap((request) => [
      ...routeChanges(topic, request, groups.before),
      ...parameterChanges(topic, request, sides),
    ]),
    ...defaultChanges(topic, matched, groups),
  ];
}

/** A method and URL without the names of its placeholders. */
export function withoutNames(request: RequestModel): string {
  const withoutOf = (url: string, isQuery: boolean) =>
    request.parameters
      .filter(({ alias }) => (alias !== undefined) === isQuery)
      .reduce((text, { placeholder }) => text.replaceAll(placeholder, "{}"), url);
  return `${request.method} ${withoutOf(request.path, false)}?${withoutOf(request.queryText ?? "", true)}`;
}

function shownUrl({ method, path, queryText }: RequestModel): string {
  return `${method} ${path}${queryText === null ? "" : `?${queryText}`}`;
}

/** Names of the path parameters, by which a call chooses among the URLs of an operation. */
function parametersOf({ parameters }: RequestModel): string {
  return parameters
    .map(({ name }) => name)
    .toSorted()
    .join(" ");
}

/** Maps each removed URL that was the only one of its group to the new URL that calls with its parameters use. */
function replacements({ removed, added }: Matched<RequestModel>, { before, after }: Pair<Groups>) {
  const replaced = new Map<RequestModel, RequestModel>();
  for (const request of removed) {
    const [next] = after.get(parametersOf(request)) ?? [];
    const wasAlone = before.get(parametersOf(request))?.length === 1;
    if (wasAlone && next !== undefined && added.includes(next)) replaced.set(request, next);
  }
  return replaced;
}

function removal(topic: Topic, request: RequestModel, next: RequestModel | undefined, groups: Pair<Groups>): Change {
  const before = shownUrl(request);
  if (next !== undefined) {
    const urls = { before, after: shownUrl(next) };
    return judgedChange(topic, "url-changed", judgeChangedUrl(false), next.source, urls);
  }
  const parameters = parametersOf(request);
  const hadRoute = (groups.before.get(parameters)?.length ?? 0) > 1;
  const replacement = !groups.after.has(parameters) ? "none" : hadRoute ? "other route" : "other URL";
  return judgedChange(topic, "url-removed", judgeRemovedUrl(replacement), request.source, { before, side: "before" });
}

/** If several URLs have the same path parameters, a caller chooses one by its text, the `route`. */
function routeChanges(topic: Topic, { before, after }: Pair<RequestModel>, groups: Groups): readonly Change[] {
  if (before.path === after.path || (groups.get(parametersOf(before))?.length ?? 0) < 2) return [];
  const urls = { before: shownUrl(before), after: shownUrl(after) };
  return [judgedChange(topic, "url-changed", judgeChangedUrl(true), after.source, urls)];
}

function parameterChanges(topic: Topic, request: Pair<RequestModel>, sides: Pair<ApiSide>): readonly Change[] {
  const { source } = request.after;
  return request.before.parameters.flatMap((before, index) => {
    const after = request.after.parameters[index];
    if (after === undefined) return [];
    const own: Topic = { module: topic.module, subject: `${topic.subject}.${after.name}` };
    const names = { before: before.name, after: after.name };
    const types = { before: before.type, after: after.type };
    const impact = judgeValue(
      relateTypes({ before: sentType(before, sides.before), after: sentType(after, sides.after) }, sides),
      SENT,
    );
    return [
      ...(names.before === names.after ? [] : [change(topic, "path-parameter-renamed", source, names)]),
      ...(types.before === types.after
        ? []
        : [judgedChange(own, "path-parameter-type-changed", impact, source, types)]),
    ];
  });
}

/** A path parameter is text unless its type is primitive or an enum. */
function sentType({ type }: PathParameterModel, side: ApiSide): string {
  return isPrimitive(type) || side.enums.has(type) ? type : "Edm.String";
}

/** A call that does not choose a route uses the first URL with its path parameters. */
function defaultChanges(topic: Topic, { both }: Matched<RequestModel>, groups: Pair<Groups>): readonly Change[] {
  return [...groups.before].flatMap(([parameters, [before]]) => {
    const [after] = groups.after.get(parameters) ?? [];
    const same = both.find((pair) => pair.before === before)?.after;
    if (after === undefined || same === undefined || same === after) return [];
    if (parametersOf(same) !== parameters) return [];
    return [change(topic, "default-url-changed", after.source, { before: shownUrl(same), after: shownUrl(after) })];
  });
}
