import fc from "fast-check";
import ts from "typescript";
import { expect, it } from "vitest";
import { emitPackage, emitSources } from "../../generator/emit/package-text.ts";
import type { ApiModel } from "../../generator/api/model.ts";
import {
  buildBody,
  buildEnum,
  buildExample,
  buildModel,
  buildOperation,
  buildProperty,
  buildRequest,
  buildResponse,
  buildType,
} from "../support/model.ts";
import { syntaxErrors } from "../support/syntax-errors.ts";

const HOSTILE = [
  "*/ export const evil = 1; /*",
  "`${evil}`",
  '"; evil(); "',
  "\u2028evil()\u2029",
  "\r\n@internal\n * @deprecated\n",
  "{@link evil} {@inheritDoc}",
  "\u202eevil\u2066",
  "__proto__",
  "constructor",
  "../../x",
  "a-b",
  "@odata.type",
  "```\n@evil ```",
  "\\",
  "*\u200b/ export const evil = 1;",
  "*\\",
  "/",
];
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.constantFrom("`", "*", "@a ", "\n"),
    ),
    {
      maxLength: 5,
    },
  )
  .map((parts) => parts.join(""));

/** A small model in which every free text is one of the given ones. */
function modelOf(texts: readonly string[]): ApiModel {
  const at = (index: number): string => texts[index % texts.length] ?? "";
  const property = buildProperty(at(0), "Edm.String", { description: at(1), default: at(2), deprecated: at(3) });
  return buildModel({
    baseUrl: at(4),
    types: [
      buildType("device", { description: at(5), deprecated: at(6), properties: [property, buildProperty("known")] }),
    ],
    enums: [buildEnum("state", [at(7), at(8), "known"], { description: at(9) })],
    operations: [
      buildOperation("updateDevice", {
        summary: at(1),
        description: at(2),
        deprecated: at(3),
        requests: [
          { ...buildRequest("PATCH", "/devices/{deviceId}"), queryText: at(5) },
          { ...buildRequest("PATCH", "/devices/{deviceId}"), path: `/devices/{deviceId}/${at(4)}` },
        ],
        headers: [{ name: at(6), required: false, description: at(7), source: { file: at(8), line: 1, column: 1 } }],
        query: [
          {
            name: at(9),
            type: at(0),
            collection: false,
            values: [],
            required: false,
            description: at(1),
            source: { file: "", line: 1, column: 1 },
          },
        ],
        permissions: [
          {
            scheme: "delegatedWork",
            scopes: [at(2)],
            leastPrivileged: [],
            supported: true,
            resource: at(3),
            source: { file: "", line: 1, column: 1 },
          },
        ],
        requestBody: buildBody([property], { description: at(4) }),
        response: buildResponse("microsoft.graph.device"),
        examples: [
          buildExample("PATCH", `https://h/v1.0/devices/${at(5)}?${at(6)}`, { [at(7)]: at(8), list: [at(9)] }),
        ],
        source: { file: at(0), line: 1, column: 1 },
      }),
    ],
  });
}

/** Parses files without their imports. */
function parseAll(texts: ReadonlyMap<string, string>): readonly ts.SourceFile[] {
  return [...texts].map(([path, text]) => ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true));
}

function declared(source: ts.SourceFile): readonly string[] {
  return source.statements.flatMap((statement) => {
    if (ts.isImportDeclaration(statement)) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map((item) => item.name.getText());
    const named =
      ts.isInterfaceDeclaration(statement) || ts.isFunctionDeclaration(statement) || ts.isEnumDeclaration(statement);
    return [named ? (statement.name?.text ?? "") : ts.SyntaxKind[statement.kind]];
  });
}

function tagNames(source: ts.SourceFile): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    for (const tag of ts.getJSDocTags(node)) found.add(tag.tagName.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const EXPECTED: ReadonlyMap<string, readonly string[]> = new Map([
  ["src/device.ts", ["Device", "UpdateDeviceBody", "UpdateDeviceOptions", "updateDevice"]],
  ["src/enums/state.ts", ["State"]],
  ["src/permissions/device.ts", ["updateDevicePermissions"]],
  ["src/runtime/base-url.ts", ["BASE_URL"]],
]);
const TAGS = new Set(["default", "deprecated", "example", "format", "see"]);

it("emits any text of a page only as part of the declaration that it documents", () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 10, maxLength: 10 }), (texts) => {
      const files = new Map(emitSources(modelOf(texts)).map((file) => [file.path, file.text]));
      const named = new Map([...EXPECTED.keys()].map((path) => [path, files.get(path) ?? ""]));
      const sources = parseAll(named);
      expect(syntaxErrors(sources).flat()).toEqual([]);
      for (const source of sources) {
        expect(declared(source)).toEqual(EXPECTED.get(source.fileName));
        expect([...tagNames(source)].filter((name) => !TAGS.has(name))).toEqual([]);
        expect(source.text).not.toMatch(/[\u2028\u2029\u202a-\u202e\u2066-\u2069\u0000]/);
      }
    }),
    { numRuns: 300 },
  );
});

it("writes no hidden character into any file", () => {
  const files = HOSTILE.flatMap((given) =>
    emitPackage(modelOf([given, `a${given}`]), { packageName: "x", packageVersion: "1.0.0" }),
  );
  const hidden = /[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
  expect(files.filter(({ text }) => hidden.test(text)).map(({ path }) => path)).toEqual([]);
});

it("keeps names from pages inside the package and its declarations", () => {
  const hostile = '../x"; evil(); //';
  const model = buildModel({
    types: [buildType("t", { module: hostile, identifier: hostile, namespace: hostile })],
    enums: [buildEnum("e", ["a"], { module: hostile, identifier: "constructor" })],
    operations: [buildOperation(hostile, { module: hostile, requests: [buildRequest("GET", `/${hostile}`)] })],
  });
  const files = emitPackage(model, { packageName: "x", packageVersion: "1.0.0" });
  const paths = files.map((file) => file.path).filter((path) => !path.startsWith("src/runtime/"));
  expect(paths.filter((path) => path.includes("..") || /[^\w./-]/.test(path))).toEqual([]);
  const sources = files.filter((file) => file.path.endsWith(".ts")).map((file) => [file.path, file.text] as const);
  const parsed = parseAll(new Map(sources));
  expect(syntaxErrors(parsed).flat()).toEqual([]);
  expect(parsed.flatMap(declared).filter((name) => /evil\(|ExpressionStatement/.test(name))).toEqual([]);
});
