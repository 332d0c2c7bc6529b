import type { HttpMethod, OperationModel } from "../api/model.ts";
import { compareStrings } from "../util/compare.ts";
import { groupBy } from "../util/group.ts";
import type { Components } from "./schema/component.ts";
import { mergeOperations } from "./merge.ts";
import type { HttpMethodKey, Named, PathItem } from "./model.ts";
import { operationIds } from "./operation-id.ts";
import { operationObject, type Endpoint } from "./operation.ts";
import { readTemplate, templateText } from "./request/path-template.ts";

const METHODS: Readonly<Record<HttpMethod, HttpMethodKey>> = {
  GET: "get",
  POST: "post",
  PUT: "put",
  PATCH: "patch",
  DELETE: "delete",
};

/** URLs of an operation, one for each method and path; query strings become parameters. */
function endpointsOf(operation: OperationModel): readonly Endpoint[] {
  const found = new Map<string, Omit<Endpoint, "id">>();
  for (const request of operation.requests.filter(({ callable }) => callable)) {
    const template = readTemplate(request);
    const key = `${request.method} ${template.key}`;
    if (!found.has(key)) found.set(key, { operation, request, template });
  }
  const endpoints = [...found.values()];
  const ids = operationIds(
    operation.name,
    endpoints.map(({ request }) => request),
  );
  return endpoints.map((endpoint, index) => ({ ...endpoint, id: ids[index] ?? operation.name }));
}

/** Orders pages that share a URL: a URL without a query string first, then by its position on the page. */
function rank({ operation, request }: Endpoint): number {
  return (request.queryText === null ? 0 : 1000) + operation.requests.indexOf(request);
}

/** Describes one path with all of its methods; the first endpoint names its parameters. */
function pathItem(endpoints: readonly Endpoint[], components: Components): readonly [string, PathItem] {
  const ranked = endpoints.toSorted((a, b) => rank(a) - rank(b) || compareStrings(a.id, b.id));
  const template = ranked[0]?.template ?? { key: "", pieces: [], parameters: [] };
  const names = template.parameters.map((parameter) => parameter.name);
  const methods = groupBy(ranked, ({ request }) => METHODS[request.method]);
  const item = [...methods].map(([method, group]) => {
    const objects = group.map((endpoint) => operationObject(endpoint, names, components));
    return [method, objects.reduce(mergeOperations)] as const;
  });
  return [templateText(template, names), Object.fromEntries(item.toSorted(([a], [b]) => compareStrings(a, b)))];
}

/** Describes every documented URL, sorted by path. */
export function pathsOf(operations: readonly OperationModel[], components: Components): Named<PathItem> {
  const paths = groupBy(operations.flatMap(endpointsOf), (endpoint) => endpoint.template.key);
  const items = [...paths.values()].map((endpoints) => pathItem(endpoints, components));
  return Object.fromEntries(items.toSorted(([a], [b]) => compareStrings(a, b)));
}
