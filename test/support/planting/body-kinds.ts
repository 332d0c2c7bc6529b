import { kindsOf } from "./kind.ts";
import {
  bodyOf,
  cellsOf,
  cut,
  double,
  edit,
  fenceOf,
  findLine,
  insertAfter,
  rowsOf,
  sectionOf,
  withCell,
  type Lines,
  type Planted,
  type Range,
} from "./text.ts";

function sentBody(lines: Lines): Range | null {
  return bodyOf(lines, fenceOf(lines, /^(?:POST|PUT|PATCH) \S/, sectionOf(lines, /^## Examples?\s*$/i)));
}

/** Rows of the body table, with the line of the example's request that shows each. */
interface Shown {
  readonly row: number;
  readonly cells: readonly string[];
  readonly line: number;
}

function shownRows(lines: Lines, value: string): readonly Shown[] {
  const body = sentBody(lines);
  if (body === null) return [];
  return rowsOf(lines, /^## Request body\s*$/, 3).flatMap((row) => {
    const cells = cellsOf(lines[row] ?? "").map((cell) => cell.trim());
    const line = /^\w+$/.test(cells[0] ?? "")
      ? findLine(lines, new RegExp(`^ {2,4}"${cells[0] ?? ""}": ${value},?$`), body)
      : -1;
    return line === -1 ? [] : [{ row, cells, line }];
  });
}

/** Changes the value that an example shows for a row. */
function withValue(lines: Lines, shown: Shown | undefined, value: (old: string) => string): Planted | null {
  return edit(lines, shown?.line ?? -1, (line) =>
    line.replace(
      /^(\s*"\w+": )(.*?)(,?)$/,
      (_, name: string, old: string, end: string) => `${name}${value(old)}${end}`,
    ),
  );
}

const TEXT = '"[^"]+"';
const byType = (lines: Lines, type: RegExp, value: string): Shown | undefined =>
  shownRows(lines, value).find(({ cells }) => type.test(cells[1] ?? "") && !/read-only/i.test(cells[2] ?? ""));
const listed = (lines: Lines): Shown | undefined =>
  shownRows(lines, '"[a-z]\\w+"').find(({ cells: [, , text = ""] }) =>
    /possible values are: `[a-z]\w+`, `/i.test(text),
  );

/** Mistakes in what an example sends, against the rows of its page and of the resource's. */
export const bodyKinds = kindsOf("operation", [
  [
    "number for a text",
    "example-value-type",
    ({ lines }) => withValue(lines, byType(lines, /^String$/i, TEXT), () => "7"),
  ],
  [
    "list for a single value",
    "example-value-type",
    ({ lines }) => withValue(lines, byType(lines, /^String$/i, TEXT), (old) => `[${old}]`),
  ],
  [
    "object for a text",
    "example-value-type",
    ({ lines }) => withValue(lines, byType(lines, /^String$/i, TEXT), (old) => `{ "is": ${old} }`),
  ],
  [
    "text for a truth value",
    "example-value-type",
    ({ lines }) => withValue(lines, byType(lines, /^Boolean$/i, "(?:true|false)"), (old) => `"${old}"`),
  ],
  [
    "text for a number",
    "example-value-type",
    ({ lines }) => withValue(lines, byType(lines, /^(?:Int32|Int64|Double)$/i, "\\d+"), (old) => `"${old}"`),
  ],
  [
    "single value for a list",
    "example-value-type",
    ({ lines }) =>
      withValue(lines, byType(lines, /^(?:String collection|Collection\(String\))$/i, '\\["[^"]+"\\]'), (old) =>
        old.slice(1, -1),
      ),
  ],
  [
    "value that is not in the list",
    "example-value-unlisted",
    ({ lines }) => withValue(lines, listed(lines), () => '"zeppelin"'),
  ],
  [
    "value in another case",
    "example-value-case",
    ({ lines }) =>
      withValue(lines, listed(lines), (old) => old.replace(/^"(\w)/, (_, first: string) => `"${first.toUpperCase()}`)),
  ],
  [
    "null for a list",
    "example-value-null",
    ({ lines }) =>
      withValue(lines, byType(lines, /^(?:String collection|Collection\(String\))$/i, "\\[.*\\]"), () => "null"),
  ],
  [
    "property with a slip",
    "example-property-misspelt",
    ({ lines }) =>
      edit(lines, shownRows(lines, TEXT).find(({ cells: [name = ""] }) => name.length > 7)?.line ?? -1, (line) =>
        line.replace(/^(\s*"\w{4})\w/, "$1"),
      ),
  ],
  [
    "property that no table lists",
    "example-property-undefined",
    ({ lines }) => insertAfter(lines, sentBody(lines)?.[0] ?? -1, '  "zeppelin": 7,'),
  ],
  [
    "property twice",
    "example-property-twice",
    ({ lines }) =>
      double(lines, shownRows(lines, TEXT).find(({ line }) => (lines[line] ?? "").endsWith(","))?.line ?? -1),
  ],
  [
    "property that is read-only",
    "example-property-read-only",
    ({ lines }) => {
      const row = rowsOf(lines, /^## Request body\s*$/, 3).find((each) =>
        /\|String\|[^|]*Read-only\.[^|]*\|$/.test(lines[each] ?? ""),
      );
      const name = (cellsOf(lines[row ?? -1] ?? "")[0] ?? "").trim();
      const body = sentBody(lines);
      if (row === undefined || body === null || findLine(lines, new RegExp(`"${name}"`), body) !== -1) return null;
      return insertAfter(lines, body[0], `  "${name}": "given",`);
    },
  ],
  [
    "required property left out",
    "example-property-missing",
    ({ lines }) => {
      const body = sentBody(lines);
      const shown = shownRows(lines, TEXT).find(
        ({ cells, line }) => /\bRequired\.\s*$/.test(cells[2] ?? "") && (lines[line] ?? "").endsWith(","),
      );
      return body === null || shown === undefined ? null : cut(lines, shown.line, shown.line + 1, body[0] + 1);
    },
  ],
  [
    "object of a type that is not derived",
    "example-type-unrelated",
    ({ lines, docs }) => {
      const other = [...docs.keys()]
        .map((path) => /^resources\/([a-z]+)\.md$/.exec(path)?.[1])
        .find((name) => isEntityName(docs, name));
      const body = sentBody(lines);
      const index = body === null ? -1 : findLine(lines, /^ {4}"@odata\.type": "#microsoft\.graph\.\w+"/, body);
      return other === undefined ? null : edit(lines, index, (line) => line.replace(/graph\.\w+"/, `graph.${other}"`));
    },
  ],
  [
    "body of an abstract type",
    "odata-type-missing",
    ({ lines, docs }) => {
      const body = bodyOf(lines, fenceOf(lines, /^POST \S/, sectionOf(lines, /^## Examples?\s*$/i)));
      const index = body === null ? -1 : findLine(lines, /^ {2}"@odata\.type": "#?microsoft\.graph\.\w+",$/, body);
      const sentence = lines[findLine(lines, /^In the request body, supply/)] ?? "";
      const resource = docs.get(/\(\.\.\/(resources\/[\w-]+\.md)\)/.exec(sentence)?.[1] ?? "") ?? "";
      if (!/"abstract": true|is an abstract/i.test(resource)) return null;
      return body === null ? null : cut(lines, index, index + 1, body[0] + 1);
    },
  ],
  [
    "row of another type than on the resource",
    "body-type-differs",
    ({ lines }) =>
      edit(
        lines,
        rowsOf(lines, /^## Request body\s*$/, 3).find((row) => /^\|\w+\|String\|/.test(lines[row] ?? "")) ?? -1,
        (line) => withCell(line, 1, "String collection"),
      ),
  ],
]);

/** A type that has no base but the entity, whose file is named after it in small letters. */
function isEntityName(docs: ReadonlyMap<string, string>, name: string | undefined): boolean {
  return (
    name !== undefined &&
    name !== "entity" &&
    (docs.get(`resources/${name}.md`) ?? "").includes(`"microsoft.graph.${name}"`)
  );
}
