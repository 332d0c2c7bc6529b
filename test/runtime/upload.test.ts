import { createReadStream, openAsBlob, statSync } from "node:fs";
import { expect, it } from "vitest";
import {
  cancelUpload,
  createClient,
  upload,
  withResponse,
  type ClientOptions,
  type GraphClient,
  type UploadContent,
  type UploadOptions,
  type UploadProgress,
} from "../../generator/output/runtime/index.ts";
import { containing, reasonOf, useServices } from "../support/serve.ts";
import { json } from "../support/service.ts";

const { serve, serveRaw } = useServices();

/** What happens to one request with a range: by default, the service keeps the bytes and responds. */
type Fault = "drop before" | "drop after" | "half" | number;

interface Session {
  readonly client: GraphClient;
  readonly url: string;
  /** The bytes that the service has, as text. */
  readonly content: () => string;
  readonly requests: string[];
}

/** A service with an upload session that expects its ranges in order, as the documentation describes. */
async function serveSession(
  size: number,
  faults: readonly (Fault | undefined)[] = [],
  options: ClientOptions = {},
): Promise<Session> {
  const bytes: Buffer[] = [];
  const requests: string[] = [];
  const stored = (): Buffer => Buffer.concat(bytes);
  const state = (): object => ({ nextExpectedRanges: [`${stored().length}-`] });
  const put = (start: number, body: Buffer, fault: Fault | undefined): readonly [number, object] | null => {
    if (fault === "drop before") return null;
    if (typeof fault === "number") return [fault, { error: { code: "x", message: "y" } }];
    if (start !== stored().length) return [416, { error: { code: "invalidRange", message: "No." } }];
    bytes.push(body);
    if (fault === "drop after") return null;
    return stored().length === size ? [201, { id: "new" }] : [202, state()];
  };
  const left = [...faults];
  const origin = await serveRaw((incoming, outgoing) => {
    const { method, headers } = incoming;
    const range = headers["content-range"] ?? "";
    requests.push([method, range, headers.authorization ?? ""].join(" ").trim());
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const fault = method === "PUT" ? left.shift() : undefined;
      const start = Number(/\d+/.exec(range)?.[0]);
      const answer = method === "PUT" ? put(start, Buffer.concat(chunks), fault) : ([200, state()] as const);
      const text = JSON.stringify(answer?.[1]);
      if (answer === null) incoming.socket.destroy();
      else if (fault === "half") outgoing.writeHead(202).write(text.slice(1), () => incoming.socket.destroy());
      else outgoing.writeHead(answer[0], { "content-type": "application/json" }).end(text);
    });
  });
  const client = createClient({ baseUrl: `${origin}/v1.0`, token: "secret", retry: { delay: () => 0 }, ...options });
  return { client, url: `${origin}/session`, content: () => stored().toString(), requests };
}

const text = "0123456789";
const bytes = new TextEncoder().encode(text);

async function* pieces(length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield await Promise.resolve(bytes.slice(at, at + length));
}

const contents: readonly (readonly [string, () => UploadContent])[] = [
  ["a blob", () => new Blob([text])],
  ["bytes", () => bytes],
  ["a part of a buffer", () => new DataView(new TextEncoder().encode(`ab${text}`).buffer, 2)],
  ["a buffer", () => bytes.buffer],
  [
    "shared bytes",
    () => {
      const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
      shared.set(bytes);
      return shared;
    },
  ],
  ["a stream", () => ({ stream: new Blob([text]).stream(), size: 10 })],
  ["a stream of small pieces", () => ({ stream: pieces(1), size: 10 })],
  ["a stream of large pieces", () => ({ stream: pieces(7), size: 10 })],
];

it.each(contents)("uploads %s range by range, without the token, and reports the progress", async (_, content) => {
  const { client, url, content: received, requests } = await serveSession(10);
  const progress: number[] = [];
  const onProgress = ({ uploaded, size, uploadUrl }: UploadProgress): void => {
    expect([size, uploadUrl]).toEqual([10, url]);
    progress.push(uploaded);
  };
  expect(await upload(client, { uploadUrl: url }, content(), { chunkSize: 4, onProgress })).toEqual({ id: "new" });
  expect(received()).toBe(text);
  expect(requests).toEqual(["PUT bytes 0-3/10", "PUT bytes 4-7/10", "PUT bytes 8-9/10"]);
  expect(progress).toEqual([0, 4, 8, 10]);
});

