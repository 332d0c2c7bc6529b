import type { HttpMethod, OperationModel, RequestModel } from "../api/model.ts";
import { compareStrings } from "../util/compare.ts";
import { groupBy } from "../util/group.ts";
import type { Components } from "./component.ts";
import type { HttpMethodKey, Named, Operation, PathItem } from "./document.ts";
import { mergeOperations } from "./merge.ts";
import { operationIds } from "./operation-id.ts";
import { operationObject, type Endpoint } from "./operation.ts";
import { readTemplate, templateText } from "./path-template.ts";

const METHODS: Readonly<Record<HttpMethod, HttpMethodKey>> = {
  GET: "get",
  POST: "post",
  PUT: "put",
  PATCH: "patch",
  DELETE: "delete",
};

/** URLs that are written out; a page that abridges all of them is taken at its word. */
function wholeRequests(operation: OperationModel): readonly RequestModel[] {
  const whole = operation.requests.filter(({ path }) => !path.includes("/.../"));
  return whole.length > 0 ? whole : operation.requests;
}

/** A page's URLs, each method and path once: what its query says is a matter of parameters. */
function endpointsOf(operation: OperationModel): readonly Endpoint[] {
  const found = new Map<string, Omit<Endpoint, "id">>();
  for (const request of wholeRequests(operation)) {
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

/** Of pages that share a URL, the one whose URL it is first: a plain one before one of a query. */
function rank({ operation, request }: Endpoint): number {
  return (request.queryText === null ? 0 : 1000) + operation.requests.indexOf(request);
}

/** Everything that is documented of one path; its parameters have the names that come first. */
function pathItem(endpoints: readonly Endpoint[], components: Components): readonly [string, PathItem] {
  const ranked = endpoints.toSorted((a, b) => rank(a) - rank(b) || compareStrings(a.id, b.id));
  const template = ranked[0]?.template ?? { key: "", pieces: [], parameters: [] };
  const names = template.parameters.map((parameter) => parameter.name);
  const methods = groupBy(ranked, ({ request }) => METHODS[request.method]);
  const item = [...methods].map(([method, rivals]) => {
    const objects = rivals.map((endpoint) => operationObject(endpoint, names, components));
    return [method, objects.reduce<Operation | null>(joined, null)] as const;
  });
  return [templateText(template, names), Object.fromEntries(item.toSorted(([a], [b]) => compareStrings(a, b)))];
}

function joined(all: Operation | null, one: Operation): Operation {
  return all === null ? one : mergeOperations(all, one);
}

/** Describes every documented URL, sorted by path. */
export function pathsOf(operations: readonly OperationModel[], components: Components): Named<PathItem> {
  const paths = groupBy(operations.flatMap(endpointsOf), (endpoint) => endpoint.template.key);
  const items = [...paths.values()].map((endpoints) => pathItem(endpoints, components));
  return Object.fromEntries(items.toSorted(([a], [b]) => compareStrings(a, b)));
}
