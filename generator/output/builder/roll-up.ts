import ts from "typescript";
import type { DeclarationModule, Statement } from "./declarations.ts";
import { reachedFrom } from "./graph.ts";
import { printModule } from "./print.ts";

/**
 * Combines modules into one file, so that a compiler opens one file instead of all. Omits declarations that no export
 * depends on.
 *
 * @param modules declaration files that import only from each other
 * @param index path below `dist` of the module that exports names of all others
 * @returns the text of the combined file
 * @throws Error if a name has different meanings in two modules
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
  const printed = { module: index, imports: new Map(), exports: [exportLine(kept, exported)], reExported: [] };
  const rolled = kept.map((item) => (isExported(item, exported) ? item : withoutExport(item)));
  return printModule({ ...printed, statements: rolled, homes: new Map() });
}

/** Exports of the index, and whether each is exported only as a type. */
type Exports = ReadonlyMap<string, { readonly isType: boolean }>;

/** Checks whether a statement keeps its export. A value that is exported only as a type must not look like a value. */
function isExported({ name, kind }: Statement, exported: Exports): boolean {
  const item = exported.get(name);
  return item !== undefined && (kind === "type" || !item.isType);
}

/** Prints the export declaration. In a declaration file without one, every declaration counts as exported. */
function exportLine(statements: readonly Statement[], exported: Exports): string {
  const types = statements.filter((item) => exported.has(item.name) && !isExported(item, exported));
  return types.length === 0 ? "export {};" : `export type { ${types.map(({ name }) => name).join(", ")} };`;
}

/** Throws if a global name in one module would become the name of a declaration in another module. */
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
