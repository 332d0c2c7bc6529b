import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { runCommand } from "../support/command-line.ts";
import { createMemoryHost, type MemoryHost } from "../support/memory-host.ts";
import { brokenPages, followDocs, startMemoryWatch } from "../support/memory-watch.ts";
import { OPERATION_PAGE, RESOURCE_PAGE } from "../support/pages.ts";

/** Pages by their paths from the folder of the docs. */
type Docs = Readonly<Record<string, string>>;

const ROOT = "/project/docs-input/";
const FLAGS = ["--docs", "docs-input", "--out", "out"];

const named = (page: string, name: string): string =>
  page.replaceAll("badge", name).replaceAll("Badge", `${name.charAt(0).toUpperCase()}${name.slice(1)}`);
const withRows = (page: string, ...rows: readonly string[]): string =>
  page.replace(/\|doors\|.*\|/, (row) => [row, ...rows].join("\n"));
const withBase = (page: string, base: string): string =>
  page.replace('"keyProperty": "id",', `"keyProperty": "id", "baseType": "microsoft.graph.${base}",`);
const enumeration = (name: string, ...members: readonly string[]): string =>
  `# ${name} enum type\n\n## Members\n\n|Member|Value|Description|\n|:---|:---|:---|\n${members.map((member, at) => `|${member}|${at}|A value.|`).join("\n")}\n`;
const list = named(OPERATION_PAGE, "badge")
  .replace("# Get badge", "# List badges")
  .replaceAll("/{badgeId}", "")
  .replace("badges/7", "badges")
  .replace("a [badge]", "a collection of [badge]");

const BADGE = withRows(
  withBase(RESOURCE_PAGE, "token"),
  "|tone|[tone](tone.md)|Tone of the bell.|",
  "|holder|[holder](holder.md)|Who wears it.|",
);
const LINKS =
  "## Relationships\n\n|Relationship|Type|Description|\n|:---|:---|:---|\n|holders|[holder](holder.md) collection|All.|\n";

const DOCS: Docs = {
  "resources/token.md": named(RESOURCE_PAGE, "token").replace("doors", "gates"),
  "resources/badge.md": BADGE,
  "resources/holder.md": named(RESOURCE_PAGE, "holder").replaceAll("doors", "pockets"),
  "resources/tone.md": enumeration("tone", "high", "low"),
  "api/badge-get.md": OPERATION_PAGE,
  "api/badge-list.md": list,
  "api/holder-get.md": named(OPERATION_PAGE, "holder"),
};

const change =
  (file: string, edit: (page: string) => string) =>
  (docs: Docs): Docs => {
    const page = docs[file];
    return page === undefined ? docs : { ...docs, [file]: edit(page) };
  };
const add =
  (file: string, page: string) =>
  (docs: Docs): Docs => ({ ...docs, [file]: page });
const remove =
  (...files: readonly string[]) =>
  (docs: Docs): Docs =>
    Object.fromEntries(Object.entries(docs).filter(([file]) => !files.includes(file)));
const move =
  (from: string, to: string) =>
  (docs: Docs): Docs =>
    Object.fromEntries(Object.entries(docs).map(([file, page]) => [file === from ? to : file, page]));

