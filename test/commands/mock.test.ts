import { createServer } from "node:http";
import { afterEach, expect, it } from "vitest";
import { batch, createClient, paginate, request, type Operation } from "../../generator/output/runtime/index.ts";
import { createContext } from "../support/command-line.ts";
import { startMock, type RunningMock } from "../support/mock-command.ts";
import { createDocsHost, OPERATION_PAGE } from "../support/pages.ts";
import { containing, reasonOf } from "../support/serve.ts";

const LIST_PAGE = OPERATION_PAGE.replaceAll("Get badge", "List badges")
  .replace("Read one badge.", "List the badges.")
  .replace("GET /badges/{badgeId}", "GET /badges")
  .replace("badges/7", "badges")
  .replace("a [badge](../resources/badge.md) object", "a collection of [badge](../resources/badge.md) objects")
  .replace(/\{\n {2}"@odata.type"[\s\S]*?\n\}/, '{ "value": [{ "id": "7" }, { "id": "8" }, { "id": "9" }] }');
const UPDATE_PAGE = OPERATION_PAGE.replaceAll("Get badge", "Update badge")
  .replaceAll("GET ", "PATCH ")
  .replace(
    "Don't supply a request body for this method.",
    "Supply a JSON representation of a [badge](../resources/badge.md).",
  )
  .replace("badges/7\n", 'badges/7\nContent-Type: application/json\n\n{ "doors": ["north"], "shape": "round" }\n');

const host = createDocsHost({ "api/badge-list.md": LIST_PAGE, "api/badge-update.md": UPDATE_PAGE });
const getBadge: Operation = { name: "getBadge", routes: [{ method: "GET", path: "/badges/{badgeId}" }] };
const listBadges: Operation = { name: "listBadges", routes: [{ method: "GET", path: "/badges" }] };
const updateBadge: Operation = { name: "updateBadge", routes: [{ method: "PATCH", path: "/badges/{badgeId}" }] };

let mock: RunningMock | undefined;
afterEach(async () => {
  await mock?.close();
  mock = undefined;
});

/** Starts the command on the docs of three operations, and creates a client for it. */
async function serve(...flags: readonly string[]) {
  mock = await startMock(createContext(host).context, ...flags);
  return createClient({ baseUrl: mock.baseUrl, retry: { delay: () => 1, limit: 3 } });
}

it("answers with the example of the page until it is stopped", async () => {
  const client = await serve();
  expect(mock?.output()).toMatch(
    /^Serving 3 operations of docs-input at http:\/\/localhost:\d+\/v1.0; press Ctrl-C to stop\n$/,
  );
  expect(await request(client, getBadge, { path: { badgeId: "any" } })).toEqual({
    "@odata.type": "#microsoft.graph.badge",
    id: "7",
    doors: ["north"],
  });
  expect(mock?.output()).toMatch(/^200 GET \/v1\.0\/badges\/any$/m);
  expect(await mock?.close()).toBe(0);
});

it("reads a list page by page", async () => {
  const client = await serve();
  const items: unknown[] = [];
  const list = (given: typeof client) => request<{ value: unknown[] }>(given, listBadges, { query: { $top: 2 } });
  for await (const page of paginate(client, list).pages()) items.push(page.value);
  expect(items).toEqual([[{ id: "7" }, { id: "8" }], [{ id: "9" }]]);
});

it("answers the requests of a batch", async () => {
  const client = await serve();
  const results = await batch(client, (b) => ({
    one: request(b, getBadge, { path: { badgeId: "1" } }),
    all: request(b, listBadges, {}),
  }));
  expect(results).toMatchObject({ one: { id: "7" }, all: { value: [{ id: "7" }, { id: "8" }, { id: "9" }] } });
});

it.each([
  [{ doors: ["south"] }, null],
  [{ doors: ["north"], shape: "round" }, null],
  [{ dors: ["south"] }, "Unexpected property dors, which is not documented; did you mean doors?"],
  [{ doors: "south" }, "Unexpected string for doors, expected a list"],
  [{ doors: [1] }, "Unexpected number for doors[0], expected a string"],
  [["south"], "Unexpected list, expected a JSON object"],
  ["south", "Unexpected text, expected valid JSON with the content type application/json"],
])("checks the body %j", async (body, problem) => {
  const client = await serve();
  const sent = request(client, updateBadge, { path: { badgeId: "1" }, body });
  if (problem === null) expect(await sent).toMatchObject({ id: "7" });
  else expect(await reasonOf(sent)).toMatchObject({ status: 400, message: containing(problem) });
});

it("fails the first attempts, which the runtime repeats after the delay of Retry-After", async () => {
  await serve("--fail", "429:1", "--latency", "1");
  const url = `${mock?.baseUrl ?? ""}/badges/1`;
  const first = await fetch(url);
  expect([first.status, first.headers.get("retry-after")]).toEqual([429, "1"]);
  expect((await fetch(url)).status).toBe(200);
});

it("lets programs in a browser call it", async () => {
  await serve();
  const response = await fetch(`${mock?.baseUrl ?? ""}/badges/1`, { method: "OPTIONS" });
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
});

it("says what to do if the port is in use", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "localhost", resolve));
  const address = other.address();
  const port = typeof address === "object" ? String(address?.port) : "";
  const { context, stderr } = createContext(host);
  await expect(startMock({ ...context }, "--port", port)).rejects.toThrow(`Port ${port} is in use\nName another one`);
  expect(stderr).toEqual([]);
  other.close();
});
