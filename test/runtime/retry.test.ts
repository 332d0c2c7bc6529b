import { expect, it } from "vitest";
import {
  createClient,
  request,
  requestContent,
  withContent,
  type ClientOptions,
  type Operation,
  type RetryOptions,
} from "../../generator/output/runtime/index.ts";
import { retryAfter } from "../../generator/output/runtime/retry-after.ts";
import { retryDelay } from "../../generator/output/runtime/retry.ts";
import { reasonOf, useServices } from "../support/serve.ts";
import { json, type Answer } from "../support/service.ts";

const { serve, serveRaw } = useServices();

function operation(method: string): Operation {
  return { name: "callThing", routes: [{ method, path: "/thing" }] };
}

const now = { "retry-after": "0" };
const soon = { delay: () => 0 };

/** Methods of the requests that a call makes to a service whose first response is an error. */
async function requestsOf(method: string, first: Answer, options: ClientOptions = {}): Promise<number> {
  let answers = 0;
  const service = await serve(() => ((answers += 1) === 1 ? first : json({ ok: true })));
  const client = createClient({ retry: soon, ...options, baseUrl: service.origin });
  await request(client, operation(method), ["POST", "PATCH", "PUT"].includes(method) ? { body: { a: 1 } } : {}).catch(
    () => undefined,
  );
  expect(new Set(service.received.map(({ body }) => body)).size, "each try has the whole body").toBe(1);
  return service.received.length;
}

const tries: readonly (readonly [string, string, Answer, ClientOptions, number])[] = [
  ["GET after 429 with Retry-After", "GET", { status: 429, headers: now }, {}, 2],
  ["GET after 429 without Retry-After", "GET", { status: 429 }, {}, 2],
  ["GET after 503", "GET", { status: 503 }, {}, 2],
  ["DELETE after 504", "DELETE", { status: 504 }, {}, 2],
  ["PUT after 503", "PUT", { status: 503 }, {}, 2],
  ["POST after 429: it was not processed", "POST", { status: 429 }, {}, 2],
  ["PATCH after 503 with Retry-After: it was not processed", "PATCH", { status: 503, headers: now }, {}, 2],
  ["no POST after 503 without Retry-After", "POST", { status: 503 }, {}, 1],
  ["no PATCH after 504", "PATCH", { status: 504, headers: now }, {}, 1],
  ["POST after 504 if the caller allows it", "POST", { status: 504 }, { retry: { methods: ["POST"], ...soon } }, 2],
  ["no GET after 500", "GET", { status: 500, headers: now }, {}, 1],
  ["GET after 500 if the caller allows it", "GET", { status: 500 }, { retry: { statuses: [500], ...soon } }, 2],
  ["no GET after 400", "GET", { status: 400 }, {}, 1],
  ["nothing if the caller turns retries off", "GET", { status: 429, headers: now }, { retry: 0 }, 1],
  ["nothing with too long a delay", "GET", { status: 429, headers: { "retry-after": "181" } }, {}, 1],
  ["nothing that a hook prevents", "GET", { status: 429 }, { hooks: { beforeRetry: () => false } }, 1],
];

it.each(tries)("retries: %s", async (_, method, first, options, want) => {
  expect(await requestsOf(method, first, options)).toBe(want);
});

it("stops at the limit and returns the last response", async () => {
  const service = await serve(({ headers }) => json({ error: { code: "busy", message: headers.accept } }, 503, now));
  const call = request(createClient({ baseUrl: service.origin, retry: 5 }), operation("GET"), { retry: 2 });
  expect(await reasonOf(call)).toMatchObject({ status: 503, code: "busy", retryAfter: 0 });
  expect(service.received.length).toBe(3);
});

it("retries after a broken connection, but only requests that are safe to send twice", async () => {
  const methods: (string | undefined)[] = [];
  const origin = await serveRaw((incoming, outgoing) => {
    methods.push(incoming.method);
    if (methods.length === 1 || incoming.method === "POST") incoming.socket.destroy();
    else outgoing.end("[]");
  });
  const client = createClient({ baseUrl: origin, retry: soon });
  expect(await request(client, operation("GET"), {})).toEqual([]);
  expect(await reasonOf(request(client, operation("POST"), { body: {} }))).toMatchObject({ kind: "network" });
  expect(methods).toEqual(["GET", "GET", "POST"]);
});

it("retries when a response is incomplete", async () => {
  let answers = 0;
  const origin = await serveRaw((_, outgoing) => {
    outgoing.writeHead(200, { "content-length": "10" });
    if ((answers += 1) === 2) outgoing.end("[12345678]");
    else outgoing.write("[12", () => outgoing.destroy());
  });
  expect(await request(createClient({ baseUrl: origin, retry: soon }), operation("GET"), {})).toEqual([12345678]);
});

it("does not send a stream twice", async () => {
  const service = await serve(() => ({ status: 429, headers: now }));
  const client = createClient({ baseUrl: service.origin, token: () => String(Math.random()) });
  const call = request(client, operation("PUT"), withContent({ body: new Blob(["a"]).stream() }, "image/png"));
  expect(await reasonOf(call)).toMatchObject({ status: 429 });
  expect(service.received.length).toBe(1);
});

