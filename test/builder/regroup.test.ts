import fc from "fast-check";
import ts from "typescript";
import { expect, it } from "vitest";
import type { Texts } from "../../generator/output/builder/compile.ts";
import { readDeclarations } from "../../generator/output/builder/declarations.ts";
import { regroup } from "../../generator/output/builder/regroup.ts";

/** The names that each declaration file exports, and the imports that do not resolve. */
function inspect(texts: Texts): {
  readonly exports: ReadonlyMap<string, readonly string[]>;
  readonly problems: string;
} {
  const options: ts.CompilerOptions = {
    noLib: true,
    types: [],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const read = (file: string): string | undefined => texts.get(file.replace(/^\/dist\//, ""));
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost(options),
    getCurrentDirectory: () => "/dist",
    directoryExists: () => true,
    fileExists: (file) => read(file) !== undefined,
    readFile: read,
    getSourceFile: (file, target) => {
      const text = read(file);
      return text === undefined ? undefined : ts.createSourceFile(file, text, target);
    },
  };
  const program = ts.createProgram(
    [...texts.keys()].map((file) => `/dist/${file}`),
    options,
    host,
  );
  const checker = program.getTypeChecker();
  const sources = program.getSourceFiles();
  const problems = sources.flatMap((source) => [
    ...program.getSyntacticDiagnostics(source),
    ...program.getSemanticDiagnostics(source),
  ]);
  const exports = sources.map((source) => {
    const symbol = checker.getSymbolAtLocation(source);
    const names = symbol === undefined ? [] : checker.getExportsOfModule(symbol);
    return [source.fileName.replace(/^\/dist\//, ""), names.map((item) => shown(item, checker)).sort()] as const;
  });
  return { exports: new Map(exports), problems: ts.formatDiagnostics(problems, { ...host, getNewLine: () => "\n" }) };
}

/** Describes a name, and whether it has a value. */
function shown(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const target = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
  const isTypeOnly = symbol.declarations?.some(
    (node) => ts.isExportSpecifier(node) && ts.isTypeOnlyExportDeclaration(node),
  );
  const isValue = (target.flags & ts.SymbolFlags.Value) !== 0 && isTypeOnly !== true;
  return `${isValue ? "value" : "type"} ${symbol.name}`;
}

const RUNTIME: Texts = new Map([
  [
    "runtime/index.d.ts",
    'export { createClient, type Step } from "./client.js";\nexport type { Client, Hook } from "./types.js";\n',
  ],
  [
    "runtime/client.d.ts",
    `import type { Client } from "./types.js";
/** Makes a client. */
export declare function createClient(hidden?: Hidden): Client;
interface Hidden {
    readonly createClient: string;
}
/** Stands for a class that programs name and do not make. */
export declare class Step implements Client {
    readonly hook: never;
    request(Hook: Client): void;
}
export declare const unused: unique symbol;
export {};
`,
  ],
  ["runtime/types.d.ts", "export interface Client {\n    readonly hook: Hook;\n}\nexport type Hook = () => void;\n"],
]);

interface Declared {
  readonly kind: "interface" | "enum" | "alias" | "constant" | "function";
  readonly module: number;
  readonly uses: readonly number[];
}

function declare(name: string, { kind }: Declared, used: readonly string[]): string {
  const doc = `/** What ${name} is. */\n`;
  const members = used.map((type, index) => `    m${index}?: ${type} | null;\n`).join("");
  switch (kind) {
    case "interface":
      return `${doc}export interface ${name} {\n${members}}\n`;
    case "enum":
      return `${doc}export declare enum ${name} {\n    Unknown = "unknown"\n}\n`;
    case "alias":
      return `${doc}export type ${name} = ${["string", ...used.map((type) => `{ inner: ${type} }`)].join(" | ")};\n`;
    case "constant":
      return `export declare const ${name}: { readonly A: "a" };\n${doc}export type ${name} = "a" | "b";\n`;
    case "function":
      return `${doc}export declare function ${name}(client: Client, m0: ${used[0] ?? "string"}): ${used[1] ?? "void"};\n`;
  }
}

/** Declaration files as the compiler prints them. */
function printPackage(declared: readonly Declared[]): Texts {
  const nameOf = (index: number): string => (declared[index]?.kind === "function" ? `call${index}` : `Type${index}`);
  const modules = new Map<number, string[]>();
  const imports = new Map<number, Set<string>>();
  for (const [index, item] of declared.entries()) {
    const used = item.uses.filter((use) => use < declared.length && declared[use]?.kind !== "function");
    const text = declare(nameOf(index), item, used.map(nameOf));
    modules.set(item.module, [...(modules.get(item.module) ?? []), text]);
    const lines = imports.get(item.module) ?? new Set();
    if (item.kind === "function") lines.add('import type { Client } from "./runtime/index.js";\n');
    for (const use of item.kind === "enum" || item.kind === "constant" ? [] : used) {
      const from = declared[use]?.module ?? item.module;
      if (from !== item.module) lines.add(`import type { ${nameOf(use)} } from "./module${from}.js";\n`);
    }
    imports.set(item.module, lines);
  }
  const texts = [...modules].map(([number, parts]) => {
    return [`module${number}.d.ts`, [...(imports.get(number) ?? []), ...parts].join("")] as const;
  });
  const barrel = texts.map(([file]) => `export * from "./${file.replace(/\.d\.ts$/, ".js")}";\n`);
  return new Map([...RUNTIME, ...texts, ["index.d.ts", `${barrel.join("")}export {};\n`]]);
}

const declarations = fc.array(
  fc.record({
    kind: fc.constantFrom<Declared["kind"][]>("interface", "enum", "alias", "constant", "function"),
    module: fc.integer({ min: 0, max: 3 }),
    uses: fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { maxLength: 3 }),
  }),
  { maxLength: 12 },
);

it("declares the same names in the same modules, and resolves every import", () => {
  fc.assert(
    fc.property(declarations, (declared) => {
      const given = printPackage(declared);
      const [before, after] = [inspect(given), inspect(regroup(readDeclarations(given)))];
      expect(before.problems).toBe("");
      expect(after.problems).toBe("");
      const public_ = [...before.exports].filter(([file]) => !/^runtime\/(?!index)/.test(file));
      for (const [file, names] of public_) expect([file, after.exports.get(file)]).toEqual([file, names]);
    }),
    { numRuns: 40 },
  );
});

it("puts the exports of the runtime and their dependencies into one file", () => {
  const text = regroup(readDeclarations(RUNTIME)).get("runtime/index.d.ts") ?? "";
  expect(regroup(readDeclarations(RUNTIME)).size).toBe(1);
  expect(text).toContain("export type { Step };");
  expect(text).toContain("\ninterface Hidden {");
  expect(text).toContain("/** Makes a client. */\nexport declare function createClient(");
  expect(text).not.toContain("unused");
});

const clashes: readonly [name: string, texts: readonly (readonly [string, string])[], message: string][] = [
  ["two declarations of one name", [["runtime/a.d.ts", "interface Hook {\n}\nexport {};\n"]], "Unexpected second Hook"],
  [
    "a global name that another module declares",
    [
      ["runtime/a.d.ts", "export interface Response {\n}\n"],
      ["runtime/b.d.ts", "export interface Answer {\n    response: Response;\n}\n"],
    ],
    "Unexpected second meaning of Response in runtime/b",
  ],
];

it.each(clashes)("rejects %s", (_, texts, message) => {
  expect(() => regroup(readDeclarations(new Map([...RUNTIME, ...texts])))).toThrow(message);
});