it("uploads a file of Node.js", async () => {
  const file = import.meta.filename;
  const { size } = statSync(file);
  for (const content of [await openAsBlob(file), { stream: createReadStream(file), size }]) {
    const { client, url, content: received, requests } = await serveSession(size);
    await upload(client, { uploadUrl: url }, content, { chunkSize: 5000 });
    expect([received().slice(0, 20), requests.length]).toEqual(["import { createReadS", Math.ceil(size / 5000)]);
  }
});

const faults: readonly (readonly [string, readonly (Fault | undefined)[]])[] = [
  ["breaks before the range arrives", ["drop before"]],
  ["breaks after the range has arrived", ["drop after"]],
  ["breaks within the response", ["half"]],
  ["breaks after most ranges", ["drop after", "half", "drop after", "drop after"]],
  ["is overloaded", [503]],
  ["fails three times", [500, 502, 500]],
  ["rejects the range", [416]],
];

it.each(faults)("continues when the connection or the service %s", async (_, list) => {
  for (const content of [new Blob([text]), { stream: pieces(3), size: 10 }]) {
    const { client, url, content: received } = await serveSession(10, list);
    expect(await upload(client, { uploadUrl: url }, content, { chunkSize: 2 })).toEqual({ id: "new" });
    expect(received()).toBe(text);
  }
});

it("ends after as many failures as there may be retries", async () => {
  const { client, url, requests } = await serveSession(10, Array<Fault>(10).fill(500));
  const error = await reasonOf(upload(client, { uploadUrl: url }, bytes, { retry: { limit: 2, delay: () => 0 } }));
  expect(error).toMatchObject({ kind: "service", status: 500, operation: "upload" });
  expect(requests.map((request) => request.slice(0, 3))).toEqual(["PUT", "GET", "PUT", "GET", "PUT"]);
});

it("does not continue after an error that another try would repeat", async () => {
  const { client, url, requests } = await serveSession(10, [409]);
  expect(await reasonOf(upload(client, { uploadUrl: url }, bytes))).toMatchObject({ status: 409, code: "x" });
  expect(requests).toEqual(["PUT bytes 0-9/10"]);
});

it("reports that the response to the last range was lost", async () => {
  const { client, url, content } = await serveSession(10, ["drop after"]);
  const error = await reasonOf(upload(client, { uploadUrl: url }, bytes));
  expect(error).toMatchObject({ kind: "response", message: containing("the content has been uploaded") });
  expect(content()).toBe(text);
});

it("continues an earlier upload from its URL, even with a stream", async () => {
  for (const content of [new Blob([text]), { stream: pieces(3), size: 10 }]) {
    const { client, url, content: received, requests } = await serveSession(10, [undefined, undefined, 409]);
    await reasonOf(upload(client, { uploadUrl: url }, bytes, { chunkSize: 3 }));
    expect(received()).toBe("012345");
    expect(await upload(client, url, content)).toEqual({ id: "new" });
    expect([received(), requests.slice(3)]).toEqual([text, ["GET", "PUT bytes 6-9/10"]]);
  }
});

it("stops when the caller aborts, continues later, and ends a session on request", async () => {
  const { client, url, content, requests } = await serveSession(10);
  const controller = new AbortController();
  const onProgress = ({ uploaded }: UploadProgress): void => {
    if (uploaded === 4) controller.abort();
  };
  const { signal } = controller;
  const aborted = upload(
    client,
    { uploadUrl: url },
    { stream: pieces(1), size: 10 },
    { chunkSize: 4, onProgress, signal },
  );
  expect(await reasonOf(aborted)).toMatchObject({ kind: "abort", operation: "upload" });
  expect(content()).toBe("0123");
  await upload(client, url, bytes);
  await cancelUpload(client, url);
  expect(requests).toEqual(["PUT bytes 0-3/10", "GET", "PUT bytes 4-9/10", "DELETE"]);
});

it("returns the headers of the last response with `withResponse`", async () => {
  const { client, url } = await serveSession(10);
  const { data, status } = await withResponse(client, (c) => upload(c, { uploadUrl: url }, bytes));
  expect([data, status]).toEqual([{ id: "new" }, 201]);
});

