import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkPages } from "../generator/api/link.ts";
import { createMemoryStore } from "../generator/cache/memory-store.ts";
import { NO_STORE, type Store } from "../generator/cache/store.ts";
import { createOperationMemory } from "../generator/kept-operations.ts";
import { createNodeHost } from "../generator/node-host.ts";
import { parsePage, printPage } from "../generator/page-text.ts";
import { pageTask } from "../generator/page-task.ts";
import type { Page } from "../generator/page/model.ts";
import { findPages, loadPages } from "../generator/source/find.ts";
import { isJsonObject, toJson, type Json } from "../generator/util/json.ts";
import { changed, leaves, type JsonPath } from "./support/leaves.ts";

const docs = { host: createNodeHost(), docs: "docs-input", root: "docs-input" };
const SOURCES = await loadPages(await findPages(docs, await docs.host.list("docs-input")));
const PAGES = SOURCES.flatMap((source) => pageTask(source)[0] ?? []);

/** Pages as a run reads them from what another has kept. */
function read(pages: readonly Page[]): readonly Page[] {
  return pages.flatMap((page) => parsePage(Buffer.from(printPage([page, []])))?.[0] ?? []);
}

/** A store with what a run over the pages keeps. */
function keep(pages: readonly Page[]): Store {
  const store = createMemoryStore(NO_STORE);
  linkPages(read(pages), [], createOperationMemory(store, ""));
  return store;
}

const KEPT = keep(PAGES);

/** A store that is read only, so that each case meets what the first run has kept. */
const kept = (): Store => ({ ...KEPT, set: () => undefined });

const link = (pages: readonly Page[]) => linkPages(read(pages), [], createOperationMemory(kept(), ""));
const linkAnew = (pages: readonly Page[]) => linkPages(read(pages), []);

/** Pages whose operation cannot be looked at. */
function sealed(pages: readonly Page[]): readonly Page[] {
  const seal = (page: Page): Page => ({
    ...page,
    get operation(): Page["operation"] {
      throw new Error(`Unexpected look at the operation of ${page.path}, expected it to be known`);
    },
  });
  return pages.map((page) => (page.operationKey === undefined ? page : seal(page)));
}

function isPage(value: Json): value is Json & Page {
  return isJsonObject(value) && "operation" in value && "types" in value;
}

const JSON_PAGES = PAGES.map((page) => toJson(JSON.parse(JSON.stringify(page))));
/** A page may say other things, but not be another one. */
const LEAVES = JSON_PAGES.flatMap((page, index) =>
  leaves(page)
    .filter(([key]) => key !== "path")
    .map((path): readonly [number, JsonPath] => [index, path]),
);

/** The pages with another value in one place. */
function edit(pages: readonly Json[], [at, path]: readonly [number, JsonPath]): readonly Json[] {
  return pages.map((page, index) => (index === at ? changed(page, path) : page));
}

describe("operations that a run has kept", () => {
  it("are what they would be if they were linked again, whatever else has changed", () => {
    const edits = fc.array(fc.nat(LEAVES.length - 1), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(edits, fc.option(fc.nat(PAGES.length - 1)), (picks, gone) => {
        const edited = picks.reduce<readonly Json[]>(
          (pages, pick) => edit(pages, LEAVES[pick] ?? [-1, []]),
          JSON_PAGES,
        );
        const pages = edited.filter((_, index) => index !== gone).filter(isPage);
        expect(JSON.stringify(link(pages))).toBe(JSON.stringify(linkAnew(pages)));
      }),
      { numRuns: 60 },
    );
  });

  it("are those of all pages whose operation says nothing new of a type", () => {
    const recalled = createOperationMemory(kept(), "");
    const unknown = read(PAGES).filter((page) => page.operationKey !== undefined && recalled.recall(page) === null);
    expect(unknown.map(({ path }) => path)).toEqual([]);
  });

  it.each<readonly [string, (page: Page) => Page]>([
    ["nothing", (page) => page],
    [
      "the words of properties",
      (page) => ({
        ...page,
        types: page.types.map((type) => ({
          ...type,
          properties: type.properties.map((row) => ({ ...row, description: `${row.description} New.` })),
        })),
      }),
    ],
  ])("need not be read again where an edit changes %s", (_, change) => {
    const pages = read(PAGES.map(change));
    expect(JSON.stringify(linkPages(sealed(pages), [], createOperationMemory(kept(), "")).types)).toBe(
      JSON.stringify(linkAnew(PAGES.map(change)).types),
    );
  });

  it("are not read but for the line that every run needs, where no page has changed", () => {
    const heads: Store = {
      ...kept(),
      getBytes: (key) => {
        const [line] = kept().get(key)?.split("\n") ?? [];
        return line === undefined ? null : Buffer.from(`${line}\nno JSON`);
      },
    };
    const { types, operations } = linkPages(read(PAGES), [], createOperationMemory(heads, ""));
    expect(JSON.stringify(types)).toBe(JSON.stringify(linkAnew(PAGES).types));
    expect(operations.map(({ name }) => name)).toEqual(linkAnew(PAGES).operations.map(({ name }) => name));
    expect(() => JSON.stringify(operations)).toThrow("no JSON");
  });

  it("are linked again where a type that they send is another", () => {
    const pages = PAGES.map((page) => ({ ...page, types: [] }));
    expect(JSON.stringify(link(pages))).toBe(JSON.stringify(linkAnew(pages)));
    expect(() => linkPages(sealed(read(pages)), [], createOperationMemory(kept(), ""))).toThrow(
      "expected it to be known",
    );
  });
});
