import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { ExampleRequestModel, ExampleResponseModel } from "../../page/model.ts";
import type { PageRule } from "../model.ts";
import { findInFence } from "../place.ts";

/** An example states a length that is less than what its body needs at the least. */
export const contentLengthWrong: PageRule = {
  name: "content-length-wrong",
  check: (page) =>
    (page.page.operation?.examples ?? []).flatMap(({ request, response }) =>
      [request, response].flatMap((message) => {
        const stated = message === null ? null : statedLength(message);
        if (message === null || stated === null) return [];
        const least = leastLength(message);
        if (stated >= least) return [];
        const place = findInFence(page, message.source, /content-length/i);
        return [createDiagnostic("content-length-wrong", { stated, least }, place)];
      }),
    ),
};

function statedLength({ headers }: ExampleRequestModel | ExampleResponseModel): number | null {
  const value = Object.entries(headers).find(([name]) => name.toLowerCase() === "content-length")?.[1] ?? "";
  return /^\d{1,9}$/.test(value) ? Number(value) : null;
}

/** Bytes of the body without any white space; a text body may be shown otherwise than it is sent. */
function leastLength({ body, bodyJson }: ExampleRequestModel | ExampleResponseModel): number {
  return bodyJson === null ? 0 : new TextEncoder().encode(JSON.stringify(body)).length;
}
