import fc from "fast-check";
import { expect, it } from "vitest";
import { pageTask } from "../../generator/read/page-task.ts";
import { parseTolerantJson } from "../../generator/page/content/tolerant-json.ts";
import { readListedValues } from "../../generator/page/types/listed-values.ts";
import { readPathParameters } from "../../generator/page/requests/placeholders.ts";
import { splitUrl } from "../../generator/page/requests/request-line.ts";
import { parseTypeExpression } from "../../generator/page/types/type-expression.ts";
import { resolveReference } from "../../generator/util/paths.ts";
import { cellOf, FILE } from "../support/markdown.ts";

const letter = fc.constantFrom(...Array.from("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"));
const word = fc
  .tuple(letter, fc.string({ unit: fc.oneof(letter, fc.constantFrom("0", "1", "9")), maxLength: 11 }))
  .map((parts) => parts.join(""));

const NO_VALUES = /^(?:null|etc|empty|and|or|the|through)$/i;

it("reads any list of values back, in its order", () => {
  const values = fc.uniqueArray(
    word.filter((name) => !NO_VALUES.test(name)),
    { minLength: 1, maxLength: 12 },
  );
  const separator = fc.constantFrom(", ", ",", " and ", ", and ", " or ", ", or ", "; ", "<br>", ",<br/>");
  const mark = fc.constantFrom("`", "**", "_");
  const lead = fc.constantFrom("Possible values are: ", "The possible values are ", "Supported values: ");
  const end = fc.constantFrom(".", "", ". Read-only.", ". The default value is `x`.");
  fc.assert(
    fc.property(values, separator, mark, lead, end, (names, between, around, before, after) => {
      const list = names.map((name) => `${around}${name}${around}`).join(between);
      const found = readListedValues(cellOf(`What it is. ${before}${list}${after}`));
      expect(found.map(({ name }) => name)).toEqual(names);
    }),
  );
});

it("gives the placeholders of any path unique identifiers and their true offsets", () => {
  const inner = fc.array(fc.constantFrom("id", "user", "name", "Key", "a1", "x"), { minLength: 1, maxLength: 3 });
  const join = fc.constantFrom("-", " ", "_", "", "|", " | ");
  const placeholder = fc.tuple(inner, join).map(([words, between]) => `{${words.join(between)}}`);
  const fixed = fc.oneof(word, fc.constantFrom("users", "boxes", "microsoft.graph.room", "$ref", "root:"));
  const call = fc.tuple(word, word, placeholder).map(([name, argument, value]) => `${name}(${argument}='${value}')`);
  const path = fc.array(fc.oneof(fixed, placeholder, call), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(path, (segments) => {
      const text = `/${segments.join("/")}`;
      const parameters = readPathParameters(text, new Set());
      const names = parameters.map(({ name }) => name);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      expect(names.filter((name) => !/^[A-Za-z_$][\w$]*$/.test(name))).toEqual([]);
      for (const { placeholder: raw, offset, segment } of parameters) {
        expect(text.slice(offset, offset + raw.length)).toBe(raw);
        expect(segments[segment]).toContain(raw);
      }
      expect(parameters).toHaveLength(segments.join("/").split("{").length - 1);
    }),
  );
});

it("reads any type name in any notation of a collection", () => {
  const name = fc.oneof(
    word.filter((text) => !/collection$|^(?:array|enum|enumeration|object|type|entity)$/i.test(text)),
    fc.tuple(word, word).map(([space, text]) => `microsoft.graph.${space}.${text}x`),
  );
  const notation = fc.constantFrom<readonly [before: string, after: string]>(
    ["", " collection"],
    ["", " Collection"],
    ["Collection(", ")"],
    ["collection(", ")"],
    ["Collection of ", ""],
    ["", "[]"],
  );
  fc.assert(
    fc.property(name, notation, fc.constantFrom("", "`"), (text, [before, after], mark) => {
      const plain = parseTypeExpression(cellOf(`${mark}${text}${mark}`), FILE);
      const many = parseTypeExpression(cellOf(`${mark}${before}${text}${after}${mark}`), FILE);
      expect([plain.name, plain.collection]).toEqual([text, false]);
      expect([many.name, many.collection]).toEqual([text, true]);
      const linked = parseTypeExpression(cellOf(`${before}[${text}](${text}.md)${after}`), FILE);
      expect([linked.name, linked.collection]).toEqual([text, true]);
      expect(linked.target).toBe(`resources/${text}.md`.toLowerCase());
    }),
  );
});

const reference = fc.array(fc.constantFrom("..", ".", "a", "b.md", "", "c d"), { minLength: 1, maxLength: 8 });

