import { expect, it } from "vitest";
import { linkPages } from "../../generator/api/link.ts";
import { pageTask } from "../../generator/read/page-task.ts";

/** Names of the operations of pages, by the stems of their files. */
function namesOf(pages: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const read = Object.entries(pages).flatMap(([stem, request]) => {
    const text = `# Title\n\n## HTTP request\n\n\`\`\`http\n${request}\n\`\`\`\n`;
    return pageTask({ path: `api/${stem}.md`, text, problem: null, includes: {} })[0] ?? [];
  });
  const { operations } = linkPages(read, []);
  return Object.fromEntries(
    operations.map(({ source, name }) => [source.file.slice("api/".length, -".md".length), name]),
  );
}

const part = { "pond-list-fishes": "GET /ponds/{id}/fishes" };
const own = { "pondfish-list": "GET /pondFishes" };

it("leaves a name to the page about the resource itself", () => {
  expect(namesOf(part)).toEqual({ "pond-list-fishes": "listPondFishes" });
  expect(namesOf({ ...part, ...own })).toEqual({
    "pond-list-fishes": "listFishesOfPond",
    "pondfish-list": "listPondFishes",
  });
});

it("does not depend on the order of the pages", () => {
  expect(namesOf({ ...own, ...part })).toEqual(namesOf({ ...part, ...own }));
});

it("names pages of several areas after their areas", () => {
  const areas = { "garden-north-pond-get": "GET /north/ponds/{id}", "garden-south-pond-get": "GET /south/ponds/{id}" };
  expect(namesOf(areas)).toEqual({
    "garden-north-pond-get": "getGardenNorthPond",
    "garden-south-pond-get": "getGardenSouthPond",
  });
});
