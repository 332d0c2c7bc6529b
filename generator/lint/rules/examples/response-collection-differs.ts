import type { Place } from "../../../diagnostics/diagnostic.ts";
import { operationsOf, type OperationFacts, type ResponseFacts, type TypeExpression } from "../../../page/model.ts";
import { collectionItems, isJsonObject } from "../../../util/json.ts";
import { ownExamples } from "../../own-request.ts";
import { firstLineOf } from "../../place.ts";
import { pageRule } from "../../rule.ts";

export const responseCollectionDiffers = pageRule({
  name: "response-collection-differs",
  severity: "error",
  message: "Unexpected {shown} in an example response, expected {expected} as in the text",
  description: "The text names a collection and the example shows one object, or the reverse.",
  why: "A program that relies on the text reads the wrong shape.",
  advice: "Make the text and the example agree.",
  example: {
    page: "api/boat-list.md",
    ok: '{\n  "value": [\n    { "id": "b-7", "length": 12 }\n  ]\n}',
    notOk: '{ "id": "b-7", "length": 12 }',
  },
  check: (page) =>
    operationsOf(page.page).flatMap((operation) => {
      const stated = operation.response;
      const type = stated?.type ?? null;
      if (stated === null || type === null || !isPlain(stated, type)) return [];
      const shapes = shownShapes(operation, type);
      // A page with several requests may show one response that matches the text.
      if (shapes.some(({ differs }) => !differs)) return [];
      const params = type.collection
        ? { shown: "body of one object", expected: `a collection of ${type.name}` }
        : { shown: "body of a collection", expected: `one ${type.name}` };
      const related = [{ message: "stated here", place: stated.source }];
      return shapes.map(({ place }) => ({ params, place: firstLineOf(page, place), related }));
    }),
});

/** Whether the first sentence clearly states the returned type, and whether it is a collection. */
function isPlain({ description, source }: ResponseFacts, type: TypeExpression): boolean {
  if (type.target === null || type.primitive !== null || type.loosePlural === true) return false;
  const isFirst = type.place.line === source.line && /^if successful/i.test(description);
  // A link such as [ships](ship.md) may mean one object or a collection.
  const isPlural = type.target.endsWith(`${type.name.replace(/s$/i, "").toLowerCase()}.md`) && /s$/i.test(type.name);
  return isFirst && !isPlural && /^\w+$/.test(type.name) && !/\bcollection of one\b/i.test(description);
}

interface Shape {
  readonly differs: boolean;
  readonly place: Place;
}

function shownShapes(operation: OperationFacts, type: TypeExpression): readonly Shape[] {
  return ownExamples(operation).flatMap(({ request, response }) => {
    // With a filter, the response may be a collection instead of one object.
    if (response === null || request?.url.includes("?") === true || !isJsonObject(response.body)) return [];
    if (![200, 201].includes(response.status)) return [];
    const isObject = !("value" in response.body) && Object.keys(response.body).some((key) => !key.startsWith("@"));
    const isCollection = collectionItems(response.body) !== null;
    return [{ differs: type.collection ? isObject : isCollection, place: response.source }];
  });
}
