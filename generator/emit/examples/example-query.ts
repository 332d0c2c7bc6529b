import type { OperationModel, ParameterModel } from "../../api/model.ts";
import { enumSample } from "./example-value.ts";
import { queryName, sentQueryName } from "../requests/query.ts";
import { placeholder } from "./placeholder.ts";
import { isNumber } from "../types/type-of.ts";
import type { Plan } from "../plan/plan.ts";
import type { Value } from "../syntax/value-layout.ts";

/** OData options whose values are not strings. */
const ODATA_TYPES: ReadonlyMap<string, string> = new Map([
  ["$top", "Edm.Int32"],
  ["$skip", "Edm.Int32"],
  ["$count", "Edm.Boolean"],
]);

/** OData options whose values are names of properties. */
const NAME_LISTS = new Set(["$select", "$expand"]);

function typed(type: string, text: string, plan: Plan): Value {
  if (isNumber(type)) return Number.isFinite(Number(text)) ? Number(text) : 0;
  return type === "Edm.Boolean" ? text === "true" : enumSample(text, type, plan);
}

/** Splits names into a list if each is a property of the documented response; otherwise, returns the text unchanged. */
function nameList(name: string, text: string, operation: OperationModel, plan: Plan): Value {
  const properties = plan.types.get(operation.response.type ?? "")?.properties.all;
  const names = text.split(",").map((item) => item.trim());
  const isNamed = (item: string): boolean => {
    const property = properties?.get(item);
    return property !== undefined && (name === "$select" || property.relationship);
  };
  return names.every(isNamed) ? names : text;
}

function optionValue(parameter: ParameterModel | undefined, name: string, text: string, plan: Plan): Value {
  const value = typed(parameter?.type ?? ODATA_TYPES.get(name) ?? "Edm.String", text, plan);
  return parameter?.collection === true ? [value] : value;
}

/**
 * Converts the query of an example to the arguments that a program would write.
 *
 * @param sent options of the example's URL
 * @returns typed values, with a placeholder for each required option that the example omits
 */
export function exampleQuery(
  sent: Readonly<Record<string, string>>,
  operation: OperationModel,
  plan: Plan,
): Readonly<Record<string, Value>> {
  const parameters = new Map(operation.query.map((parameter) => [queryName(parameter.name), parameter]));
  const required = operation.query.filter((parameter) => parameter.required && !parameter.name.startsWith("$"));
  const given = Object.entries(sent).map(
    ([name, text]) => [sentQueryName(name, new Set(parameters.keys())), text] as const,
  );
  const texts = new Map([...required.map(({ name }) => [name, placeholder(name)] as const), ...given]);
  return Object.fromEntries(
    [...texts].map(([name, text]) => [
      name,
      NAME_LISTS.has(name)
        ? nameList(name, text, operation, plan)
        : optionValue(parameters.get(name), name, text, plan),
    ]),
  );
}
