import ts from "typescript";
import type { DeclarationModule, Statement } from "./declarations.ts";
import { reachedFrom } from "./graph.ts";
import { printModule } from "./print.ts";

/**
 * Puts what some modules declare into the one that exports it: a compiler then opens one file instead of all. What
 * nothing exported needs is left out.
 *
 * @param modules declaration files that import from each other only
 * @param index path below `dist` of the module that exports from all others by name
 * @returns text of that module
 * @throws Error when two modules mean different things by a name
 */
export function rollUp(modules: readonly DeclarationModule[], index: string): string {
  const declared = new Map<string, DeclarationModule>();
  for (const module of modules) {
    for (const name of new Set(module.statements.map((statement) => statement.name))) {
      if (declared.has(name)) throw new Error(`Unexpected second ${name} in ${module.module}, expected it once`);
      declared.set(name, module);
    }
  }
  for (const module of modules) assertMeaning(module, declared);
  const statements = modules.flatMap((module) => module.statements);
  const uses = new Map<string, readonly string[]>();
  for (const { name, uses: used } of statements) uses.set(name, [...(uses.get(name) ?? []), ...used]);
  const exported = exportsOf(modules.filter((module) => module.module === index));
  const needed = reachedFrom(exported.keys(), uses);
  const kept = statements.filter(({ name }) => needed.has(name));
  const printed = { module: index, imports: new Map(), exports: [exportLine(kept, exported)], passedOn: [] };
  const rolled = kept.map((item) => (isExported(item, exported) ? item : withoutExport(item)));
  return printModule({ ...printed, statements: rolled, homes: new Map() });
}

/** What an index exports, and whether it does as a type alone. */
type Exports = ReadonlyMap<string, { readonly isType: boolean }>;

/** What exists at run time, and is exported as a type alone, must not look like a value. */
function isExported({ name, kind }: Statement, exported: Exports): boolean {
  const item = exported.get(name);
  return item !== undefined && (kind === "type" || !item.isType);
}

/** Without an export of its own, all that a declaration file declares counts as exported. */
function exportLine(statements: readonly Statement[], exported: Exports): string {
  const types = statements.filter((item) => exported.has(item.name) && !isExported(item, exported));
  return types.length === 0 ? "export {};" : `export type { ${types.map(({ name }) => name).join(", ")} };`;
}

/** A name that a module has of the language must not become that of its neighbour. */
function assertMeaning(module: DeclarationModule, declared: ReadonlyMap<string, DeclarationModule>): void {
  for (const { uses } of module.statements) {
    for (const name of uses) {
      const imported = module.imports.get(name);
      if (imported === undefined ? (declared.get(name) ?? module) === module : imported.name === name) continue;
      throw new Error(`Unexpected second meaning of ${name} in ${module.module}, expected one in all modules`);
    }
  }
}

function exportsOf(modules: readonly DeclarationModule[]): Exports {
  const text = modules.flatMap(({ exports }) => exports).join("\n");
  const { statements } = ts.createSourceFile("index.d.ts", text, ts.ScriptTarget.ESNext);
  return new Map(statements.flatMap(exportedNames));
}

function exportedNames(node: ts.Statement): readonly (readonly [string, { readonly isType: boolean }])[] {
  const isNamed = ts.isExportDeclaration(node) && node.exportClause !== undefined;
  if (!isNamed || !ts.isNamedExports(node.exportClause)) throw new Error("Unexpected export, expected names");
  return node.exportClause.elements.map(({ name, propertyName, isTypeOnly }) => {
    if (propertyName !== undefined) throw new Error(`Unexpected other name of ${name.text}, expected its own`);
    return [name.text, { isType: node.isTypeOnly || isTypeOnly }];
  });
}

function withoutExport(statement: Statement): Statement {
  return { ...statement, text: statement.text.replace(/^export (?=(?:declare|interface|type) )/m, "") };
}
