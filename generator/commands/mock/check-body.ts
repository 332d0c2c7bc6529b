import type { Json, PropertyModel } from "../../api/model.ts";
import type { Properties } from "../../emit/plan/members.ts";
import type { OperationPlan, Plan, TypePlan } from "../../emit/plan/plan.ts";
import { ownProperties } from "../../emit/plan/members.ts";
import { sentBodies } from "../../emit/requests/body.ts";
import { isJsonArray, isJsonObject, toJson, type JsonObject } from "../../util/json.ts";
import { didYouMean, nearestNames } from "../../util/nearest.ts";

/** Maximum number of problems that a message lists. */
const LISTED = 5;

/** Types of numbers that JSON may contain as text, as not every number has an exact value there. */
const LONG_NUMBER = /^Edm\.(?:Int64|Decimal|Double|Single)$/;

/** What an object may contain. */
interface Shape {
  readonly properties: Properties;
  /** Names of further properties. */
  readonly others: ReadonlySet<string>;
  /** Whether it may contain properties that are not documented. */
  readonly open: boolean;
}

/**
 * Checks the body of a request against its documented type. Problems that an example of the page has as well are left
 * out, as the service accepts what its documentation shows.
 *
 * @param body parsed JSON, the text of any other body, or undefined
 * @returns problems, such as `Unexpected property jobTitel; did you mean jobTitle?`
 */
export function checkBody(body: unknown, { model }: OperationPlan, plan: Plan): readonly string[] {
  const documented = model.requestBody;
  if (documented?.kind !== "json") return [];
  // Some pages document a type and send a page of HTML or a file.
  if (typeof body === "string" && model.examples.some(({ request }) => typeof request?.body === "string")) return [];
  const examples = sentBodies(model).map(({ body }) => body);
  if (body === undefined) {
    return documented.properties.some(({ required }) => required) && examples.length > 0
      ? ["Unexpected empty body, expected a JSON object"]
      : [];
  }
  const shape = bodyShape(documented.properties, documented.type, plan);
  if (shape === null || documented.collection) return [];
  const json = toJson(body);
  if (typeof json === "string") return ["Unexpected text, expected valid JSON with the content type application/json"];
  if (!isJsonObject(json)) return [`Unexpected ${kindOf(json)}, expected a JSON object`];
  const shown = new Set(examples.flatMap((example) => problemsOf(example, shape, "", plan)));
  const missing = missingNames(json, documented.properties, examples);
  return [...problemsOf(json, shape, "", plan).filter((problem) => !shown.has(problem)), ...missing].slice(0, LISTED);
}

function missingNames(
  body: JsonObject,
  rows: readonly PropertyModel[],
  examples: readonly JsonObject[],
): readonly string[] {
  const isRequired = ({ name, required }: PropertyModel): boolean =>
    required && examples.length > 0 && examples.every((example) => Object.hasOwn(example, name));
  return rows
    .filter((row) => isRequired(row) && !Object.hasOwn(body, row.name))
    .map(({ name }) => `Unexpected body without ${name}, expected this required property`);
}

/** Null if the page documents neither the properties nor the type. */
function bodyShape(rows: readonly PropertyModel[], type: string | null, plan: Plan): Shape | null {
  const resource = plan.types.get(type ?? "");
  if (resource === undefined) {
    return rows.length === 0 ? null : { properties: ownProperties(rows), others: new Set(), open: type !== null };
  }
  const shape = shapeOf(resource);
  return { ...shape, properties: new Map([...shape.properties, ...ownProperties(rows)]) };
}

function shapeOf({ properties, subtypeProperties, open, model }: TypePlan): Shape {
  return { properties: properties.all, others: new Set(subtypeProperties), open: open || model.inferred };
}

/** The type that an object states, if it is documented. */
function statedShape(object: JsonObject, plan: Plan): Shape | null {
  const stated = object["@odata.type"];
  const type = typeof stated === "string" ? plan.types.get(stated.replace(/^#/, "")) : undefined;
  return type === undefined ? null : shapeOf(type);
}

function problemsOf(object: JsonObject, declared: Shape, path: string, plan: Plan): readonly string[] {
  const stated = statedShape(object, plan);
  return Object.entries(object).flatMap(([name, value]) => {
    if (name.includes("@") || name.startsWith("#")) return [];
    const at = path === "" ? name : `${path}.${name}`;
    const property = declared.properties.get(name) ?? stated?.properties.get(name);
    if (property !== undefined) return valueProblems(value, property, at, plan);
    const isKnown = [declared, stated].some((shape) => shape?.open === true || shape?.others.has(name) === true);
    if (isKnown) return [];
    const known = [...declared.properties.keys(), ...(stated?.properties.keys() ?? [])];
    return [`Unexpected property ${at}, which is not documented${didYouMean(nearestNames(name, known, 1))}`];
  });
}

function valueProblems(value: Json, { type, collection }: PropertyModel, at: string, plan: Plan): readonly string[] {
  if (value === null) return [];
  if (!collection) return itemProblems(value, type, at, plan);
  if (!isJsonArray(value)) return [`Unexpected ${kindOf(value)} for ${at}, expected a list`];
  return value.flatMap((item, index) => itemProblems(item, type, `${at}[${String(index)}]`, plan));
}

function itemProblems(value: Json, type: string, at: string, plan: Plan): readonly string[] {
  if (value === null || type === "unknown") return [];
  const expected = expectedKind(value, type, plan);
  if (expected !== null) return [`Unexpected ${kindOf(value)} for ${at}, expected ${expected}`];
  const resource = plan.types.get(type);
  if (resource !== undefined && isJsonObject(value)) return problemsOf(value, shapeOf(resource), at, plan);
  const enumeration = plan.enums.get(type);
  const names = enumeration?.model.members.map(({ name }) => name) ?? [];
  if (enumeration === undefined || enumeration.open || names.length === 0 || typeof value !== "string") return [];
  const isMember = names.some((name) => name.toLowerCase() === value.toLowerCase());
  return isMember ? [] : [`Unexpected ${JSON.stringify(value)} for ${at}, expected ${names.join(", ")}`];
}

/** Null if the value has the kind of its documented type. */
function expectedKind(value: Json, type: string, plan: Plan): string | null {
  const isText = typeof value === "string";
  if (type === "Edm.Boolean") return typeof value === "boolean" ? null : "true or false";
  if (/^Edm\.(?:S?Byte|Int\d+|Single|Double|Decimal)$/.test(type)) {
    return typeof value === "number" || (isText && LONG_NUMBER.test(type)) ? null : "a number";
  }
  if (type === "Edm.String" || plan.enums.has(type)) return isText ? null : "a string";
  if (type.startsWith("Edm.")) return isText ? null : "a string";
  return plan.types.has(type) && !isJsonObject(value) ? "an object" : null;
}

function kindOf(value: Json): string {
  if (value === null) return "null";
  if (isJsonArray(value)) return "list";
  return typeof value;
}
