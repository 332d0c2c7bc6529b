import { kindsOf } from "./kind.ts";
import { copyOf } from "./operation-places.ts";
import {
  LINK,
  METHODS,
  enumRows,
  introduced,
  isText,
  properties,
  property,
  shownProperty,
  sketchOf,
} from "./resource-places.ts";
import {
  cellsOf,
  cut,
  double,
  edit,
  findLine,
  insertAfter,
  replaceAt,
  rowsOf,
  withCell,
  type Lines,
  type Planted,
} from "./text.ts";

/** Mistakes in the tables of a resource's page. */
export const tableKinds = kindsOf("resource", [
  ["row twice", "property-row-twice", ({ lines }) => double(lines, property(lines, isText))],
  [
    "row without a description",
    "property-without-description",
    ({ lines }) => edit(lines, property(lines, isText), (line) => withCell(line, 2, "")),
  ],
  [
    "row to be written",
    "todo-left",
    ({ lines }) => edit(lines, property(lines, isText), (line) => withCell(line, 2, "TODO")),
  ],
  [
    "name that is none",
    "property-name-unreadable",
    ({ lines }) => edit(lines, property(lines, isText), (line) => withCell(line, 0, "what it is called")),
  ],
  [
    "type that is none",
    "type-unreadable",
    ({ lines }) => edit(lines, property(lines, isText), (line) => withCell(line, 1, "see the remarks!")),
  ],
  [
    "type that no page defines",
    "type-undefined",
    ({ lines }) => edit(lines, property(lines, isText), (line) => withCell(line, 1, "[zeppelinKind](zeppelinkind.md)")),
  ],
  [
    "Enumeration without values",
    "enum-values-missing",
    ({ lines }) =>
      edit(lines, property(lines, isText), (line) => withCell(withCell(line, 1, "Enumeration"), 2, "What it is.")),
  ],
  [
    "type without its link",
    "type-unlinked",
    ({ lines }) =>
      edit(
        lines,
        property(lines, (cells) => /^\[\w+\]\([\w-]+\.md\)$/.test(cells[1] ?? "")),
        (line) => withCell(line, 1, (cellsOf(line)[1] ?? "").replace(/^\[(\w+)\].*$/, "$1")),
      ),
  ],
  [
    "type with the link of another",
    "type-link-differs",
    ({ lines, docs }) =>
      edit(
        lines,
        property(lines, (cells) => /^\[\w+\]\([\w-]+\.md\)/.test(cells[1] ?? "")),
        (line) => {
          const own = LINK.exec(line)?.[1] ?? "";
          const other = [...docs.keys()].find(
            (path) => path.startsWith("resources/") && !path.endsWith(own) && isTyped(docs, path),
          );
          return line.replace(`(${own})`, `(${(other ?? "").replace("resources/", "")})`);
        },
      ),
  ],
  [
    "values that the enum does not have",
    "enum-values-undefined",
    ({ lines }) =>
      edit(
        lines,
        property(
          lines,
          (cells) => (cells[1] ?? "").startsWith("[") && /ossible values are: `\w+`/.test(cells[2] ?? ""),
        ),
        (line) => line.replace(/(ossible values are: `)\w+`/, "$1zeppelin`"),
      ),
  ],
  [
    "row with a cell too many",
    "table-row-surplus-cells",
    ({ lines }) => edit(lines, property(lines, isText), (line) => `${line}and more|`),
  ],
  [
    "row with a cell too few",
    "table-row-missing-cells",
    ({ lines }) => edit(lines, property(lines, isText), (line) => line.replace(/\|[^|]*\|$/, "|")),
  ],
  [
    "row over two lines",
    "table-row-broken",
    ({ lines }) => {
      const row = property(lines, (cells) => isText(cells) && /\w \w/.test(cells[2] ?? ""));
      const [, start, end] = /^(.*\w) (\w[^|]*\|)$/.exec(lines[row] ?? "") ?? [];
      return start === undefined || end === undefined
        ? null
        : { lines: replaceAt(lines, row, start, end), line: row + 2 };
    },
  ],
  [
    "row of dashes with a column too many",
    "table-delimiter-row",
    ({ lines }) => edit(lines, (properties(lines)[0] ?? 0) - 1, (line) => `${line}:---|`),
  ],
  ["member twice", "enum-member-twice", ({ lines }) => double(lines, enumRows(lines)[0] ?? -1)],
  [
    "member that is none",
    "enum-member-unreadable",
    ({ lines }) =>
      edit(lines, enumRows(lines)[0] ?? -1, (line) => withCell(line, 0, "what it may be when nobody looks")),
  ],
  [
    "relationship to one where there are many",
    "relationship-collection",
    ({ lines, docs, path }) => {
      const rows = rowsOf(lines, /^## Relationships\s*$/, 3).filter((row) =>
        (lines[row] ?? "").includes(") collection|"),
      );
      const isTwice = (name: string) =>
        properties(lines).some((each) => cellsOf(lines[each] ?? "")[0]?.trim() === name);
      const row = rows.find((each) => {
        const name = (cellsOf(lines[each] ?? "")[0] ?? "").trim();
        return !isTwice(name) && isListed(path, docs, name);
      });
      return edit(lines, row ?? -1, (line) => line.replace(") collection|", ")|"));
    },
  ],
]);

/** What is said of a type as a whole is found at its title. */
function found(lines: Lines, planted: Planted | null): Planted | null {
  return planted === null ? null : { ...planted, line: findLine(lines, /^# /) + 1 };
}

/** Whether a page of the same resource lists a relationship. */
function isListed(path: string, docs: CleanDocs, name: string): boolean {
  const list = docs.get(`${path.replace("resources/", "api/").replace(".md", "")}-list-${name.toLowerCase()}.md`) ?? "";
  const isRequest = new RegExp(`^GET /\\S+\\}/${name}\\s*$`, "m").test(list);
  return isRequest && /a collection of \[\w+\]\(\S+\) objects in the response body/.test(list);
}

/** Whether the page defines one type and its file is named after it. */
function isTyped(docs: CleanDocs, path: string): boolean {
  const name = /^resources\/(\w+)\.md$/.exec(path)?.[1];
  return (
    name !== undefined && new RegExp(`"@odata\\.type": "#?microsoft\\.graph\\.${name}"`, "i").test(docs.get(path) ?? "")
  );
}

type CleanDocs = ReadonlyMap<string, string>;

/** Mistakes in the links and the JSON representation of a resource's page. */
export const resourceKinds = kindsOf("resource", [
  [
    "anchor that does not exist",
    "link-anchor-missing",
    ({ lines }) => edit(lines, introduced(lines), (line) => line.replace(LINK, "]($1#there-is-none)")),
  ],
  [
    "link in another case",
    "link-case",
    ({ lines }) =>
      edit(lines, introduced(lines), (line) =>
        line.replace(LINK, (link) => link.replace(/\(\w/, (first) => first.toUpperCase())),
      ),
  ],
  [
    "link with backslashes",
    "link-backslash",
    ({ lines }) => edit(lines, introduced(lines), (line) => line.replace(LINK, "](..\\resources\\$1)")),
  ],
  [
    "link to a page that does not exist",
    "link-page-missing",
    ({ lines }) => edit(lines, introduced(lines), (line) => line.replace(LINK, "](there-is-no-such-page.md)")),
  ],
  [
    "method that is none",
    "method-without-operation",
    ({ lines, path }) =>
      edit(
        lines,
        rowsOf(lines, METHODS, 3).find((row) => /^\|\s*\[[^\]]+\]\(\.\.\/api\//.test(lines[row] ?? "")) ?? -1,
        (line) => line.replace(/\(\.\.\/api\/[^)]*\)/, `(${path.replace(/^.*\//, "")})`),
      ),
  ],
  [
    "method that is not listed",
    "operation-unlinked",
    ({ lines, docs }) => {
      const all = [...docs.values()];
      const row = rowsOf(lines, METHODS, 3).find((each) => {
        const name = /\(\.\.\/api\/([\w-]+)\.md\)/.exec(lines[each] ?? "")?.[1];
        return (
          name !== undefined &&
          all.filter((text) => text.includes(`/${name}.md`) || text.includes(`(${name}.md`)).length === 1
        );
      });
      const foundIn = row === undefined ? undefined : /\(\.\.\/(api\/[\w-]+\.md)\)/.exec(lines[row] ?? "")?.[1];
      const line = findLine((docs.get(foundIn ?? "") ?? "").split("\n"), /^# /) + 1;
      const planted = row === undefined ? null : cut(lines, row, row + 1, line);
      return planted === null || foundIn === undefined || line === 0 ? null : { ...planted, foundIn };
    },
  ],
  [
    "second page for a type",
    "symbol-defined-twice",
    ({ lines, path }) => {
      const line = findLine(lines, /^# \w+ resource type/) + 1;
      return line === 0 ? null : { lines, line, foundIn: copyOf(path), writtenTo: copyOf(path) };
    },
  ],
  [
    "member that no row describes",
    "table-row-missing",
    ({ lines }) =>
      insertAfter(
        lines,
        (shownProperty(lines) === null ? null : sketchOf(lines))?.[0] ?? -1,
        '  "zeppelin": "String",',
      ),
  ],
  [
    "row that the JSON representation lacks",
    "sketch-member-missing",
    ({ lines }) => {
      const shown = shownProperty(lines);
      return shown === null ? null : cut(lines, shown.line, shown.line + 1, shown.row + 1);
    },
  ],
  [
    "number where the row says text",
    "sketch-type-differs",
    ({ lines }) => edit(lines, shownProperty(lines)?.line ?? -1, (line) => line.replace('"String"', "7")),
  ],
  [
    "JSON representation that does not parse",
    "sketch-invalid",
    ({ lines }) => edit(lines, shownProperty(lines)?.line ?? -1, (line) => line.replace('"String"', "String")),
  ],
  [
    "key that is no property",
    "key-undefined",
    ({ lines }): Planted | null =>
      found(
        lines,
        edit(lines, findLine(lines, /^ {2}"keyProperty": "id"/), (line) => line.replace('"id"', '"zeppelin"')),
      ),
  ],
]);
