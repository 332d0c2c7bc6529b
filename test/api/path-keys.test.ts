import { expect, it } from "vitest";
import { linkPages } from "../../generator/api/link.ts";
import { pageTask } from "../../generator/read/page-task.ts";

/** Names of the path parameters of pages about a pond, by the verb of the page. */
function parametersOf(pages: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, readonly string[]>> {
  const read = Object.entries(pages).flatMap(([verb, urls]) => {
    const requests = urls.map((url) => `GET ${url}`).join("\n");
    const text = `# Title\n\n## HTTP request\n\n\`\`\`http\n${requests}\n\`\`\`\n`;
    return pageTask({ path: `api/pond-${verb}.md`, text, problem: null, includes: {} })[0] ?? [];
  });
  const { operations } = linkPages(read, []);
  return Object.fromEntries(
    operations.map(({ source, requests }) => [
      source.file.slice("api/pond-".length, -".md".length),
      requests.flatMap(({ parameters }) => parameters.map(({ name }) => name)),
    ]),
  );
}

it("gives a key the name that most pages of the module use", () => {
  const pages = {
    get: ["/ponds/{id}"],
    "list-fishes": ["/ponds/{pond-id}/fishes"],
    drain: ["/ponds/{id | name}/drain"],
  };
  expect(parametersOf(pages)).toEqual({ get: ["pondId"], "list-fishes": ["pondId"], drain: ["pondId"] });
});

it("prefers the name of the resource if no name is more common", () => {
  const pages = { get: ["/ponds/{water}"], drain: ["/ponds/{pond-id}/drain"] };
  expect(parametersOf(pages)).toEqual({ get: ["pondId"], drain: ["pondId"] });
});

it("keeps the names of a page that has several for one key", () => {
  const pages = { get: ["/ponds/{pond-id}", "/ponds/{pond-title}"], drain: ["/ponds/{id}/drain"] };
  expect(parametersOf(pages)).toEqual({ get: ["pondId", "pondTitle"], drain: ["pondId"] });
});

it("keeps a name that the page uses for several keys, of which only one is named elsewhere", () => {
  const pages = {
    get: ["/ponds/{pond-id}"],
    drain: ["/ponds/{pond-id}/drain"],
    fill: ["/ponds/{place-id}/fill", "/lakes/{place-id}/fill"],
  };
  expect(parametersOf(pages)).toMatchObject({ fill: ["placeId", "placeId"] });
});

it("tells keys of other paths and arguments of functions apart", () => {
  const pages = {
    get: ["/ponds/{id}"],
    locate: ["/ponds/{place}:/{path}"],
    "list-deep": ["/ponds/{id}/deep(metres={m})"],
    "list-wide": ["/ponds/{id}/wide(metres={width})"],
  };
  expect(parametersOf(pages)).toEqual({
    get: ["pondId"],
    locate: ["place", "path"],
    "list-deep": ["pondId", "metres"],
    "list-wide": ["pondId", "metres"],
  });
});

it("names the key of one by the singular", () => {
  expect(parametersOf({ get: ["/ponds/{pondsId}"] })).toEqual({ get: ["pondId"] });
  expect(parametersOf({ get: ["/reedsAndRushes/{reedsAndRushesId}"] })).toEqual({ get: ["reedsAndRushesId"] });
});
