import type { OperationModel, PathParameterModel, RequestModel } from "../api/model.ts";
import { fixedQuery } from "./fixed-query.ts";
import { routePath } from "./route-path.ts";

/** One URL of an operation, as the runtime reads it. */
export interface RoutePlan {
  readonly method: string;
  readonly path: string;
  /** The caller's word for this URL, where its path keys do not tell it from others. */
  readonly name: string | null;
  readonly query: Readonly<Record<string, string>>;
  readonly request: RequestModel;
}

/** URLs that take the same path keys. */
export interface RouteGroup {
  readonly parameters: readonly PathParameterModel[];
  readonly routes: readonly RoutePlan[];
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

/** The path as the page writes it; with its query or method where the path alone is not unique. */
function routeName(request: RequestModel, rivals: readonly RequestModel[]): string {
  const withQuery = (item: RequestModel): string => item.path + (item.queryText === null ? "" : `?${item.queryText}`);
  const candidates = [(item: RequestModel) => item.path, withQuery];
  const unique = candidates.find((name) => rivals.filter((rival) => name(rival) === name(request)).length === 1);
  return unique?.(request) ?? `${request.method} ${withQuery(request)}`;
}

/**
 * Groups the URLs of an operation by the path keys they take.
 *
 * @returns groups and their routes in the order of the page; the first route of a group is its default
 */
export function groupRoutes(operation: OperationModel): readonly RouteGroup[] {
  const whole = operation.requests.filter(({ path }) => !path.includes("/.../"));
  const callable = whole.length > 0 ? whole : operation.requests;
  const requests = callable.filter((item, index) => callable.findIndex((other) => isSame(item, other)) === index);
  const keys = [...new Set(requests.map(keyOf))];
  return keys.map((key) => {
    const rivals = requests.filter((request) => keyOf(request) === key);
    const routes = rivals.map((request) => ({
      method: request.method,
      path: routePath(request),
      name: rivals.length === 1 ? null : routeName(request, rivals),
      query: fixedQuery(request.queryText).fixed,
      request,
    }));
    return { parameters: rivals[0]?.parameters ?? [], routes };
  });
}