it("reads the ranges of Outlook, whose last response is empty", async () => {
  const answers = [json({ NextExpectedRanges: ["4"] }), json({ NextExpectedRanges: ["8"] }), { status: 201 }];
  const service = await serve(() => answers.shift() ?? null);
  const client = createClient({ baseUrl: service.origin });
  expect(await upload(client, { uploadUrl: `${service.origin}/x` }, bytes, { chunkSize: 4 })).toBeUndefined();
  expect(service.received.map(({ headers }) => headers["content-range"])).toEqual([
    "bytes 0-3/10",
    "bytes 4-7/10",
    "bytes 8-9/10",
  ]);
});

async function* failing(): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
  throw new Error("disk");
}

const wrong: readonly (readonly [string, () => UploadContent, UploadOptions, string])[] = [
  ["empty content", () => new Blob([]), {}, "Unexpected content of 0 bytes"],
  ["a size that is not a number", () => ({ stream: pieces(1), size: NaN }), {}, "Unexpected content of NaN bytes"],
  [
    "a stream that is too long",
    () => ({ stream: pieces(3), size: 9 }),
    {},
    "Unexpected stream of more bytes than its size 9",
  ],
  [
    "a stream that is too short",
    () => ({ stream: pieces(3), size: 11 }),
    {},
    "Unexpected stream of less bytes than its size 11",
  ],
  ["a stream that fails", () => ({ stream: failing(), size: 12 }), {}, "The stream of the content failed"],
  ["no chunk size", () => bytes, { chunkSize: 0 }, "Unexpected chunkSize 0"],
];

it.each(wrong)("rejects %s", async (_, content, options, message) => {
  const { client, url } = await serveSession(20);
  const error = await reasonOf(upload(client, { uploadUrl: url }, content(), options));
  expect(error).toMatchObject({ kind: "argument", operation: "upload", message: containing(message) });
});

it("rejects a session without a URL", async () => {
  const { client } = await serveSession(10);
  expect(await reasonOf(upload(client, { uploadUrl: null }, bytes))).toMatchObject({ kind: "argument" });
});

it("rejects a stream whose earlier bytes the service expects again", async () => {
  const answers = [json({ nextExpectedRanges: ["4-"] }, 202), json({}, 500), json({ nextExpectedRanges: ["0-"] })];
  const service = await serve(() => answers.shift() ?? null);
  const client = createClient({ baseUrl: service.origin, retry: { delay: () => 0 } });
  const target = { uploadUrl: `${service.origin}/x` };
  const error = await reasonOf(upload(client, target, { stream: pieces(1), size: 10 }, { chunkSize: 4 }));
  expect(error).toMatchObject({ kind: "argument", message: containing("read before, expected a Blob") });
});

it("rejects a service that expects the same bytes again and again", async () => {
  const service = await serve(() => json({ nextExpectedRanges: ["0-"] }, 202));
  const call = upload(createClient({ baseUrl: service.origin }), { uploadUrl: `${service.origin}/x` }, bytes);
  expect(await reasonOf(call)).toMatchObject({ kind: "response", message: containing("the same bytes again") });
  expect(service.received.length).toBe(1);
});

it("ends when the caller aborts, although the stream gives no more bytes", async () => {
  async function* stalling(): AsyncGenerator<Uint8Array> {
    yield bytes;
    await new Promise(() => undefined);
  }
  const { client, url } = await serveSession(20);
  const call = upload(
    client,
    { uploadUrl: url },
    { stream: stalling(), size: 20 },
    { signal: AbortSignal.timeout(50) },
  );
  expect(await reasonOf(call)).toMatchObject({ kind: "timeout", operation: "upload" });
});

const elsewhere: readonly (readonly [string, readonly string[]])[] = [
  ["after the content", ["500-"]],
  ["at a number without an end", [`${"9".repeat(400)}-`]],
];

it.each(elsewhere)("sends nothing to a session that continues %s", async (_, nextExpectedRanges) => {
  const { client, url, requests } = await serveSession(10);
  const error = await reasonOf(upload(client, { uploadUrl: url, nextExpectedRanges }, bytes));
  expect(error).toMatchObject({ kind: "response", message: containing("that of another content") });
  expect(requests).toEqual([]);
});

it("continues at the first of the missing ranges, in whatever order the service lists them", async () => {
  const { client, url, requests } = await serveSession(10);
  const nextExpectedRanges = ["4-9", "0-1", "x"];
  expect(await upload(client, { uploadUrl: url, nextExpectedRanges }, bytes)).toEqual({ id: "new" });
  expect(requests).toEqual(["PUT bytes 0-9/10"]);
});