/** What an author may do, by what of the last run it makes worthless. */
const EDITS: Readonly<Record<string, (docs: Docs) => Docs>> = {
  "the words of a property": change("resources/badge.md", (page) => page.replace("Tone of the bell.", "Its tone.")),
  "the words of a type": change("resources/badge.md", (page) => page.replaceAll("opens doors", "shuts doors")),
  "a property more": change("resources/badge.md", (page) => withRows(page, "|bells|Int32|Count.|")),
  "a property less": change("resources/holder.md", (page) => page.replace(/\|pockets\|.*\n/, "")),
  "another type of a property": change("resources/badge.md", (page) => page.replace("[tone](tone.md)", "Int32")),
  "a property of the base": change("resources/token.md", (page) => withRows(page, "|weight|Int32|Weight.|")),
  "a property that the base has with another type": change("resources/token.md", (page) =>
    withRows(page, "|holder|String|Whose it is.|"),
  ),
  "another base": change("resources/badge.md", (page) =>
    page.replace("microsoft.graph.token", "microsoft.graph.holder"),
  ),
  "no base": change("resources/badge.md", (page) => page.replace('"baseType": "microsoft.graph.token",', "")),
  "a subtype more": add("resources/coin.md", withBase(named(RESOURCE_PAGE, "coin"), "token")),
  "a relationship": change("resources/badge.md", (page) => page.replace("## JSON", `${LINKS}\n## JSON`)),
  "an open type": change("resources/holder.md", (page) =>
    page.replace('"keyProperty"', '"openType": true, "keyProperty"'),
  ),
  "a member of an enum": change("resources/tone.md", (page) => `${page}|shrill|2|A value.|\n`),
  "an enum that may grow": change("resources/tone.md", (page) => `${page}|unknownFutureValue|2|A value.|\n`),
  "no enum": remove("resources/tone.md"),
  "no page of a type": remove("resources/holder.md"),
  "a type under another name": change("resources/holder.md", (page) =>
    named(page, "keeper").replaceAll("holder", "keeper"),
  ),
  "a type that is spelled otherwise": change("resources/tone.md", (page) => page.replace("# tone", "# Tone")),
  "a type with the name of what the text needs": add("resources/promise.md", named(RESOURCE_PAGE, "promise")),
  "a type with the name of the runtime's": add("resources/collection.md", named(RESOURCE_PAGE, "collection")),
  "a type with the name of a body": add("resources/getBadgeOptions.md", named(RESOURCE_PAGE, "getBadgeOptions")),
  "two pages of one type": add("resources/badge-more.md", withRows(RESOURCE_PAGE, "|extra|Int32|More.|")),
  "a type of the same name elsewhere": add(
    "resources/air-badge.md",
    RESOURCE_PAGE.replace("Namespace: microsoft.graph", "Namespace: microsoft.graph.air").replaceAll(
      "graph.badge",
      "graph.air.badge",
    ),
  ),
  "the words of a request": change("api/badge-get.md", (page) => page.replaceAll("Read one badge", "Reads a badge")),
  "another URL": change("api/badge-get.md", (page) => page.replace("GET /badges", "GET /gates")),
  "one more URL that gives content": change("api/badge-get.md", (page) =>
    page.replace("GET /badges/{badgeId}", "GET /badges/{badgeId}\nGET /badges/{badgeId}/photo/$value"),
  ),
  "other permissions": change("api/badge-get.md", (page) => page.replaceAll("Badge.Read.All", "Badge.Read")),
  "no permissions": change("api/badge-get.md", (page) => page.replace(/## Permissions[^]*?(?=## HTTP)/, "")),
  "an example of a type that no page defines": change("api/badge-get.md", (page) =>
    page
      .replace("a [badge](../resources/badge.md)", "a [medal](../resources/medal.md)")
      .replace('"id": "7",', '"id": "7", "shine": 3,'),
  ),
  "a name without its sign in an example": change("api/badge-get.md", (page) =>
    page.replace('"#microsoft.graph.badge"', '"microsoft.graph.badge"'),
  ),
  "another service": (docs) =>
    Object.fromEntries(Object.entries(docs).map(([file, page]) => [file, page.replaceAll("com/v1.0", "com/beta")])),
  "another answer": change("api/badge-get.md", (page) =>
    page.replace("a [badge](../resources/badge.md)", "a [holder](../resources/holder.md)"),
  ),
  "two requests of one name": add("api/badge-get-again.md", OPERATION_PAGE.replace("GET /badges", "GET /old/badges")),
  "no request": remove("api/badge-list.md"),
  "a page under another name": move("api/holder-get.md", "api/holder-read.md"),
  "other lines": change("resources/badge.md", (page) => page.replace("# badge", "\n\n# badge")),
  "other lines of a request": change("api/badge-list.md", (page) => page.replace("# List", "\n\n# List")),
};

const hostOf = (docs: Docs): MemoryHost =>
  createMemoryHost(Object.fromEntries(Object.entries(docs).map(([file, page]) => [`${ROOT}${file}`, page])));

const outputOf = (host: MemoryHost): Docs =>
  Object.fromEntries(
    [...host.files.keys()]
      .filter((file) => file.startsWith("/project/out/"))
      .toSorted()
      .map((file) => [file, host.text(file) ?? ""]),
  );

/** Results of a run over other docs: the scripts and the runtime of a package take longer than all that pages say. */
const OTHER = hostOf({ "resources/other.md": named(RESOURCE_PAGE, "other") });
await runCommand(OTHER, "generate", ...FLAGS, "--cache-dir", "/project/cache");

function withCache(host: MemoryHost): MemoryHost {
  for (const [file, bytes] of OTHER.files) if (file.startsWith("/project/cache/")) host.files.set(file, bytes);
  return host;
}

/** What a first run makes of some docs; with the flags, of a part of them. */
async function firstRun(host: MemoryHost, flags: readonly string[] = []): Promise<Docs> {
  const files = Object.fromEntries([...host.files].filter(([file]) => file.startsWith(ROOT)));
  const fresh = withCache(createMemoryHost(files));
  await runCommand(fresh, "generate", ...FLAGS, "--cache-dir", "/project/cache", ...flags);
  return outputOf(fresh);
}

/** A watch, and what it makes of each state of the docs that it is shown. */
async function watchDocs(...flags: readonly string[]) {
  const host = withCache(hostOf(DOCS));
  const watch = await startMemoryWatch(host, ...FLAGS, "--cache-dir", "/project/cache", ...flags);
  const taken = followDocs(host, (file) => file.startsWith(ROOT));
  return {
    stop: () => watch.stop(),
    /** @returns what it made, and what a first run makes of what it takes for the docs */
    show: async (now: Docs) => {
      const wanted = hostOf(now);
      const files = new Set([...wanted.files.keys(), ...host.files.keys()].filter((file) => file.startsWith(ROOT)));
      const changed = [...files].filter((file) => wanted.text(file) !== host.text(file));
      for (const file of changed) {
        const bytes = wanted.files.get(file);
        if (bytes === undefined) host.files.delete(file);
        else host.files.set(file, bytes);
      }
      const said = await watch.tell(changed);
      const broken = new Set([...brokenPages(said)].map((file) => `${ROOT}${file}`));
      return { made: outputOf(host), want: await firstRun(taken.take(host, broken), flags), broken };
    },
  };
}

const BEFORE = await firstRun(hostOf(DOCS));
/** One watch sees all edits, so that each meets what all before it have left behind. */
const watching = await watchDocs();
afterAll(() => watching.stop());

it.each(Object.entries(EDITS))("a watch makes what a first run would: %s", async (_, edit) => {
  const { made, want } = await watching.show(edit(DOCS));
  expect(want, "the edit makes a difference").not.toEqual(BEFORE);
  expect(made).toEqual(want);
});

it("makes what a first run would whatever is edited one after the other", async () => {
  const names = Object.keys(EDITS);
  const toggles = fc.array(fc.nat(names.length - 1), { minLength: 4, maxLength: 8 });
  const flags = fc.constantFrom<readonly string[]>(
    [],
    ["--include", "/badges/**"],
    ["--enum-style", "union"],
    ["--ship-docs"],
  );
  await fc.assert(
    fc.asyncProperty(toggles, flags, async (picks, chosen) => {
      const watch = await watchDocs(...chosen);
      const on = new Set<string>();
      for (const pick of picks) {
        const name = names[pick] ?? "";
        if (!on.delete(name)) on.add(name);
        const docs = [...on].reduce((all, each) => EDITS[each]?.(all) ?? all, DOCS);
        const { made, want } = await watch.show(docs);
        expect(made, [...on].join(", ")).toEqual(want);
      }
      await watch.stop();
    }),
    { numRuns: 3 },
  );
});

it("knows what was there before a page was broken for a moment", async () => {
  await watching.show(DOCS);
  const emptied = change("resources/badge.md", () => "");
  const { made, want, broken } = await watching.show(emptied(DOCS));
  expect([...broken]).toEqual([`${ROOT}resources/badge.md`]);
  expect(made).toEqual(want);
  expect(made).toEqual(BEFORE);
  const elsewhere = await watching.show(EDITS["a member of an enum"]?.(emptied(DOCS)) ?? DOCS);
  expect(elsewhere.made).toEqual(elsewhere.want);
  const mended = await watching.show(DOCS);
  expect(mended.made).toEqual(BEFORE);
});
