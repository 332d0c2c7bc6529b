import type { OperationModel } from "../../api/model.ts";
import type { Place } from "../../diagnostics/diagnostic.ts";
import { annotationsBelow } from "../requests/bindings.ts";
import { sentBodies } from "../requests/body.ts";
import { queryOf } from "../plan/fixed-query.ts";
import type { Properties } from "../plan/members.ts";
import type { Plan } from "../plan/plan.ts";
import { queryName, sentQueries } from "../requests/query.ts";

type NamedPlaces = readonly (readonly [name: string, place: Place])[];

/** Query options that occur only in a documented URL or in an example. */
export function shownQueryPlaces(operation: OperationModel): NamedPlaces {
  const inUrls = operation.requests.flatMap((request) =>
    queryOf(request).placeholders.map((name) => [queryName(name), request.source] as const),
  );
  const sent = sentQueries(operation).flatMap(({ names, source }) => names.map((name) => [name, source] as const));
  return [...inUrls, ...sent];
}

/** Members of a body that are not in its table: properties of the resource, or members of an example. */
export function shownBodyPlaces(operation: OperationModel, plan: Plan): NamedPlaces {
  const properties: Properties = plan.types.get(operation.requestBody?.type ?? "")?.properties.all ?? new Map();
  const required = [...properties.values()].filter((property) => property.required);
  const sent = sentBodies(operation).flatMap(({ body, source }) =>
    Object.keys(body).map((name) => [name, properties.get(name)?.source ?? source] as const),
  );
  const annotations = sentBodies(operation).flatMap(({ body, source }) =>
    Object.keys(body).flatMap((property) =>
      annotationsBelow(property, [body]).map(({ name }) => [`${property}/${name}`, source] as const),
    ),
  );
  return [...sent, ...annotations, ...required.map(({ name, source }) => [name, source] as const)];
}
