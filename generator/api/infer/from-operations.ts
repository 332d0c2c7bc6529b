import { collectionItems, isJsonObject } from "../../util/json.ts";
import type { LinkContext } from "../link-context.ts";
import { linkInferredBases } from "./inherited-rows.ts";
import { inferFromExample } from "./from-example.ts";
import type { ExampleRequestModel, RequestBodyModel } from "../model.ts";
import type { OperationDraft } from "../link/operations.ts";

/**
 * Infers types that no resource page defines. Input: the linked operations that send and return them. Output: the
 * properties of these types in `context`, from the rows of body tables first, then from examples.
 */
export function inferFromOperations(context: LinkContext, operations: readonly OperationDraft[]): void {
  for (const operation of operations) addBodyRows(context, operation);
  linkInferredBases(context);
  for (const operation of operations) inferFromExamples(context, operation);
}

function inferFromExamples(context: LinkContext, { operation, namespace }: OperationDraft): void {
  const { requestBody } = operation;
  for (const { request, response } of operation.examples) {
    if (request !== null) inferFromRequest(context, request, requestBody, namespace);
    if (response !== null && response.status < 300) {
      const body = operation.response.collection ? (collectionItems(response.body) ?? response.body) : response.body;
      inferFromExample(context, body, operation.response.type, namespace, response.source);
    }
  }
}

/** Reads the whole body, and each member whose type a row of the body table states. */
function inferFromRequest(
  context: LinkContext,
  { body, source }: ExampleRequestModel,
  stated: RequestBodyModel | null,
  namespace: string,
): void {
  inferFromExample(context, body, stated?.type ?? null, namespace, source);
  if (!isJsonObject(body)) return;
  for (const { name, type } of stated?.properties ?? []) {
    const member = body[name];
    if (member !== undefined) inferFromExample(context, member, type, namespace, source);
  }
}

function addBodyRows(context: LinkContext, sender: OperationDraft): void {
  const { bodyType } = sender;
  const draft = bodyType === null ? undefined : context.types.get(bodyType.toLowerCase());
  if (draft?.inferred !== true) return;
  const { operation, inheritedFrom } = sender;
  const { requestBody, kind } = operation;
  if (requestBody === null || requestBody.collection) return;
  for (const property of requestBody.properties) {
    if (draft.properties.has(property.name)) continue;
    draft.properties.set(property.name, { ...property, required: false });
    const from = inheritedFrom.get(property.name);
    if (from !== undefined) draft.inheritedFrom.set(property.name, from);
  }
  // A resource that is created or updated on its own has a key, which OData services of this style name `id`.
  if ((kind === "create" || kind === "update") && draft.properties.has("id")) draft.keys = ["id"];
}
