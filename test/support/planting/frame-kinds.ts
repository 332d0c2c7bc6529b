import { kindsOf } from "./kind.ts";
import { requestsOf, examplesOf, answerOf, titleOf, permissionRow, copyOf } from "./operation-places.ts";
import {
  cellsOf,
  cut,
  double,
  edit,
  findLine,
  insertAfter,
  replaceAt,
  rowsOf,
  sectionOf,
  withCell,
  type Lines,
  type Planted,
} from "./text.ts";

const MISSING = "[!INCLUDE [none](../includes/there-is-none.md)]";

/** Mistakes in the frame of an operation's page: its matter, headings, permissions and request lines. */
export const frameKinds = kindsOf("operation", [
  [
    "front matter calls it a resource",
    "doc-type-differs",
    ({ lines }) => edit(lines, findLine(lines, /^doc_type: apiPageType$/), () => "doc_type: resourcePageType"),
  ],
  [
    "front matter without description",
    "front-matter-missing",
    ({ lines }) => {
      const index = findLine(lines, /^description: /);
      return cut(lines, index, index + 1, 1);
    },
  ],
  [
    "front matter with an open quote",
    "front-matter-invalid",
    ({ lines }) => edit(lines, findLine(lines, /^title: "[^"]*"$/), (line) => line.slice(0, -1)),
  ],
  ["second title", "title-count", ({ lines }) => insertAfter(lines, lines.length - 1, "# Another title")],
  [
    "no Namespace line",
    "namespace-missing",
    ({ lines }) => {
      const index = findLine(lines, /^Namespace: \S+\s*$/);
      return titleOf(lines) > index ? null : cut(lines, index, index + 1, titleOf(lines) + 1);
    },
  ],
  [
    "heading two levels too deep",
    "heading-level-skipped",
    ({ lines }) => edit(lines, findLine(lines, /^### Request\s*$/, examplesOf(lines)), (line) => `##${line}`),
  ],
  [
    "heading with a slip",
    "heading-misspelt",
    ({ lines }) => edit(lines, findLine(lines, /^## Permissions\s*$/), () => "## Permisions"),
  ],
  ["heading twice", "section-twice", ({ lines }) => double(lines, findLine(lines, /^## Request headers\s*$/))],
  [
    "no Permissions section",
    "section-missing",
    ({ lines }) => cut(lines, ...sectionOf(lines, /^## Permissions\s*$/), titleOf(lines) + 1),
  ],
  [
    "Permissions without a table",
    "permissions-missing",
    ({ lines }) => {
      const [from, to] = sectionOf(lines, /^## Permissions\s*$/);
      const table = findLine(lines, /^\|/, [from, to]);
      return table === -1 ? null : cut(lines, table, to, from + 1);
    },
  ],
  [
    "permission in small letters",
    "permission-name-invalid",
    ({ lines }) =>
      edit(lines, permissionRow(lines), (line) =>
        line.replace(/\.(\w)(\w+\.All)/, (_, a: string, b: string) => `.${a.toLowerCase()}${b}`),
      ),
  ],
  [
    "permission twice",
    "permission-twice",
    ({ lines }) =>
      edit(lines, permissionRow(lines), (line) =>
        withCell(line, 1, `${cellsOf(line)[1] ?? ""}, ${cellsOf(line)[1] ?? ""}`),
      ),
  ],
  [
    "permission with a slip",
    "permission-misspelt",
    ({ lines, docs }) => {
      const row = permissionRow(lines);
      const scope = (cellsOf(lines[row] ?? "")[1] ?? "").trim();
      const pages = [...docs.values()].filter((text) => text.includes(scope)).length;
      if (pages < 12 || !/^[A-Z]\w{7,}\./.test(scope)) return null;
      return edit(lines, row, (line) => line.replace(/(\|\s*[A-Z]\w{4})\w(\w+\.)(?=[^|]*\|$)/, "$1$2"));
    },
  ],
  [
    "permission to be written",
    "permission-placeholder",
    ({ lines }) => edit(lines, permissionRow(lines), (line) => withCell(line, 1, "TODO: find out")),
  ],
  [
    "unknown kind of permission",
    "permission-type-unknown",
    ({ lines }) => edit(lines, findLine(lines, /^\|Application\|/), (line) => line.replace("Application", "Robots")),
  ],
  [
    "table without rows",
    "table-empty",
    ({ lines }) => {
      const rows = rowsOf(lines, /^## Request headers\s*$/, 2);
      return cut(lines, rows[0] ?? -1, (rows.at(-1) ?? -1) + 1, (rows[0] ?? 0) - 1);
    },
  ],
  ["request line twice", "request-line-twice", ({ lines }) => double(lines, requestsOf(lines)?.first ?? -1)],
  [
    "a word among the request lines",
    "request-line-unreadable",
    ({ lines }) => insertAfter(lines, requestsOf(lines)?.first ?? -1, "sometimes"),
  ],
  [
    "dots in a path",
    "request-ellipsis",
    ({ lines }) =>
      edit(lines, requestsOf(lines)?.first ?? -1, (line) => line.replace(/^(\w+ \/\w+\/\{[^}]*\})(?=\/)/, "$1/...")),
  ],
  [
    "stray folder before a path",
    "request-host",
    ({ lines }) =>
      edit(lines, requestsOf(lines)?.first ?? -1, (line) =>
        line.replace(/^(\w+) (?=\/)/, "$1 https://graph.microsoft.com/docs\\api"),
      ),
  ],
  [
    "one placeholder for two values",
    "placeholder-twice",
    ({ lines }) =>
      edit(lines, requestsOf(lines)?.first ?? -1, (line) =>
        line.replace(/^([^{]*)(\{[^{}]+\})([^{]*)\{[^{}]+\}/, "$1$2$3$2"),
      ),
  ],
  [
    "placeholder without a row",
    "placeholder-undocumented",
    ({ lines }) => {
      const index = requestsOf(lines)?.first ?? -1;
      const [known = "", other] = [...(lines[index] ?? "").matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const before = findLine(lines, /^## Request headers\s*$/);
      if (other === undefined || known === other || before < index || findLine(lines, /^## Path param/i) !== -1)
        return null;
      const table = [
        "## Path parameters",
        "|Parameter|Type|Description|",
        "|:---|:---|:---|",
        `|${known}|String|Key.|`,
        "",
      ];
      return { lines: replaceAt(lines, before, ...table, lines[before] ?? ""), line: index + 1 };
    },
  ],
  [
    "no request",
    "operation-without-request",
    ({ lines }) => {
      const fence = requestsOf(lines);
      return fence === null || fence.close - fence.first !== 1
        ? null
        : cut(lines, fence.first, fence.close, titleOf(lines) + 1);
    },
  ],
  [
    "page beside another one for the same request",
    "request-twice",
    ({ lines, path }) => {
      const index = requestsOf(lines)?.first ?? -1;
      // Includes are read with the pages that a site has, to which the copy does not belong.
      const copy = lines.map((line) => (line.startsWith("[!INCLUDE") ? "" : line));
      return index === -1 ? null : { lines: copy, line: index + 1, foundIn: copyOf(path), writtenTo: copyOf(path) };
    },
  ],
  [
    "include that does not exist",
    "include-missing",
    ({ lines }) => edit(lines, findLine(lines, /^One of the following permissions/), () => MISSING),
  ],
  [
    "annotation with a comma too many",
    "annotation-invalid",
    ({ lines }) => {
      const open = findLine(lines, /^<!-- \{\s*$/, examplesOf(lines));
      const last = findLine(lines, /^\}/, [open, lines.length]) - 1;
      return open === -1 ? null : edit(lines, last, (line) => line.replace(/"$/, '",'));
    },
  ],
  [
    "fence without an end",
    "fence-unclosed",
    ({ lines }) => {
      const fence = answerOf(lines);
      return fence === null || findLine(lines, /^```/, [fence.close + 1, lines.length]) !== -1
        ? null
        : cut(lines, fence.close, fence.close + 1, fence.open + 1);
    },
  ],
  [
    "comment on a rule that does not exist",
    "suppression-unknown",
    ({ lines }) => comment(lines, "no-such-rule -- so it is"),
  ],
  ["comment without a reason", "suppression-without-reason", ({ lines }) => comment(lines, "todo-left")],
  ["comment that is not needed", "suppression-unused", ({ lines }) => comment(lines, "todo-left -- so it is")],
]);

function comment(lines: Lines, text: string): Planted | null {
  const planted = insertAfter(lines, titleOf(lines), "", `<!-- lint ignore ${text} -->`, "");
  return planted === null ? null : { ...planted, line: planted.line + 1 };
}