it("retries a download", async () => {
  let answers = 0;
  const service = await serve(() => ((answers += 1) === 1 ? { status: 503, headers: now } : { body: "bytes" }));
  const response = await requestContent(createClient({ baseUrl: service.origin }), operation("GET"), {});
  expect(await response.text()).toBe("bytes");
});

it("aborts during the delay", async () => {
  const controller = new AbortController();
  const service = await serve(() => ({ status: 429, headers: { "retry-after": "100" } }));
  const hooks = {
    beforeRetry: () => {
      setTimeout(() => {
        controller.abort();
      });
    },
  };
  const client = createClient({ baseUrl: service.origin, hooks });
  const error = await reasonOf(request(client, operation("GET"), { signal: controller.signal }));
  expect(error).toMatchObject({ name: "AbortError", kind: "abort", operation: "callThing" });
  expect(service.received.length).toBe(1);
});

const waits: readonly (readonly [string, Readonly<Record<string, string>>, number | null])[] = [
  ["seconds", { "retry-after": "7" }, 7000],
  ["zero seconds", { "retry-after": "0" }, 0],
  ["a date", { "retry-after": "Wed, 21 Oct 2015 07:28:10 GMT", date: "Wed, 21 Oct 2015 07:28:00 GMT" }, 10_000],
  ["a past date", { "retry-after": "Wed, 21 Oct 2015 07:27:00 GMT", date: "Wed, 21 Oct 2015 07:28:00 GMT" }, 0],
  ["a past date by the local clock", { "retry-after": "Wed, 21 Oct 2015 07:28:00 GMT" }, 0],
  ["nothing", {}, null],
  ["an empty string", { "retry-after": " " }, null],
  ["other text", { "retry-after": "soon" }, null],
  ["a negative number", { "retry-after": "-1" }, null],
  ["a fraction", { "retry-after": "1.5" }, null],
  ["two numbers", { "retry-after": "1, 2" }, null],
  ["a year", { "retry-after": "2031" }, 2_031_000],
  [
    "a date of RFC 850",
    { "retry-after": "Wednesday, 21-Oct-15 07:28:10 GMT", date: "Wed, 21 Oct 2015 07:28:00 GMT" },
    10_000,
  ],
  ["a date of asctime", { "retry-after": "Wed Oct 21 07:28:10 2015", date: "Wed, 21 Oct 2015 07:28:00 GMT" }, 10_000],
  [
    "a date of asctime with one digit",
    { "retry-after": "Thu Oct  1 07:28:00 2015", date: "Wed, 21 Oct 2015 07:28:00 GMT" },
    0,
  ],
  ["a date with an impossible hour", { "retry-after": "Wed, 21 Oct 2015 27:28:10 GMT" }, null],
  ["a date with an impossible second", { "retry-after": "Wed, 21 Oct 2015 07:28:99 GMT" }, null],
  ["a date without a month", { "retry-after": "Wed, 21 Xyz 2015 07:28:10 GMT" }, null],
  ["a day that the month does not have", { "retry-after": "Tue, 31 Feb 2030 00:01:00 GMT" }, null],
  ["a date with a year in place of the time zone", { "retry-after": "Tue, 01 Jan 2030 00:01:00 2031" }, null],
  ["a date with a year of three digits", { "retry-after": "Tue, 01 Jan 203 00:01:00 GMT" }, null],
  ["a date of asctime without a year", { "retry-after": "Tue Jan 01 00:01:00 GMT" }, null],
  ["a date in another time zone", { "retry-after": "Wed, 21 Oct 2015 07:28:10 PST" }, null],
  ["a sign", { "retry-after": "+1" }, null],
  ["an exponent", { "retry-after": "1e3" }, null],
  ["a hexadecimal number", { "retry-after": "0x10" }, null],
  ["a number with a unit", { "retry-after": "5s" }, null],
  ["a date of another form", { "retry-after": "2031-01-01T00:00:00Z" }, null],
];

it.each(waits)("reads a delay from %s", (_, headers, want) => {
  expect(retryAfter(new Headers(headers))).toBe(want);
});

it.each([NaN, -1])("does not retry after a delay of %s", (wait) => {
  const response = { status: 429, headers: new Headers() };
  expect(retryDelay({ method: "GET", attempt: 1, response }, { delay: () => wait })).toBeNull();
});

it("increases the delay each time if the service specifies none", () => {
  const response = { status: 429, headers: new Headers() };
  const wait = (attempt: number, retry: RetryOptions = {}): number | null =>
    retryDelay({ method: "GET", attempt, response }, retry);
  for (const [attempt, mean] of [
    [1, 500],
    [2, 1000],
    [3, 2000],
  ] as const) {
    expect(wait(attempt)).toBeGreaterThanOrEqual(mean * 0.75);
    expect(wait(attempt)).toBeLessThanOrEqual(mean * 1.25);
  }
  expect(wait(4)).toBeNull();
  expect(wait(2, { delay: (attempt) => attempt })).toBe(2);
  expect(wait(1, { maxDelay: 1 })).toBe(1);
  expect(wait(100, { limit: Infinity })).toBe(180_000);
});

it("does not retry if the service asks for more than the longest delay", () => {
  const response = { status: 429, headers: new Headers({ "retry-after": "2" }) };
  expect(retryDelay({ method: "GET", attempt: 1, response }, { maxDelay: 1999 })).toBeNull();
  expect(retryDelay({ method: "GET", attempt: 1, response }, { maxDelay: 2000 })).toBe(2000);
});
