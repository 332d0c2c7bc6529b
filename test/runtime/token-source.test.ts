import { expect, it } from "vitest";
import {
  createClient,
  request,
  requestContent,
  type AccessToken,
  type ClientOptions,
  type Operation,
} from "../../generator/output/runtime/index.ts";
import { containing, reasonOf, useServices } from "../support/serve.ts";
import { json, type Service } from "../support/service.ts";

const { serve } = useServices();

const getThing: Operation = { name: "getThing", routes: [{ method: "GET", path: "/thing" }] };

function tokensOf(service: Service): unknown[] {
  return service.received.map(({ headers }) => headers.authorization);
}

/** What a program in JavaScript may return. */
function untyped(given: unknown): AccessToken | null {
  const isToken = (value: unknown): value is AccessToken => value === given;
  return isToken(given) ? given : null;
}

const notTokens: readonly (readonly [string, unknown])[] = [
  ["nothing", undefined],
  ["an object without a token", { access_token: "abc" }],
  ["a number", 42],
  ["a token that is null", { token: null }],
  ["a token that is a list", { token: ["a", "b"] }],
];

it.each(notTokens)("sends nothing if a source without types returns %s", async (_, given) => {
  const service = await serve(() => json({}));
  const token = { getToken: () => Promise.resolve(untyped(given)) };
  const error = await reasonOf(request(createClient({ token, baseUrl: service.origin }), getThing, {}));
  expect(error).toMatchObject({ kind: "token", message: containing("Unexpected missing or invalid token") });
  expect(service.received).toEqual([]);
});

it("asks again after a request for a token that every caller gave up", async () => {
  const service = await serve(() => json({}));
  let asked = 0;
  const token = (): Promise<string> => ((asked += 1) === 1 ? new Promise(() => undefined) : Promise.resolve("good"));
  const client = createClient({ token, baseUrl: service.origin });
  const calls = [30, 60].map((ms) => reasonOf(request(client, getThing, { signal: AbortSignal.timeout(ms) })));
  expect(await Promise.all(calls)).toMatchObject([{ kind: "timeout" }, { kind: "timeout" }]);
  expect(asked).toBe(1);
  await request(client, getThing, {});
  expect(tokensOf(service)).toEqual(["Bearer good"]);
});

it("asks with the claims of a rejected call, even while another call asks for a token", async () => {
  const claims = '{"access_token":{}}';
  const challenge = `Bearer error="insufficient_claims", claims="${Buffer.from(claims).toString("base64")}"`;
  const service = await serve(({ headers }) =>
    headers.authorization === "Bearer with" ? json({}) : json({}, 401, { "www-authenticate": challenge }),
  );
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  let asked = 0;
  const token: ClientOptions["token"] = async (_, demand) => {
    if (demand?.claims !== undefined) return "with";
    asked += 1;
    if (asked === 2) await answered;
    return "without";
  };
  const client = createClient({ token, baseUrl: service.origin });
  const first = request(client, getThing, {});
  await new Promise((resolve) => setTimeout(resolve));
  const second = request(client, getThing, {});
  expect(await first).toEqual({});
  answer();
  expect(await second).toEqual({});
});

it("keeps its token if another origin rejects a request without it", async () => {
  const claims = Buffer.from('{"access_token":{"evil":1}}').toString("base64");
  const other = await serve(() => json({}, 401, { "www-authenticate": `Bearer claims="${claims}"` }));
  const home = await serve(() => ({ status: 302, headers: { location: `${other.origin}/file` } }));
  const demands: unknown[] = [];
  const token: ClientOptions["token"] = (_, demand) => {
    demands.push(demand);
    return { token: `t${demands.length}`, expiresOnTimestamp: Date.now() + 3_600_000 };
  };
  const client = createClient({ token, baseUrl: home.origin });
  for (const call of [request, requestContent])
    expect(await reasonOf(call(client, getThing, {}))).toMatchObject({ kind: "service", status: 401 });
  expect(demands).toEqual([{}]);
  expect([tokensOf(home), tokensOf(other)]).toEqual([
    ["Bearer t1", "Bearer t1"],
    [undefined, undefined],
  ]);
});
