import { dereference, validate, type Schema as JsonSchema } from "@cfworker/json-schema";
import type { Example, MediaType, Named, Operation, PathItem, Response, Schema } from "./model.ts";

/** Whether a value conforms to a schema of the document. */
type Check = (schema: Schema, value: unknown) => boolean;

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Copies schemas, as the library adds to what it is given. A request must not contain what is read-only. */
function copyOf(schema: object, side: "request" | "response"): JsonSchema {
  const text = JSON.stringify(schema, (_, inner: unknown) =>
    side === "request" && isSchema(inner) && "readOnly" in inner && inner.readOnly === true ? false : inner,
  );
  const copy: unknown = JSON.parse(text);
  return isSchema(copy) ? copy : {};
}

function createCheck(schemas: Named<Schema>, side: "request" | "response"): Check {
  const base = new URL("file:///openapi");
  const lookup = dereference(copyOf({ components: { schemas } }, side), {}, base);
  let count = 0;
  return (schema, value) => {
    const own = copyOf(schema, side);
    dereference(own, lookup, base, `/checked/${count++}`);
    return validate(value, own, "2020-12", lookup).valid;
  };
}

/** Separates the examples that contradict the schema. */
function checkMedia(media: MediaType, check: Check): MediaType {
  const { schema, examples, ...others } = media;
  if (schema === undefined || examples === undefined) return media;
  const isConforming = (example: Example) => check(schema, example.value);
  const entries = Object.entries(examples).map(([name, example]) => [name, example, isConforming(example)] as const);
  const group = (conforming: boolean): Named<Example> =>
    Object.fromEntries(entries.filter(([, , is]) => is === conforming).map(([name, example]) => [name, example]));
  const shown = group(true);
  const contradicting = group(false);
  return {
    ...others,
    schema,
    ...(Object.keys(shown).length === 0 ? {} : { examples: shown }),
    ...(Object.keys(contradicting).length === 0 ? {} : { "x-contradicting-examples": contradicting }),
  };
}

function checkContent<T extends { readonly content?: Named<MediaType> }>(part: T, check: Check): T {
  if (part.content === undefined) return part;
  const content = Object.entries(part.content).map(([type, media]) => [type, checkMedia(media, check)] as const);
  return { ...part, content: Object.fromEntries(content) };
}

/**
 * Moves the examples that contradict the documented types to `x-contradicting-examples`: tools answer with what
 * `examples` has, and reject an example that its schema does not allow. `lint` reports them at their place in the docs.
 */
export function checkExamples(paths: Named<PathItem>, schemas: Named<Schema>): Named<PathItem> {
  const check = { request: createCheck(schemas, "request"), response: createCheck(schemas, "response") };
  const checkOperation = (operation: Operation): Operation => ({
    ...operation,
    ...(operation.requestBody === undefined ? {} : { requestBody: checkContent(operation.requestBody, check.request) }),
    responses: mapValues(operation.responses, (response) =>
      "$ref" in response ? response : checkContent<Response>(response, check.response),
    ),
  });
  return mapValues(paths, (item) => mapValues(item, checkOperation));
}

function mapValues<T, U>(named: Named<T>, change: (value: T) => U): Named<U> {
  return Object.fromEntries(Object.entries(named).map(([name, value]) => [name, change(value)]));
}
