import { examplesOf } from "../../own-request.ts";
import type { ExampleRequestModel, ExampleResponseModel } from "../../../page/model.ts";
import { findInFence } from "../../place.ts";
import { pageRule } from "../../rule.ts";

export const contentLengthWrong = pageRule({
  name: "content-length-wrong",
  severity: "warning",
  message: "Unexpected Content-Length {stated}, expected at least {least} for the body of the example",
  description: "The Content-Length of an example is too small for its body.",
  why: "A server that trusts the header truncates the body.",
  advice: "Correct the number, or remove the header.",
  example: { page: "api/boat-post.md", ok: "Content-Length: 48", notOk: "Content-Length: 12" },
  check: (page) =>
    examplesOf(page.page).flatMap(({ request, response }) =>
      [request, response].flatMap((message) => {
        const stated = message === null ? null : statedLength(message);
        if (message === null || stated === null) return [];
        const least = leastLength(message);
        if (stated >= least) return [];
        const place = findInFence(page, message.source, /content-length/i);
        return [{ params: { stated, least }, place }];
      }),
    ),
});

function statedLength({ headers }: ExampleRequestModel | ExampleResponseModel): number | null {
  const value = Object.entries(headers).find(([name]) => name.toLowerCase() === "content-length")?.[1] ?? "";
  return /^\d{1,9}$/.test(value) ? Number(value) : null;
}

/** Length in bytes of the body without whitespace; 0 for a text body, which a page may show in a different form. */
function leastLength({ body, bodyJson }: ExampleRequestModel | ExampleResponseModel): number {
  return bodyJson === null ? 0 : new TextEncoder().encode(JSON.stringify(body)).length;
}
