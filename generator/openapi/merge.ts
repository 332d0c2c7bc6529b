import { groupBy } from "../util/group.ts";
import type {
  MediaType,
  Named,
  Operation,
  Parameter,
  Permission,
  Reference,
  RequestBody,
  Response,
  Schema,
} from "./model.ts";
import { anyOption, sharedOption } from "./request/query-options.ts";

/** Removes duplicates, which are items with the same JSON. */
export function distinct<T>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

/** Schema of the values that either schema allows. */
function either(a: Schema | undefined, b: Schema | undefined): Schema {
  const options = distinct([a, b].flatMap((schema) => (schema === undefined ? [] : (schema.anyOf ?? [schema]))));
  const [only] = options;
  return options.length === 1 && only !== undefined ? only : { anyOf: options };
}

function mergeMedia(a: MediaType, b: MediaType): MediaType {
  const examples = distinct([...Object.values(a.examples ?? {}), ...Object.values(b.examples ?? {})]);
  const named = Object.fromEntries(examples.map((example, index) => [`example${index + 1}`, example]));
  return {
    ...(a.schema === undefined || b.schema === undefined ? {} : { schema: either(a.schema, b.schema) }),
    ...(examples.length === 0 ? {} : { examples: named }),
  };
}

function mergeNamed<T>(a: Named<T>, b: Named<T>, merge: (a: T, b: T) => T): Named<T> {
  const merged = new Map(Object.entries(a));
  for (const [name, value] of Object.entries(b)) {
    const existing = merged.get(name);
    merged.set(name, existing === undefined ? value : merge(existing, value));
  }
  return Object.fromEntries(merged);
}

function mergeResponse(a: Response | Reference, b: Response | Reference): Response | Reference {
  if ("$ref" in a || "$ref" in b) return a;
  const content = mergeNamed(a.content ?? {}, b.content ?? {}, mergeMedia);
  return { ...a, ...(Object.keys(content).length === 0 ? {} : { content }) };
}

function mergeBody(a: RequestBody | undefined, b: RequestBody | undefined): Pick<Operation, "requestBody"> {
  const first = a ?? b;
  if (first === undefined) return {};
  const content = a === undefined || b === undefined ? first.content : mergeNamed(a.content, b.content, mergeMedia);
  return { requestBody: { ...first, content } };
}

/** One operation may refer to a shared query option that the page of the other describes. */
function parameterKey(parameter: Parameter | Reference): string {
  if (!("$ref" in parameter)) return `${parameter.in} ${parameter.name}`;
  const [, option] = sharedOption(parameter) ?? [];
  return option === undefined ? parameter.$ref : `${option.in} ${option.name}`;
}

/** Query options of two types accept the properties of both, which no list of one type names. */
function mergeParameter([first = { $ref: "" }, second = first]: readonly (Parameter | Reference)[]):
  Parameter | Reference {
  if (!("$ref" in first) || !("$ref" in second) || first.$ref === second.$ref) return first;
  const [key] = sharedOption(first) ?? [];
  return key === undefined ? first : anyOption(key);
}

/** A parameter that only one of the pages requires becomes optional. */
function mergeParameters(a: Operation, b: Operation): Pick<Operation, "parameters"> {
  const own = a.parameters ?? [];
  const other = b.parameters ?? [];
  const optional = (list: readonly (Parameter | Reference)[], others: readonly (Parameter | Reference)[]) =>
    list.map((item) =>
      "$ref" in item || item.in === "path" || others.some((one) => parameterKey(one) === parameterKey(item))
        ? item
        : { ...item, required: false },
    );
  const all = [...optional(own, other), ...optional(other, own)];
  const parameters = [...groupBy(all, parameterKey).values()].map(mergeParameter);
  return parameters.length === 0 ? {} : { parameters };
}

function mergePermissions(a: Operation, b: Operation): Pick<Operation, "security" | "x-permissions"> {
  const security = distinct([...(a.security ?? []), ...(b.security ?? [])]);
  const rows = distinct<Permission>([...(a["x-permissions"] ?? []), ...(b["x-permissions"] ?? [])]);
  return { ...(security.length === 0 ? {} : { security }), ...(rows.length === 0 ? {} : { "x-permissions": rows }) };
}

/**
 * Merges two operations that document the same method of the same URL, which OpenAPI describes only once. The first
 * provides the name; the result accepts and returns everything that either of them does.
 */
export function mergeOperations(a: Operation, b: Operation): Operation {
  return {
    ...a,
    ...mergeParameters(a, b),
    ...mergeBody(a.requestBody, b.requestBody),
    responses: mergeNamed(a.responses, b.responses, mergeResponse),
    ...mergePermissions(a, b),
    "x-pages": distinct([...a["x-pages"], ...b["x-pages"]]),
  };
}
