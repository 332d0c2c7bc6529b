import type { PathParameterModel } from "../../api/model.ts";
import { NO_DOC, prose } from "../syntax/doc.ts";
import { enumValue, isNumber, openValues } from "../types/type-of.ts";
import { BOOLEAN, NEVER, NUMBER, STRING, union, type Member, type TypeExpression } from "../syntax/type-expression.ts";
import type { Plan } from "../plan/plan.ts";
import type { RouteGroup } from "../plan/routes.ts";

/** A path value is a string unless it is certainly a number, a boolean or an enum. */
function pathValueType(parameter: PathParameterModel, plan: Plan): TypeExpression {
  if (isNumber(parameter.type)) return NUMBER;
  if (parameter.type === "Edm.Boolean") return BOOLEAN;
  if (parameter.values.length > 0) return openValues(parameter.values);
  const enumeration = plan.enums.get(parameter.type);
  return enumeration === undefined ? STRING : enumValue(enumeration);
}

function keysType(group: RouteGroup, plan: Plan): TypeExpression {
  const members = group.parameters.map((parameter): Member => ({
    name: parameter.name,
    type: pathValueType(parameter, plan),
    optional: false,
    doc: prose(parameter.description ?? ""),
  }));
  return { kind: "object", members };
}

function routeMember(groups: readonly RouteGroup[]): readonly Member[] {
  const routes = groups.flatMap((group) => group.routes.flatMap((route) => route.name ?? []));
  if (routes.length === 0) return [];
  const hasDefault = groups.every((group) => group.hasDefault);
  const type = union(routes.map((value) => ({ kind: "literal", value })));
  return [
    {
      name: "route",
      type,
      optional: hasDefault,
      doc: prose(hasDefault ? "URL to call; the first is the default." : "URL to call."),
    },
  ];
}

/**
 * The members of an options type that select the URL.
 *
 * @param groups URLs, grouped by their path keys; the groups become one `path` type
 * @param exclusive whether a group without keys forbids `path`, as one of several variants
 */
export function pathMembers(groups: readonly RouteGroup[], plan: Plan, exclusive = false): readonly Member[] {
  const keyed = groups.filter((group) => group.parameters.length > 0);
  const route = routeMember(groups);
  if (keyed.length === 0) {
    return exclusive ? [{ name: "path", type: NEVER, optional: true, doc: NO_DOC }, ...route] : route;
  }
  const type = union(keyed.map((group) => keysType(group, plan)));
  return [{ name: "path", type, optional: keyed.length < groups.length, doc: NO_DOC }, ...route];
}
