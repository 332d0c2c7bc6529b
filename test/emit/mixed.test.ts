import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { OperationModel } from "../../generator/api/model.ts";
import { emitPackage } from "../../generator/emit/package-text.ts";
import { contentOf } from "../../generator/emit/plan/routes.ts";
import { createClient } from "../../generator/output/runtime/index.ts";
import { loadFunction } from "../support/generated-module.ts";
import { buildModel, buildOperation, buildRequest, buildResponse, buildType } from "../support/model.ts";
import { COMPILERS, compile, removePackage, writePackage } from "../support/package-folder.ts";
import { json, startService, type Service } from "../support/service.ts";

const PHOTO = "microsoft.graph.photo";

function operation(paths: readonly string[], parts: Partial<OperationModel> = {}): OperationModel {
  const requests = paths.map((item) => buildRequest("GET", item));
  return buildOperation("getPhoto", { module: "photo", requests, response: buildResponse(PHOTO), ...parts });
}

const put = { requests: [buildRequest("PUT", "/me/photo/$value")] };
const answers: readonly (readonly [string, OperationModel, ReturnType<typeof contentOf>])[] = [
  ["a resource", operation(["/me/photo"]), "json"],
  ["raw values", operation(["/me/photo/$value", "/users/{userId}/photo/$value"]), "content"],
  ["a resource and its raw value", operation(["/me/photo", "/me/photo/$value"]), "mixed"],
  ["a resource and its content", operation(["/photos/{id}", "/photos/{id}/{size}/content"]), "mixed"],
  ["a resource named content", operation(["/me/content", "/users/{userId}/content"]), "json"],
  ["a replaced raw value", operation([], put), "json"],
  ["a primitive", operation(["/me/age/$value"], { response: buildResponse("Edm.Int32") }), "json"],
];

it.each(answers)("determines what the URLs of %s return", (_, given, want) => {
  expect(contentOf(given)).toBe(want);
});

// The default of the first group is content, that of the second is JSON; the last has one URL, of content.
const PATHS = [
  "/me/photo/$value",
  "/me/photo",
  "/users/{userId}/photo",
  "/users/{userId}/photo/$value",
  "/me/photos/{size}/$value",
];
const summary = "Gets a photo.";
const files = emitPackage(
  buildModel({
    types: [buildType("photo")],
    operations: [
      operation(PATHS, { summary, description: `${summary}\n\nOr its bytes.` }),
      operation(["/me/photos", "/me/photos/{photoId}/content"], {
        name: "listPhotos",
        response: buildResponse(`${PHOTO}[]`),
      }),
      operation(["/me/logo/$value"], { name: "getLogo" }),
    ],
  }),
  { packageName: "photos", packageVersion: "1.0.0" },
);

const USE = `
import { createClient, paginate, type Collection } from "photos/runtime";
import { getLogo, getPhoto, listPhotos, type Photo } from "photos/photo";

const client = createClient();
const path = { userId: "1" };
export const contents: readonly Response[] = [
  await getPhoto(client),
  await getPhoto(client, { route: "/me/photo/$value" }),
  await getPhoto(client, { path, route: "/users/{userId}/photo/$value" }),
  await getPhoto(client, { path: { size: "48x48" } }),
  await listPhotos(client, { path: { photoId: "1" } }),
  await getLogo(client),
];
function photo(value: Photo): Photo { return value; }
photo(await getPhoto(client, { route: "/me/photo" }));
photo(await getPhoto(client, { path }));
photo(await getPhoto(client, { path, route: "/users/{userId}/photo" }));
export const list: Collection<Photo> = await listPhotos(client);
for await (const item of paginate(client, listPhotos, {})) photo(item);
// @ts-expect-error the default URL returns content
export const value: Photo = await getPhoto(client);
// @ts-expect-error a route of other path keys
await getPhoto(client, { path, route: "/me/photo" });
`;

const useSettings = JSON.stringify({
  extends: "./tsconfig.json",
  compilerOptions: { rootDir: ".", noEmit: true, lib: ["es2022", "dom", "esnext.disposable"] },
  include: ["use.ts"],
});

let folder = "";
let service: Service;
beforeAll(async () => {
  const use = [
    { path: "use.ts", text: USE },
    { path: "tsconfig.use.json", text: useSettings },
  ];
  folder = writePackage([...files, ...use]);
  service = await startService(({ url }) =>
    /\/(?:\$value|content)$/.test(url) ? { body: "bytes" } : json({ id: "photo" }),
  );
});
afterAll(async () => {
  removePackage(folder);
  await service.close();
});

it.each(COMPILERS)("types the result by the URL with %s", (_, compiler) => {
  expect(compile(compiler, folder)).toBe("");
  expect(compile(compiler, path.join(folder, "tsconfig.use.json"))).toBe("");
});

async function call(name: string, options?: unknown): Promise<unknown> {
  const send = await loadFunction(path.join(folder, "src/photo.ts"), name);
  const answer = await send(createClient({ baseUrl: service.origin }), options);
  return answer instanceof Response ? await answer.text() : answer;
}

const userId = "1";
const calls: readonly (readonly [name: string, options: object | undefined, want: unknown])[] = [
  ["getPhoto", undefined, "bytes"],
  ["getPhoto", { route: "/me/photo" }, { id: "photo" }],
  ["getPhoto", { path: { userId } }, { id: "photo" }],
  ["getPhoto", { path: { userId }, route: "/users/{userId}/photo/$value" }, "bytes"],
  ["getPhoto", { path: { size: "48x48" } }, "bytes"],
  ["listPhotos", undefined, { id: "photo" }],
  ["listPhotos", { path: { photoId: "1" } }, "bytes"],
  ["getLogo", undefined, "bytes"],
];

it.each(calls)("reads what the URL of %s %j returns", async (name, options, want) => {
  expect(await call(name, options)).toEqual(want);
  const accept = want === "bytes" ? "*/*" : "application/json";
  expect(service.received.at(-1)?.headers.accept).toBe(accept);
});

it("does not repeat the beginning of the description", () => {
  const text = files.find((file) => file.path === "src/photo.ts")?.text ?? "";
  const [comment = ""] = /\/\*\*(?:(?!\*\/)[^])*Gets a photo\.(?:(?!\*\/)[^])*\*\//.exec(text) ?? [];
  expect(comment.split(summary)).toHaveLength(2);
});
