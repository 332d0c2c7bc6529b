import { createReadStream } from "node:fs";
import { expect, it } from "vitest";
import {
  createClient,
  request,
  withContent,
  withContentOrJson,
  type Operation,
} from "../../generator/output/runtime/index.ts";
import { useServices } from "../support/serve.ts";

const { serve } = useServices();

const createThing: Operation = { name: "createThing", routes: [{ method: "POST", path: "/things" }] };
const putContent: Operation = { name: "putContent", routes: [{ method: "PUT", path: "/c" }] };

const contents: readonly (readonly [string, unknown, string, RegExp])[] = [
  ["text", "abc", "abc", /^image\/png$/],
  ["bytes", new Uint8Array([97, 98]), "ab", /^image\/png$/],
  ["a blob with a type", new Blob(["a"], { type: "text/x" }), "a", /^text\/x$/],
  ["a blob without a type", new Blob(["a"]), "a", /^image\/png$/],
  ["a buffer", new Uint8Array([97, 98]).buffer, "ab", /^image\/png$/],
  ["a stream", new Blob(["abc"]).stream(), "abc", /^image\/png$/],
  ["a file", createReadStream(import.meta.filename, { end: 5 }), "import", /^image\/png$/],
];

it.each(contents)("sends %s unchanged", async (_, body, want, type) => {
  const service = await serve(() => ({ status: 204 }));
  await request(createClient({ baseUrl: service.origin }), putContent, withContent({ body }, "image/png"));
  expect(service.received[0]?.body).toBe(want);
  expect(service.received[0]?.headers["content-type"]).toMatch(type);
});

const types: readonly (readonly [string, unknown, string | undefined, RegExp])[] = [
  ["bytes where the docs say nothing", new Uint8Array([1]), "application/octet-stream", /^application\/octet-stream$/],
  ["text where the docs say nothing", "abc", "application/octet-stream", /^text\/plain/],
  ["text where the docs expect JSON", "abc", undefined, /^application\/json$/],
  ["text where the docs expect a type", "abc", "text/csv", /^text\/csv$/],
];

it.each(types)("sends %s with its type", async (_, body, content, type) => {
  const service = await serve(() => ({ status: 204 }));
  const options = content === undefined ? { body } : withContent({ body }, content);
  await request(createClient({ baseUrl: service.origin }), content === undefined ? createThing : putContent, options);
  expect(service.received[0]?.headers["content-type"]).toMatch(type);
});

const eitherForm: readonly (readonly [string, unknown, string, RegExp])[] = [
  ["an object as JSON", { a: 1 }, '{"a":1}', /^application\/json$/],
  ["text unchanged", "RnJvbQ==", "RnJvbQ==", /^text\/plain$/],
];

it.each(eitherForm)("sends %s where the docs allow JSON and text", async (_, body, want, type) => {
  const service = await serve(() => ({ status: 204 }));
  await request(createClient({ baseUrl: service.origin }), putContent, withContentOrJson({ body }, "text/plain"));
  expect(service.received[0]?.body).toBe(want);
  expect(service.received[0]?.headers["content-type"]).toMatch(type);
});

it("sends a form with its boundary", async () => {
  const service = await serve(() => ({ status: 204 }));
  const body = new FormData();
  body.set("name", "value");
  await request(createClient({ baseUrl: service.origin }), putContent, withContent({ body }, "image/png"));
  expect(service.received[0]?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
});

it("rejects an object as the body of an operation that expects content", async () => {
  const call = request(
    createClient({ baseUrl: "http://127.0.0.1:1" }),
    putContent,
    withContent({ body: { a: 1 } }, "image/png"),
  );
  await expect(call).rejects.toThrow("putContent: Unexpected body");
});

it("lets the caller override the content type", async () => {
  const service = await serve(() => ({ status: 204 }));
  const headers = { "Content-Type": "image/gif" };
  await request(
    createClient({ baseUrl: service.origin }),
    putContent,
    withContent({ body: "x", headers }, "image/png"),
  );
  expect(service.received[0]?.headers["content-type"]).toBe("image/gif");
});
