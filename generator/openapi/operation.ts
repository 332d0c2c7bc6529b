import type { OperationModel, RequestModel } from "../api/model.ts";
import type { Components } from "./schema/component.ts";
import { visibleText } from "../util/visible.ts";
import { described, type Operation } from "./model.ts";
import { otherParameters, pathParameter } from "./request/parameters.ts";
import type { PathTemplate } from "./request/path-template.ts";
import { requestBodyOf } from "./request/request-body.ts";
import { responsesOf } from "./response.ts";
import { continuation } from "./continuation.ts";
import { permissionRows, securityOf } from "./security.ts";

/** One documented URL of an operation. */
export interface Endpoint {
  readonly id: string;
  readonly operation: OperationModel;
  readonly request: RequestModel;
  readonly template: PathTemplate;
}

/**
 * Describes one method of a path.
 *
 * @param endpoint the URL and its operation
 * @param names names of the path parameters, in the order of the path
 */
export function operationObject(endpoint: Endpoint, names: readonly string[], components: Components): Operation {
  const { id, operation, request, template } = endpoint;
  const parameters = [
    ...template.parameters.map((parameter, index) => pathParameter(parameter, names[index] ?? "", components)),
    ...otherParameters(operation, request, components),
  ];
  const requestBody = requestBodyOf(operation, request.method, components);
  const security = securityOf(operation.permissions);
  return {
    operationId: id,
    tags: [operation.module],
    summary: visibleText(operation.summary === "" ? operation.name : operation.summary),
    ...(operation.description === operation.summary ? {} : described(operation.description)),
    ...(operation.deprecated === null ? {} : { deprecated: true, "x-deprecated": visibleText(operation.deprecated) }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(requestBody === null ? {} : { requestBody }),
    responses: responsesOf(operation, request, components),
    ...(security.length === 0 ? {} : { security }),
    ...(operation.permissions.length === 0 ? {} : { "x-permissions": permissionRows(operation.permissions) }),
    ...continuation(operation, request),
    "x-pages": [{ operation: operation.name, source: operation.source.file }],
  };
}
