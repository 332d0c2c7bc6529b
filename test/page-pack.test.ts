import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createNodeHost } from "../generator/node-host.ts";
import { pageTask } from "../generator/page-task.ts";
import { packPage, unpackPage, type PackedPage } from "../generator/page-pack.ts";
import type { Page, PropertyFacts, TypeExpression } from "../generator/page/model.ts";
import { findPages, loadPages } from "../generator/source/find.ts";
import { isJsonObject, toJson, type Json } from "../generator/util/json.ts";
import { changed, leaves } from "./support/leaves.ts";

const docs = { host: createNodeHost(), docs: "docs-input", root: "docs-input" };
const SOURCES = await loadPages(await findPages(docs, await docs.host.list("docs-input")));
const PAGES = SOURCES.flatMap((source) => pageTask(source)[0] ?? []);

/** A page as it comes back from a file. */
function kept(page: Page): Page {
  const packed: unknown = JSON.parse(JSON.stringify(packPage(page)));
  if (!isPacked(packed)) throw new Error("expected a page");
  return unpackPage(packed);
}

function isPacked(value: unknown): value is PackedPage {
  return typeof value === "object" && value !== null && "types" in value && "methods" in value;
}

/** What is left of a page: members that rows state are not asked for. */
function withoutStated(page: Page): Page {
  const types = page.types.map((type) => {
    const names = new Set(type.properties.map(({ name }) => name.toLowerCase()));
    return { ...type, sketch: type.sketch.filter(({ name }) => !names.has(name.toLowerCase())) };
  });
  return { ...page, types };
}

const place = { file: "resources/bird.md", line: 3, column: 5 };

const TEXT: TypeExpression = {
  ...{ text: "String", name: "String", primitive: "Edm.String", target: null, anchor: null },
  ...{ collection: false, enumeration: false, alternatives: [], place },
};

const ROW: PropertyFacts = {
  ...{ name: "song", type: TEXT, relationship: false, readOnly: false, required: false, nullable: null, key: false },
  ...{ deprecated: null, default: null, inheritedFrom: null, values: [], closed: false, combined: false },
  ...{ description: "What it sings.", source: place },
};

function pageOf(row: PropertyFacts): Page {
  const type = {
    ...{ name: "bird", namespace: null, description: "", deprecated: null, statedBase: null, derived: [], keys: [] },
    ...{ abstract: false, open: false, properties: [row], source: place },
    sketch: [
      { name: "SONG", type: TEXT, values: [] },
      { name: "wings", type: { ...TEXT, collection: true }, values: [{ name: "left", description: null }] },
    ],
  };
  const methods = [
    { target: "api/bird-get.md", title: "Get", returns: null, source: place },
    { target: "api/bird-list.md", title: "List", returns: { ...TEXT, text: "birds" }, source: { ...place, line: 9 } },
  ];
  return { path: place.file, title: "bird", namespace: null, types: [type], enums: [], operation: null, methods };
}

describe("a packed page", () => {
  it.each<readonly [string, PropertyFacts]>([
    ["nothing that is rare", ROW],
    ["a relationship", { ...ROW, relationship: true }],
    ["a value that is read only", { ...ROW, readOnly: true }],
    ["a value that must be there", { ...ROW, required: true }],
    ["a key", { ...ROW, key: true }],
    ["a value that may be null", { ...ROW, nullable: true }],
    ["a value that may not be null", { ...ROW, nullable: false }],
    ["a deprecated row", { ...ROW, deprecated: "" }],
    ["a default", { ...ROW, default: "none" }],
    ["the values that there are", { ...ROW, closed: true, values: [{ name: "high", description: "It is high." }] }],
    ["values that combine", { ...ROW, combined: true, values: [{ name: "high", description: null }] }],
    ["a row of another file", { ...ROW, source: { ...place, file: "includes/rows.md" } }],
    ["an inherited row", { ...ROW, inheritedFrom: { ...TEXT, target: "resources/animal.md", anchor: "" } }],
    ["a collection", { ...ROW, type: { ...TEXT, collection: true } }],
    ["a plural that tells a collection", { ...ROW, type: { ...TEXT, collection: true, loosePlural: true } }],
    ["a plural that tells none", { ...ROW, type: { ...TEXT, loosePlural: false } }],
    ["an enumeration", { ...ROW, type: { ...TEXT, primitive: null, enumeration: true } }],
    ["two types", { ...ROW, type: { ...TEXT, alternatives: [{ ...TEXT, anchor: "top" }] } }],
  ])("comes back with %s", (_, row) => {
    expect(kept(pageOf(row))).toEqual(withoutStated(pageOf(row)));
  });

  it("comes back as it was, whatever the sample's pages state", () => {
    for (const page of PAGES) expect(kept(page)).toEqual(withoutStated(page));
  });

  it("comes back with every edit of these", () => {
    const jsons = PAGES.map((page) => toJson(JSON.parse(JSON.stringify(page))));
    const all = jsons.flatMap((page, index) => leaves(page).map((path) => [index, path] as const));
    fc.assert(
      fc.property(fc.nat(all.length - 1), (pick) => {
        const [index, path] = all[pick] ?? [0, []];
        const page = changed(jsons[index] ?? null, path);
        if (isPage(page)) expect(kept(page)).toEqual(withoutStated(page));
      }),
      { numRuns: 300 },
    );
  });

  it("is less than half as long", () => {
    const size = (value: unknown): number => JSON.stringify(value).length;
    const resources = PAGES.filter(({ types }) => types.length > 0).map((page) => ({ ...page, operation: null }));
    expect(2 * size(resources.map(packPage))).toBeLessThan(size(resources));
  });
});

function isPage(value: Json): value is Json & Page {
  return isJsonObject(value) && "operation" in value && "types" in value;
}
