import type { ExampleRequestModel, Json, OperationModel, TypeModel } from "../../../api/model.ts";
import type { Place } from "../../../diagnostics/diagnostic.ts";
import { isJsonObject } from "../../../util/json.ts";
import { siteRule } from "../../rule.ts";

export const odataTypeMissing = siteRule({
  name: "odata-type-missing",
  severity: "warning",
  message: "Unexpected body without @odata.type in an example, expected one because {name} is abstract",
  description: "An example creates an object of an abstract type without `@odata.type`.",
  why: "The service cannot know which derived type is meant.",
  advice: "Add `@odata.type` to the body of the example.",
  example: { page: "api/vessel-post.md", ok: '  "@odata.type": "#microsoft.graph.ferry",\n', notOk: "" },
  check: ({ model }) => {
    // Pages also describe types without derived types as abstract.
    const bases = new Set(model.types.map(({ baseType }) => baseType));
    const abstract = new Map(
      model.types.filter((type) => type.abstract && bases.has(idOf(type))).map((type) => [idOf(type), type.name]),
    );
    return model.operations.flatMap((operation) => {
      const name = abstract.get(operation.requestBody?.type ?? "");
      if (name === undefined || operation.kind !== "create") return [];
      return operation.examples.flatMap(({ request }) =>
        request !== null && request.method === "POST" && lacksType(request.body) && isOwn(request.url, operation)
          ? [{ params: { name }, place: bodyPlace(request) }]
          : [],
      );
    });
  },
});

function idOf({ namespace, name }: TypeModel): string {
  return `${namespace}.${name}`;
}

function lacksType(body: Json): boolean {
  return isJsonObject(body) && !("@odata.type" in body) && Object.keys(body).length > 0;
}

/** Place of the first character of the object. */
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
