import { createDiagnostic, type Place } from "../../diagnostics/diagnostic.ts";
import type { ExampleRequestModel, Json, OperationModel, TypeModel } from "../../api/model.ts";
import { isJsonObject } from "../../util/json.ts";
import type { SiteRule } from "../model.ts";

/** An example creates something of an abstract type without saying of which type it is. */
export const odataTypeMissing: SiteRule = {
  name: "odata-type-missing",
  check: ({ model }) => {
    // An "abstract definition" of which no type is derived is one in words only.
    const bases = new Set(model.types.map(({ baseType }) => baseType));
    const abstract = new Map(
      model.types.filter((type) => type.abstract && bases.has(idOf(type))).map((type) => [idOf(type), type.name]),
    );
    return model.operations.flatMap((operation) => {
      const name = abstract.get(operation.requestBody?.type ?? "");
      if (name === undefined || operation.kind !== "create") return [];
      return operation.examples.flatMap(({ request }) =>
        request !== null && request.method === "POST" && lacksType(request.body) && isOwn(request.url, operation)
          ? [createDiagnostic("odata-type-missing", { name }, bodyPlace(request))]
          : [],
      );
    });
  },
};

function idOf({ namespace, name }: TypeModel): string {
  return `${namespace}.${name}`;
}

function lacksType(body: Json): boolean {
  return isJsonObject(body) && !("@odata.type" in body) && Object.keys(body).length > 0;
}

/** Where the object begins. */
function bodyPlace({ bodyJson, source }: ExampleRequestModel): Place {
  if (bodyJson === null) return source;
  const before = bodyJson.text.slice(0, bodyJson.text.search(/\S/)).split("\n");
  const { place } = bodyJson;
  return { ...place, line: place.line + before.length - 1, column: place.column + (before.at(-1) ?? "").length };
}

function isOwn(url: string, { requests }: OperationModel): boolean {
  const last = (path: string): string =>
    path
      .replace(/[?#].*$/s, "")
      .split("/")
      .at(-1)
      ?.toLowerCase() ?? "";
  return requests.some(({ path }) => last(path) === last(url));
}
