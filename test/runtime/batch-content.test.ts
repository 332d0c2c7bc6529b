import { expect, it } from "vitest";
import { readResponses, toResponse } from "../../generator/output/runtime/batch-item.ts";

const base64OfJson = Buffer.from('{"ä":[1]}').toString("base64");

const bodies: readonly (readonly [string, string, unknown, string])[] = [
  ["text", "text/plain", "a, b", "a, b"],
  ["text that could be base64", "text/csv; charset=utf-8", "abcd", "abcd"],
  ["base64 of bytes", "application/pdf", "YWJj", "abc"],
  ["base64 of bytes, for URLs and without padding", "image/png", "Pz8_YQ", "???a"],
  ["bytes that are not base64", "application/pdf", "a, b", "a, b"],
  ["bytes with spaces between letters of base64", "application/pdf", "YW Jj", "YW Jj"],
  ["bytes with unused bits in base64", "application/pdf", "YWJ", "YWJ"],
  ["JSON in base64", "application/json", base64OfJson, '{"ä":[1]}'],
  ["a JSON string", "application/json", "abcd", '"abcd"'],
  ["a JSON string that is base64 of a number", "application/json", "MTIz", '"MTIz"'],
  ["a JSON object", "application/json;odata.metadata=minimal", { a: null }, '{"a":null}'],
  ["nothing", "application/json", undefined, ""],
];

it.each(bodies)("returns %s as the service would outside of a batch", async (_, type, body, want) => {
  const headers = { "Content-Type": type, "In valid": "x" };
  const responses = readResponses({ responses: [{ id: "1", status: 200, headers, body }] });
  const [response] = [...responses.values()].map((part) => toResponse(part, JSON));
  expect(response?.headers.get("content-type")).toBe(type);
  expect(await response?.text()).toBe(want);
});
