import path from "node:path";
import ts from "typescript";
import type { Texts } from "./compile.ts";

/** A name that another module exports. */
export interface Imported {
  /** Path of that module below `dist`, without extension; for another package, `package:` and its name. */
  readonly module: string;
  readonly name: string;
}

/** A declaration in a declaration file, with its documentation. */
export interface Statement {
  readonly name: string;
  /** A `type` exists only for the compiler; an `enum` and a `constant` also exist at run time. */
  readonly kind: "type" | "enum" | "constant" | "other";
  readonly text: string;
  /** Names that the declaration uses. */
  readonly uses: ReadonlySet<string>;
}

/** A parsed declaration file. */
export interface DeclarationModule {
  /** Path below `dist`, without extension. */
  readonly module: string;
  /** Imports, by local name. */
  readonly imports: ReadonlyMap<string, Imported>;
  readonly statements: readonly Statement[];
  /** Texts of export declarations, such as `export * from`. */
  readonly exports: readonly string[];
}

/**
 * Parses declaration files that the compiler printed.
 *
 * @param texts texts by path below `dist`
 * @returns the parsed files, in the same order
 */
export function readDeclarations(texts: Texts): readonly DeclarationModule[] {
  return [...texts].map(([file, text]) => readModule(file.replace(/\.d\.ts$/, ""), text));
}

function readModule(module: string, text: string): DeclarationModule {
  const source = ts.createSourceFile(`${module}.d.ts`, text, ts.ScriptTarget.ESNext, true);
  const imports = new Map<string, Imported>();
  const statements: Statement[] = [];
  const exports: string[] = [];
  for (const node of source.statements) {
    if (ts.isImportDeclaration(node)) readImport(node, module, imports);
    else if (ts.isExportDeclaration(node)) exports.push(node.getText());
    else statements.push(readStatement(node, text));
  }
  return { module, imports, statements, exports };
}

function readImport(node: ts.ImportDeclaration, module: string, imports: Map<string, Imported>): void {
  const named = node.importClause?.namedBindings;
  if (!ts.isStringLiteral(node.moduleSpecifier) || named === undefined || !ts.isNamedImports(named)) return;
  const from = resolveSpecifier(module, node.moduleSpecifier.text);
  for (const element of named.elements) {
    const name = (element.propertyName ?? element.name).text;
    imports.set(element.name.text, { module: from, name });
  }
}

/** Resolves a module specifier to a path below `dist`. */
function resolveSpecifier(from: string, specifier: string): string {
  if (!specifier.startsWith(".")) return `package:${specifier}`;
  return path.posix.join(path.posix.dirname(from), specifier).replace(/\.js$/, "");
}

function readStatement(node: ts.Statement, text: string): Statement {
  const uses = new Set<string>();
  const visit = (inner: ts.Node): void => {
    if (ts.isIdentifier(inner) && !isMemberName(inner)) uses.add(inner.text);
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return { name: nameOf(node), kind: kindOf(node), text: text.slice(node.getFullStart(), node.end).trim(), uses };
}

function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isQualifiedName(parent)) return parent.right === node;
  const isNamed =
    ts.isPropertySignature(parent) ||
    ts.isEnumMember(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isAccessor(parent) ||
    ts.isNamedTupleMember(parent) ||
    ts.isParameter(parent);
  return isNamed && parent.name === node;
}

function kindOf(node: ts.Statement): Statement["kind"] {
  if (ts.isEnumDeclaration(node)) return "enum";
  if (ts.isVariableStatement(node)) return "constant";
  return ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) ? "type" : "other";
}

function nameOf(node: ts.Statement): string {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations[0]?.name.getText() ?? "";
  const named = ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isEnumDeclaration(node);
  if (named) return node.name.text;
  return ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) ? (node.name?.text ?? "") : "";
}
