import fc from "fast-check";
import { format } from "prettier";
import { StructureKind } from "ts-morph";
import { expect, it } from "vitest";
import {
  aliasDeclaration,
  constantDeclaration,
  interfaceDeclaration,
  parameterStructures,
  type Declaration,
} from "../../generator/emit/syntax/declaration.ts";
import { docStructures, NO_DOC, prose, type Doc } from "../../generator/emit/syntax/doc.ts";
import { stringLiteral } from "../../generator/emit/syntax/escape.ts";
import {
  functionHead,
  parameterLayout,
  returnListText,
  returnText,
} from "../../generator/emit/syntax/function-layout.ts";
import { printModule } from "../../generator/emit/print/print-module.ts";
import type { Member, TypeExpression, TypeParameter, TypeSymbol } from "../../generator/emit/syntax/type-expression.ts";
import { typeLayout } from "../../generator/emit/syntax/type-layout.ts";
import { typeText } from "../../generator/emit/syntax/type-layout.ts";
import { valueLayout, type Data } from "../../generator/emit/syntax/value-layout.ts";

/** Random declarations in the shapes that the emitter has; long names make lines break. */
const plainName = fc.stringMatching(/^[A-Z][A-Za-z]{0,45}$/);
const plainText = fc.oneof(fc.stringMatching(/^[ !#-)+-[\]-~]{0,60}$/), fc.constantFrom("id", "@odata.type", ""));
const weirdText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom('a"b', "*/", "a\\b", "用户", "it's", "é", "\n"),
);

interface Shapes {
  readonly symbol: TypeSymbol;
  readonly type: TypeExpression;
  readonly members: Member[];
  readonly parameters: TypeParameter[];
  readonly doc: Doc;
  readonly data: Data;
}

type Arbitraries = { readonly [Key in keyof Shapes]: fc.Arbitrary<Shapes[Key]> };

function shapes(text: fc.Arbitrary<string>): Arbitraries {
  const symbol = plainName.map((name) => ({ name, local: name, module: "b" }));
  const doc = fc.array(fc.oneof(text, fc.lorem(), fc.constant("prettier-ignore")), { maxLength: 2 });
  const docs = doc.map((paragraphs) => (paragraphs.length === 0 ? NO_DOC : prose(...paragraphs)));
  const { type, members } = fc.letrec<{ type: TypeExpression; members: Member[] }>((tie) => {
    const many = fc.array(tie("type"), { minLength: 2, maxLength: 5 });
    return {
      type: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        fc.constantFrom<TypeExpression>(
          { kind: "keyword", text: "string" },
          { kind: "keyword", text: "null" },
          { kind: "keyword", text: "undefined" },
          { kind: "openString" },
        ),
        fc.record({ kind: fc.constant("literal" as const), value: text }),
        fc.record({ kind: fc.constant("enumValue" as const), symbol, style: fc.constantFrom("enum", "const") }),
        fc.record({ kind: fc.constant("reference" as const), symbol, arguments: fc.constant([]) }),
        fc.record({
          kind: fc.constant("reference" as const),
          symbol,
          arguments: fc.array(tie("type"), { minLength: 1, maxLength: 3 }),
        }),
        fc.record({ kind: fc.constant("array" as const), item: tie("type") }),
        fc.record({ kind: fc.constant("union" as const), items: many }),
        fc.record({ kind: fc.constant("intersection" as const), items: many }),
        fc.record({ kind: fc.constant("object" as const), members: tie("members") }),
      ),
      members: fc.array(
        fc.record({ name: fc.oneof(plainName, text), type: tie("type"), optional: fc.boolean(), doc: docs }),
        { maxLength: 3 },
      ),
    };
  });
  const { data } = fc.letrec<{ data: Data }>((tie) => ({
    data: fc.oneof(
      { depthSize: "small" },
      text,
      fc.boolean(),
      fc.array(tie("data"), { maxLength: 3 }),
      fc.dictionary(fc.oneof(plainName, text), tie("data"), { maxKeys: 3 }),
    ),
  }));
  const flat = type.filter((item) => !typeText(item).includes("\n"));
  const parameters = fc.array(fc.record({ symbol, bound: flat }), { maxLength: 1 });
  return { symbol, type, members, parameters, doc: docs, data };
}

function functionDeclaration(
  { name }: TypeSymbol,
  [first, second]: readonly [TypeExpression, TypeExpression],
  parameters: readonly TypeParameter[],
  data: Data,
): Declaration {
  const call = {
    isAwaited: true,
    name: "request",
    typeArguments: [second],
    arguments: ["client", valueLayout(data), "x"],
  };
  return {
    structure: {
      kind: StructureKind.Function,
      name,
      isExported: true,
      isAsync: true,
      typeParameters: parameterStructures(parameters),
      parameters: [
        { name: "client", type: "Client" },
        { name: "options", type: typeText(first), initializer: "{}" },
      ],
      returnType: `Promise<${typeText(second)}>`,
      statements: [returnText(call)],
    },
    heads: [
      () =>
        functionHead({
          name,
          isAsync: true,
          typeParameters: parameters,
          parameters: ["client: Client", parameterLayout("options", first, " = {}")],
          result: typeLayout({
            kind: "reference",
            symbol: { name: "Promise", local: "Promise", module: null },
            arguments: [second],
          }),
          hasBody: true,
        }),
    ],
    types: [],
    values: [],
  };
}

function guardDeclaration({ name }: TypeSymbol, names: readonly string[]): Declaration {
  const statements = [returnListText("hasODataType", "value", names.map(stringLiteral))];
  return {
    structure: { kind: StructureKind.Function, name, isExported: true, statements },
    types: [],
    values: [],
  };
}

function enumDeclaration({ name }: TypeSymbol, doc: Doc, members: readonly (readonly [string, string])[]): Declaration {
  return {
    structure: {
      kind: StructureKind.Enum,
      name,
      isExported: true,
      docs: docStructures(doc),
      members: members.map(([name, value]) => ({ name, initializer: stringLiteral(value), docs: docStructures(doc) })),
    },
    types: [],
    values: [],
  };
}

function declaration(text: fc.Arbitrary<string>): fc.Arbitrary<Declaration> {
  const { symbol, type, members, parameters, doc, data } = shapes(text);
  const flat = type.filter((item) => !typeText(item).includes("\n"));
  const base = fc.option(
    fc.record({ kind: fc.constant("reference" as const), symbol, arguments: fc.array(flat, { maxLength: 2 }) }),
  );
  const facts = fc.record({ symbol, base, members, open: fc.boolean(), doc, parameters });
  const pair = fc.tuple(flat, flat);
  return fc.oneof(
    facts.map(interfaceDeclaration),
    fc.tuple(symbol, type, doc, parameters).map((parts) => aliasDeclaration(...parts)),
    fc.tuple(symbol, data, doc).map(([{ name }, value, doc]) => constantDeclaration(name, valueLayout(value), doc)),
    fc.tuple(symbol, pair, parameters, data).map((parts) => functionDeclaration(...parts)),
    fc.tuple(symbol, fc.array(text, { minLength: 1, maxLength: 4 })).map((parts) => guardDeclaration(...parts)),
    fc
      .tuple(symbol, doc, fc.uniqueArray(fc.tuple(plainName, text), { selector: ([name]) => name, maxLength: 3 }))
      .map((parts) => enumDeclaration(...parts)),
  );
}

function modules(text: fc.Arbitrary<string>): fc.Arbitrary<readonly Declaration[]> {
  return fc.array(declaration(text), { minLength: 1, maxLength: 3 });
}

const settings = { parser: "typescript", printWidth: 100 } as const;

it("prints modules as Prettier does", async () => {
  await fc.assert(
    fc.asyncProperty(modules(plainText), async (declarations) => {
      const { text, formatted } = printModule({ module: "a", declarations });
      expect(text).toBe(await format(text, settings));
      expect(formatted).toBe(true);
    }),
    { numRuns: 400 },
  );
});

it("leaves to Prettier what it may print differently", async () => {
  await fc.assert(
    fc.asyncProperty(modules(weirdText), async (declarations) => {
      const { text, formatted } = printModule({ module: "a", declarations });
      if (formatted === true) expect(text).toBe(await format(text, settings));
    }),
    { numRuns: 400 },
  );
});
