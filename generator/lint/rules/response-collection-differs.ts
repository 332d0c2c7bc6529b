import { createDiagnostic, type Place } from "../../diagnostics/diagnostic.ts";
import type { ResponseFacts, TypeExpression } from "../../page/model.ts";
import { collectionItems, isJsonObject } from "../../util/json.ts";
import type { LintPage, PageRule } from "../model.ts";
import { ownExamples } from "../own-request.ts";
import { firstLineOf } from "../place.ts";

/** The Response section names a collection and the example shows one object, or the reverse. */
export const responseCollectionDiffers: PageRule = {
  name: "response-collection-differs",
  check: (page) => {
    const stated = page.page.operation?.response ?? null;
    const type = stated?.type ?? null;
    if (stated === null || type === null || !isPlain(stated, type)) return [];
    const shapes = shownShapes(page, type);
    // A page of several requests may answer some of them as the text says.
    if (shapes.some(({ differs }) => !differs)) return [];
    const params = type.collection
      ? { shown: "one object", expected: `a collection of ${type.name}` }
      : { shown: "a collection", expected: `one ${type.name}` };
    const related = [{ message: "stated here", place: stated.source }];
    return shapes.map(({ place }) =>
      createDiagnostic("response-collection-differs", params, firstLineOf(page, place), related),
    );
  },
};

/** Whether the first sentence says, without doubt, what is returned and whether it is one or many. */
function isPlain({ description, source }: ResponseFacts, type: TypeExpression): boolean {
  if (type.target === null || type.primitive !== null || type.loosePlural === true) return false;
  const isFirst = type.place.line === source.line && /^if successful/i.test(description);
  // A link such as [ships](ship.md) does not say whether it speaks of one.
  const isPlural = type.target.endsWith(`${type.name.replace(/s$/i, "").toLowerCase()}.md`) && /s$/i.test(type.name);
  return isFirst && !isPlural && /^\w+$/.test(type.name) && !/\bcollection of one\b/i.test(description);
}

interface Shape {
  readonly differs: boolean;
  readonly place: Place;
}

function shownShapes({ page }: LintPage, type: TypeExpression): readonly Shape[] {
  return ownExamples(page.operation).flatMap(({ request, response }) => {
    // A filter makes a collection of what is otherwise one object.
    if (response === null || request?.url.includes("?") === true || !isJsonObject(response.body)) return [];
    if (![200, 201].includes(response.status)) return [];
    const isObject = !("value" in response.body) && Object.keys(response.body).some((key) => !key.startsWith("@"));
    const isCollection = collectionItems(response.body) !== null;
    return [{ differs: type.collection ? isObject : isCollection, place: response.source }];
  });
}