it("never leaves the root but by ../ at the beginning", () => {
  fc.assert(
    fc.property(fc.constantFrom("a.md", "api/a.md", "../x/a.md"), reference, (file, parts) => {
      const resolved = resolveReference(file, parts.join("/"));
      expect(resolved).not.toMatch(/[^/]+(?<!\.\.)\/\.\.(?:\/|$)/);
      expect(resolved).not.toMatch(/(?:^|\/)\.(?:\/|$)|\/\/|^\//);
      if (!parts.includes("..") && !file.startsWith("..")) expect(resolved).not.toContain("..");
      expect(resolveReference(file, parts.join("\\"))).toBe(resolved);
    }),
  );
});

it("keeps every path of a URL as it is behind any host", () => {
  const segments = fc.array(fc.oneof(word, fc.constant("{id}")), { minLength: 1, maxLength: 5 });
  const host = fc.constantFrom("https://graph.microsoft.com/v1.0/", "https://example.com/beta/", "/", "");
  fc.assert(
    fc.property(
      segments.filter(([first = ""]) => !/^(?:v1|beta)$/i.test(first)),
      host,
      fc.option(word, { nil: null }),
      (parts, before, query) => {
        const url = `${before}${parts.join("/")}${query === null ? "" : `?${query}`}`;
        expect(splitUrl(url)).toEqual({ path: `/${parts.join("/")}`, queryText: query, stray: null });
      },
    ),
  );
});

const jsonValue = fc.jsonValue({ noUnicodeString: false });

it("reads any JSON as JSON.parse does", () => {
  fc.assert(
    fc.property(jsonValue, fc.constantFrom(0, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      expect(parseTolerantJson(text)).toMatchObject({ quality: "strict", reason: null });
      expect(parseTolerantJson(text).value).toEqual(JSON.parse(text));
    }),
  );
});

it("reads any JSON with trailing commas and comments", () => {
  fc.assert(
    fc.property(fc.oneof(fc.array(jsonValue), fc.dictionary(word, jsonValue)), (value) => {
      const text = JSON.stringify(value, null, 2);
      const isEmpty = Object.keys(value).length === 0;
      const loose = `// first\n${text.slice(0, -1)}${isEmpty ? "" : ","} /* last */ ${text.slice(-1)}`;
      const parsed = parseTolerantJson(loose);
      expect(parsed.quality).toBe("lenient");
      expect(parsed.value).toEqual(JSON.parse(text));
    }),
  );
});

const fragment = fc.oneof(
  fc.constantFrom(
    "---\n",
    "title: x\n",
    "# T resource type\n",
    "## HTTP request\n",
    "## Properties\n",
    "### Request\n",
    "## Members\n",
    "# [HTTP](#tab/http)\n",
    "Namespace: microsoft.graph\n",
    "```http\n",
    "```\n",
    "GET /a/{id}/b(c='{d}')?e\n",
    "HTTP/1.1 200 OK\n",
    "|Property|Type|Description|\n",
    "|:---|:---|:---|\n",
    "|a|String|Possible values are: `a`, `b`.|\n",
    "|b|[c](c.md) collection|\n",
    "|:---|\n",
    "d|e\n",
    '<!-- {"blockType": "resource", "@odata.type": "microsoft.graph.t"} -->\n',
    "<!-- { -->\n",
    "<!-- {",
    "[!INCLUDE [x](../includes/x.md)]\n",
    "[!INCLUDE [y](y.md)]\n",
    "> [!NOTE]\n",
    "> - z\n",
    '{ "a": [1,] }\n',
    "\n",
    "  ",
    "\u00a0",
    "\\",
    "<br/>",
    "|",
    "`",
    "*",
    "\u2028",
    "Inherits from [x](x.md).\n",
    "## Permissions\n",
    "|Permission type|Permissions|\n",
    "|Application|A.B and C.D|\n",
  ),
  fc.string({ maxLength: 20 }),
);

it("reads any text without failing, and points into it", () => {
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 40 }), fc.constantFrom("api/a.md", "resources/a.md"), (parts, path) => {
      const text = parts.join("");
      const include = parts.toReversed().join("");
      const includes = { "includes/x.md": include };
      const [page, diagnostics] = pageTask({ path, text, problem: null, includes });
      expect(() => JSON.stringify(page)).not.toThrow();
      for (const { place } of diagnostics) {
        const lines = (place.file === path ? text : include).split("\n");
        expect(Object.keys(includes).concat(path)).toContain(place.file);
        expect(place.line).toBeGreaterThanOrEqual(1);
        expect(place.line).toBeLessThanOrEqual(lines.length);
        expect(place.column).toBeGreaterThanOrEqual(1);
        expect(place.column).toBeLessThanOrEqual((lines[place.line - 1]?.length ?? 0) + 1);
      }
    }),
    { numRuns: 300 },
  );
});
