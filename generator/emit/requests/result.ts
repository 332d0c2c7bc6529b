import type { Json, OperationModel } from "../../api/model.ts";
import { runtimeSymbol, type Plan } from "../plan/plan.ts";
import { contentOf } from "../plan/routes.ts";
import { isPrimitive, isValueWrapper } from "../../util/odata.ts";
import { typeOf } from "../types/type-of.ts";
import { STRING, UNDEFINED, UNKNOWN, VOID, reference, union, type TypeExpression } from "../syntax/type-expression.ts";
import type { RuntimeName } from "../plan/runtime-names.ts";

/** How the response of an operation is read, and its type. */
export interface ResultPlan {
  readonly reader: "request" | "requestText" | "requestContent" | "requestVoid" | "requestByRoute";
  /** Type on the wire; for `requestByRoute`, that of the URLs that return JSON. */
  readonly type: TypeExpression;
}

/** Form of the body of a successful response in an example. */
type BodyForm = "none" | "text" | "list" | "wrapped" | "bare";

function formOf(body: Json, contentType: string): BodyForm {
  if (body === null) return "none";
  if (typeof body === "string") return /json/i.test(contentType) ? "bare" : "text";
  if (!isValueWrapper(body)) return "bare";
  return Array.isArray(body.value) ? "list" : "wrapped";
}

function contentType(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
}

function exampleForm(operation: OperationModel): BodyForm {
  const forms = operation.examples.flatMap(({ response }) =>
    response === null || response.status >= 300 ? [] : [formOf(response.body, contentType(response.headers))],
  );
  return forms.find((form) => form !== "none") ?? "none";
}

const CONTENT_TYPES = new Set(["Edm.Stream", "Edm.Binary"]);

function isContent(operation: OperationModel, form: BodyForm): boolean {
  const { type, collection, status } = operation.response;
  if (form === "list" || form === "wrapped" || collection) return false;
  if (type === null) return status === 302 || operation.kind === "getContent";
  return CONTENT_TYPES.has(type) || (type === "unknown" && form === "text");
}

function jsonType(operation: OperationModel, type: string, form: BodyForm, plan: Plan): TypeExpression {
  const generic = (name: RuntimeName): TypeExpression => reference(runtimeSymbol(plan, name), resultItem(type, plan));
  if (operation.response.collection) return generic("Collection");
  if (isWrapped(operation, type, form, plan)) return generic("ValueResult");
  return resultItem(type, plan);
}

/** Primitives and enums are wrapped. Many pages also show wrapped resources, which the protocol never sends. */
function isWrapped(operation: OperationModel, type: string, form: BodyForm, plan: Plan): boolean {
  if (!isPrimitive(type) && !plan.enums.has(type)) return false;
  const isFunction = operation.kind === "function" || operation.kind === "action";
  return form === "wrapped" || (isFunction && form === "none");
}

/** A result is only read, so its type does not need the properties of subtypes. */
function resultItem(type: string, plan: Plan): TypeExpression {
  const resource = plan.types.get(type);
  const item = typeOf(type, plan);
  return resource === undefined || item === UNKNOWN ? item : reference(resource.symbol);
}

/**
 * Determines the result of a request function: its type on the wire according to the response section, and to the
 * example if the section does not show whether a value is wrapped.
 */
export function planResult(operation: OperationModel, plan: Plan): ResultPlan {
  const { type, statuses } = operation.response;
  const form = exampleForm(operation);
  const content = contentOf(operation);
  if (content === "content" || isContent(operation, form)) {
    return { reader: "requestContent", type: reference(runtimeSymbol(plan, "ContentResponse")) };
  }
  const reader = content === "mixed" ? "requestByRoute" : "request";
  if (type === null) return { reader: content === "mixed" ? reader : "requestVoid", type: VOID };
  if (type === "Edm.String" && form === "text" && !operation.response.collection) {
    return { reader: "requestText", type: STRING };
  }
  const json = jsonType(operation, type, form, plan);
  return { reader, type: statuses.includes(204) ? union([json, UNDEFINED]) : json };
}
