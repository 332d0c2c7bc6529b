import type { Json, OperationModel } from "../../api/model.ts";
import { isJsonArray } from "../../util/json.ts";
import { isPrimitive, isValueWrapper } from "../../util/odata.ts";
import type { ApiSide } from "./api-side.ts";

/** The result of a request function. */
export interface Result {
  /** `void`, a response whose content is read separately, a value, a page of values, or a value wrapped in an object. */
  readonly form: "nothing" | "content" | "value" | "collection" | "wrapped";
  readonly type: string;
  /** Whether the response can be empty. */
  readonly optional: boolean;
}

type BodyForm = "none" | "list" | "wrapped" | "other";

/** Form of a successful example's body. */
function formOf(body: Json): BodyForm {
  if (body === null) return "none";
  if (!isValueWrapper(body)) return "other";
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
    return type === null || !isPrimitive(type);
  if (type === null) return status === 302 || kind === "getContent";
  return CONTENT.has(type) && !collection;
}

function valueForm(operation: OperationModel, type: string, side: ApiSide): Result["form"] {
  const form = exampleForm(operation);
  if (operation.response.collection) return "collection";
  if (!isPrimitive(type) && !side.enums.has(type)) return "value";
  const isFunction = operation.kind === "function" || operation.kind === "action";
  return form === "wrapped" || (isFunction && form === "none") ? "wrapped" : "value";
}

/** Determines the result of a request function from the response and from the form of the examples. */
export function resultOf(operation: OperationModel, side: ApiSide): Result {
  const { type, statuses } = operation.response;
  if (isContent(operation)) return { form: "content", type: "", optional: false };
  if (type === null) return { form: "nothing", type: "", optional: false };
  return { form: valueForm(operation, type, side), type, optional: statuses.includes(204) };
}

/** Describes a result briefly. */
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
