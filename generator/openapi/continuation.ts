import type { OperationModel, RequestModel } from "../api/model.ts";
import type { Operation } from "./model.ts";

const NEXT_LINK = "@odata.nextLink";

/** Headers that name the URL of a monitor; they are the values of the extension as well. */
const MONITORS = ["location", "operation-location"];

/** The header of a response with status 202 that an example shows, or null. */
function monitorOf({ examples }: OperationModel): string | null {
  const headers = examples.flatMap(({ response }) => (response?.status === 202 ? Object.keys(response.headers) : []));
  return headers.map((name) => name.toLowerCase()).find((name) => MONITORS.includes(name)) ?? null;
}

/**
 * States how a client gets what one response does not contain: the next page of a list, or the end of an operation.
 *
 * @see https://azure.github.io/autorest/extensions/
 */
export function continuation(
  operation: OperationModel,
  request: RequestModel,
): Pick<Operation, "x-ms-pageable" | "x-ms-long-running-operation" | "x-ms-long-running-operation-options"> {
  const isList = operation.response.collection && request.method === "GET";
  const monitor = monitorOf(operation);
  return {
    ...(isList ? { "x-ms-pageable": { nextLinkName: NEXT_LINK, itemName: "value" } } : {}),
    ...(monitor === null
      ? {}
      : { "x-ms-long-running-operation": true, "x-ms-long-running-operation-options": { "final-state-via": monitor } }),
  };
}
