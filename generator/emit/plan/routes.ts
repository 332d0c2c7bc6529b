import type { OperationModel, PathParameterModel, RequestModel } from "../../api/model.ts";
import { queryOf } from "./fixed-query.ts";
import { jsonFormat } from "./json-format.ts";
import { routePath } from "./route-path.ts";
import { isPrimitive } from "../../util/odata.ts";

/** One URL of an operation, in the format of the runtime. */
export interface RoutePlan {
  readonly method: string;
  readonly path: string;
  /** Value of `route` that selects this URL, if its path keys do not. */
  readonly name: string | null;
  readonly query: Readonly<Record<string, string>>;
  /** Whether this URL returns the content of the resource that the others describe. */
  readonly content: boolean;
  readonly request: RequestModel;
}

/** URLs with the same path keys. */
export interface RouteGroup {
  readonly parameters: readonly PathParameterModel[];
  readonly routes: readonly RoutePlan[];
  /** Whether a call without `route` uses the first of them. */
  readonly hasDefault: boolean;
}

function keyOf(request: RequestModel): string {
  return request.parameters
    .map((parameter) => parameter.name)
    .sort()
    .join(" ");
}

function isSame(a: RequestModel, b: RequestModel): boolean {
  return a.method === b.method && a.path === b.path && a.queryText === b.queryText;
}

/** The path on the page, with its query or method if the path alone is not unique. */
function routeName(request: RequestModel, rivals: readonly RequestModel[]): string {
  const withQuery = (item: RequestModel): string => item.path + (item.queryText === null ? "" : `?${item.queryText}`);
  const candidates = [(item: RequestModel) => item.path, withQuery];
  const unique = candidates.find((name) => rivals.filter((rival) => name(rival) === name(request)).length === 1);
  return unique?.(request) ?? `${request.method} ${withQuery(request)}`;
}

/** `$value` is the raw value in OData. `/content` may be a resource, unless the page also has a URL of the resource. */
function returnsContent(request: RequestModel, operation: OperationModel): boolean {
  const { type } = operation.response;
  if (request.method !== "GET" || (type !== null && isPrimitive(type))) return false;
  const isFile = (path: string): boolean => /\/(?:\$value|content)$/i.test(path);
  return /\/\$value$/i.test(request.path) || (isFile(request.path) && !operation.requests.every((r) => isFile(r.path)));
}

/** Whether the URLs of an operation return JSON, content or both, although the page documents JSON. */
export function contentOf(operation: OperationModel): "json" | "content" | "mixed" {
  const kinds = new Set(operation.requests.map((request) => returnsContent(request, operation)));
  if (!kinds.has(true)) return "json";
  return kinds.has(false) ? "mixed" : "content";
}

/** The URLs that return content, or those that return JSON, grouped by their path keys. */
export function groupsThatReturn(content: boolean, groups: readonly RouteGroup[]): readonly RouteGroup[] {
  return groups.flatMap((group) => {
    const routes = group.routes.filter((route) => route.content === content);
    const hasDefault = group.hasDefault && routes[0] === group.routes[0];
    return routes.length === 0 ? [] : [{ ...group, routes, hasDefault }];
  });
}

/**
 * Groups the URLs of an operation by their path keys.
 *
 * @returns groups and their routes in the order of the page; the first route of a group is its default
 */
export function groupRoutes(operation: OperationModel): readonly RouteGroup[] {
  const all = operation.requests;
  const requests = all.filter((item, index) => all.findIndex((other) => isSame(item, other)) === index);
  const keys = [...new Set(requests.map(keyOf))];
  const format = jsonFormat(operation);
  return keys.map((key) => {
    const rivals = requests.filter((request) => keyOf(request) === key);
    const routes = rivals.map((request) => ({
      method: request.method,
      path: routePath(request),
      name: rivals.length === 1 ? null : routeName(request, rivals),
      query: { ...format, ...queryOf(request).fixed },
      content: returnsContent(request, operation),
      request,
    }));
    return { parameters: rivals[0]?.parameters ?? [], routes, hasDefault: true };
  });
}

/** The routes of all groups. The first route of the page is the default, and the groups do not preserve the order. */
export function inPageOrder(groups: readonly RouteGroup[], operation: OperationModel): readonly RoutePlan[] {
  const routes = groups.flatMap((group) => group.routes);
  return operation.requests.flatMap((request) => routes.find((route) => route.request === request) ?? []);
}
