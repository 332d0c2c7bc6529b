import fc from "fast-check";
import { expect, it } from "vitest";
import {
  batch,
  createClient,
  exactIntegers,
  request,
  type GraphClient,
  type JsonFormat,
} from "../../generator/output/runtime/index.ts";
import { reasonOf, useServices } from "../support/serve.ts";

const { serve } = useServices();

const texts: readonly (readonly [string, unknown])[] = [
  ["9007199254740993", 9007199254740993n],
  ["-9223372036854775808", -9223372036854775808n],
  ["9007199254740991", 9007199254740991],
  ["1.5e300", 1.5e300],
  ["-0", -0],
  ["9007199254740993.5", 9007199254740994],
  ['"9007199254740993"', "9007199254740993"],
  [String.raw`["\\", "\"9007199254740993", 9007199254740993]`, ["\\", '"9007199254740993', 9007199254740993n]],
  ['{"9007199254740993":{"a":[9007199254740993,null]}}', { "9007199254740993": { a: [9007199254740993n, null] } }],
];

it.each(texts)("reads %s", (text, want) => {
  expect(exactIntegers.parse(text)).toEqual(want);
});

function parse(json: JsonFormat, text: string): unknown {
  return json.parse(text);
}

it.each(["", "{", '{"a":', "01234567890123456789", '"9007199254740993', "[9007199254740993"])("rejects %s", (text) => {
  expect(() => parse(JSON, text)).toThrow(SyntaxError);
  expect(() => parse(exactIntegers, text)).toThrow(SyntaxError);
});

it("rejects a long string without an end, without searching for the end at each of its quotes", () => {
  expect(() => parse(exactIntegers, `"${'\\"'.repeat(400_000)}`)).toThrow(SyntaxError);
});

it("reads and writes any JSON as the platform does, except for large integers", () => {
  const leaf = fc.oneof(
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  );
  const json = fc.oneof(leaf, fc.jsonValue(), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n }));
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(json, fc.array(json))), (value) => {
      const text = exactIntegers.stringify(value) ?? "";
      expect(JSON.parse(text)).toEqual(
        JSON.parse(JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? Number(inner) : inner))),
      );
      expect(exactIntegers.stringify(exactIntegers.parse(text))).toBe(text);
    }),
  );
});

it.each([undefined, () => 1])("cannot write %s", (value) => {
  expect(exactIntegers.stringify(value)).toBeUndefined();
});

const thing = { name: "echo", routes: [{ method: "POST", path: "/echo" }] };

async function echo(client: GraphClient, body: object): Promise<unknown> {
  return await request(client, thing, { body });
}

it("keeps large integers in calls and batches", async () => {
  const sent = { size: 9007199254740993n, list: [1, 18014398509481985n] };
  const text = '{"size":9007199254740993,"list":[1,18014398509481985]}';
  const service = await serve(({ url, body }) =>
    url.endsWith("$batch") ? { body: `{"responses":[{"id":"1","status":200,"body":${text}}]}` } : { body },
  );
  const client = createClient({ baseUrl: service.origin, json: exactIntegers });
  expect(await echo(client, sent)).toEqual(sent);
  expect(await batch(client, (b) => [echo(b, sent)])).toEqual([sent]);
  expect(service.received[0]?.body).toBe(text);
  expect(service.received[1]?.body).toContain(`"body":${text}`);
});

it("rounds large integers by default, and rejects them in a body", async () => {
  const service = await serve(({ body }) => ({ body: body === "{}" ? "9007199254740993" : "" }));
  const client = createClient({ baseUrl: service.origin });
  expect(await echo(client, {})).toBe(9007199254740992);
  expect(await reasonOf(echo(client, { a: 1n }))).toMatchObject({ kind: "argument" });
});
