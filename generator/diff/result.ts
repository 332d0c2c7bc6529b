import type { Json, OperationModel } from "../api/model.ts";
import { isJsonArray, isJsonObject } from "../util/json.ts";
import { propertiesOf, type World } from "./world.ts";

/** What a request function gives. */
export interface Result {
  /** `void`, a response to be read, a value, a page of values, or a value wrapped in an object. */
  readonly form: "nothing" | "content" | "value" | "collection" | "wrapped";
  readonly type: string;
  /** There may be no answer instead. */
  readonly optional: boolean;
}

type BodyForm = "none" | "list" | "wrapped" | "other";

/** Form of a successful example's body. */
function formOf(body: Json): BodyForm {
  if (body === null) return "none";
  if (!isJsonObject(body) || body.value === undefined) return "other";
  const isWrapper = Object.keys(body).every((key) => key === "value" || key.startsWith("@"));
  if (!isWrapper) return "other";
  return isJsonArray(body.value) ? "list" : "wrapped";
}

function exampleForm(operation: OperationModel): BodyForm {
  const forms = operation.examples.flatMap(({ response }) =>
    response === null || response.status >= 300 ? [] : [formOf(response.body)],
  );
  return forms.find((form) => form !== "none") ?? "none";
}

const CONTENT = new Set(["Edm.Stream", "Edm.Binary"]);

function isContent({ kind, response, requests }: OperationModel): boolean {
  const { type, status, collection } = response;
  if (requests.length > 0 && requests.every(({ method, path }) => method === "GET" && /\/\$value$/i.test(path)))
    return type?.startsWith("Edm.") !== true;
  if (type === null) return status === 302 || kind === "getContent";
  return CONTENT.has(type) && !collection;
}

function valueForm(operation: OperationModel, type: string, world: World): Result["form"] {
  const form = exampleForm(operation);
  if (operation.response.collection) return "collection";
  if (form === "list" && !propertiesOf(world, type).has("value")) return "collection";
  if (!type.startsWith("Edm.") && !world.enums.has(type)) return "value";
  const isFunction = operation.kind === "function" || operation.kind === "action";
  return form === "wrapped" || (isFunction && form === "none") ? "wrapped" : "value";
}

/** Decides what a request function gives, by the response and by what the examples show of its form. */
export function resultOf(operation: OperationModel, world: World): Result {
  const { type, statuses } = operation.response;
  if (isContent(operation)) return { form: "content", type: "", optional: false };
  if (type === null) return { form: "nothing", type: "", optional: false };
  return { form: valueForm(operation, type, world), type, optional: statuses.includes(204) };
}

/** A result in a few words. */
export function shownResult({ form, type, optional }: Result): string {
  const or = optional ? " or nothing" : "";
  switch (form) {
    case "nothing":
      return "nothing";
    case "content":
      return "content";
    case "value":
      return `${type}${or}`;
    case "collection":
      return `${type} collection${or}`;
    case "wrapped":
      return `${type} in an object${or}`;
  }
}
