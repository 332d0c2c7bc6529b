import { parseTree, type Node } from "jsonc-parser";
import type { ApiModel, ExampleModel, JsonText, OperationModel } from "../api/model.ts";
import type { WireType, WireTypes } from "../emit/wire-types.ts";
import { isAnnotation, membersOf, statedType } from "./json-node.ts";
import type { ExampleBody, Unheld, UnheldBody } from "./model.ts";
import { isOwnRequest } from "./own-request.ts";

/** The JSON bodies of all examples, with and without a type to check against. */
export interface Bodies {
  readonly held: readonly ExampleBody[];
  readonly unheld: readonly UnheldBody[];
}

/**
 * Lists the JSON bodies of all examples, with the type that the operation of the page documents. Bodies of errors and of
 * other operations have no type.
 */
export function exampleBodies(model: ApiModel, wire: WireTypes): Bodies {
  const held: ExampleBody[] = [];
  const unheld: UnheldBody[] = [];
  for (const operation of model.operations) {
    for (const message of operation.examples.flatMap((example) => messagesOf(example, operation))) {
      const { part, json } = message;
      const root = parseTree(json.repaired ?? json.text, [], { allowTrailingComma: true });
      if (root === undefined) continue;
      const type = wire.operations.get(operation.name)?.[part === "request" ? "body" : "result"] ?? { kind: "none" };
      if (message.reason !== null) unheld.push({ operation, part, json, reason: message.reason });
      else if (type.kind !== "json") unheld.push({ operation, part, json, reason: "no type documented" });
      else held.push({ operation, part, json, root, type: typeText(part, root, type, operation, wire) });
    }
  }
  return { held, unheld };
}

interface Message {
  readonly part: "request" | "response";
  readonly json: JsonText;
  readonly reason: Unheld | null;
}

function messagesOf({ request, response }: ExampleModel, operation: OperationModel): readonly Message[] {
  const foreign = isOwnRequest(request, operation) ? null : "another request";
  const isSuccess = response !== null && response.status >= 200 && response.status < 300;
  const sent = request?.bodyJson ?? null;
  const given = response?.bodyJson ?? null;
  return [
    ...(sent === null ? [] : [{ part: "request", json: sent, reason: foreign } as const]),
    ...(given === null
      ? []
      : [{ part: "response", json: given, reason: foreign ?? (isSuccess ? null : "an error") } as const]),
  ];
}

/** Text of the type against which a body is checked. */
function typeText(
  part: ExampleBody["part"],
  root: Node,
  type: WireType & { readonly kind: "json" },
  operation: OperationModel,
  wire: WireTypes,
): string {
  const named = `t.${type.name}`;
  if (part === "response") return isWrapped(root) ? `${named} | { value: ${named} }` : named;
  // A body that states a derived type may have the properties of that type, all of which are optional.
  const stated = statedType(root) ?? "";
  const derived = stated === operation.requestBody?.type ? undefined : wire.types.get(stated);
  return type.exact !== null && derived !== undefined ? `t.${type.exact} & Partial<t.${derived.name}>` : named;
}

/** Many pages show a single object as `{"value": {…}}`, although only functions return this form. */
function isWrapped(root: Node): boolean {
  const members = membersOf(root).filter(({ name }) => !isAnnotation(name));
  return members.length === 1 && members[0]?.name === "value" && members[0].value.type === "object";
}
