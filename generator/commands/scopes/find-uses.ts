import ts from "typescript";
import type { CallRoute, Permissions } from "../../scopes/model.ts";
import type { GeneratedPackages } from "./generated-package.ts";
import { createResolver, isCommonJsExport, type Resolver } from "./resolve.ts";

/** A reference to a request function. */
export interface FoundUse {
  readonly permissions: Permissions;
  readonly node: ts.Node;
  readonly route: CallRoute;
}

/** A place from which any function of a module may be reached. */
export interface FoundUnclear {
  readonly node: ts.Node;
  readonly reason: string;
}

export interface Found {
  readonly uses: readonly FoundUse[];
  readonly unclear: readonly FoundUnclear[];
  /** Whether a file imports from a generated package. */
  readonly hasImport: boolean;
}

/** State of the search in one program. */
interface Search {
  readonly checker: ts.TypeChecker;
  readonly packages: GeneratedPackages;
  readonly resolver: Resolver;
  /** Names under which modules export request functions. Other properties are not resolved, which is slow. */
  readonly exported: ReadonlySet<string>;
  readonly uses: FoundUse[];
  readonly unclear: FoundUnclear[];
}

/**
 * Finds all references to request functions in files of a program: calls, and uses as a value, such as an argument of
 * `paginate`. Imports, re-exports and types are not uses. Names are resolved by the compiler's symbols, not by their
 * text.
 *
 * @param files files of the user's own program
 */
export function findUses(program: ts.Program, files: readonly ts.SourceFile[], packages: GeneratedPackages): Found {
  const checker = program.getTypeChecker();
  const resolver = createResolver(checker, packages);
  const modules = new Set(files.flatMap((file) => importedModules(file, checker)));
  const exported = exportedNames(modules, checker, resolver);
  const search: Search = { checker, packages, resolver, exported, uses: [], unclear: [] };
  for (const file of files) visitFile(file, search);
  const hasImport = [...modules].some((module) => resolver.moduleOf(module) !== null);
  return { uses: search.uses, unclear: search.unclear, hasImport };
}

function importedModules(file: ts.SourceFile, checker: ts.TypeChecker): readonly ts.Symbol[] {
  const found: ts.Symbol[] = [];
  const add = (specifier: ts.Node | undefined): void => {
    const symbol = specifier === undefined ? undefined : checker.getSymbolAtLocation(specifier);
    if (symbol !== undefined) found.push(symbol);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier);
    else if (ts.isExternalModuleReference(node)) add(node.expression);
    else {
      if (isLoadingCall(node)) add(node.arguments[0]);
      ts.forEachChild(node, visit);
    }
  };
  visit(file);
  return found;
}

/** `import("…")` or `require("…")`. */
function isLoadingCall(node: ts.Node): node is ts.CallExpression {
  if (!ts.isCallExpression(node)) return false;
  const { expression } = node;
  return (
    expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === "require")
  );
}

function exportedNames(
  modules: ReadonlySet<ts.Symbol>,
  checker: ts.TypeChecker,
  resolver: Resolver,
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const module of modules) {
    // All names of a generated module count, so that their permissions are read only if they are used.
    const isGenerated = resolver.moduleOf(module) !== null;
    for (const symbol of exportsOf(module, checker)) {
      if (isGenerated || resolver.functionOf(symbol) !== null) names.add(symbol.name);
    }
  }
  return names;
}

/** The exports of a module; those of a CommonJS module are properties of an object. */
function exportsOf(module: ts.Symbol, checker: ts.TypeChecker): readonly ts.Symbol[] {
  const whole = module.exports?.get(ts.InternalSymbolName.ExportEquals);
  const properties = whole === undefined ? [] : checker.getPropertiesOfType(checker.getTypeOfSymbol(whole));
  return [...checker.getExportsOfModule(module), ...properties];
}

function visitFile(file: ts.SourceFile, search: Search): void {
  const locals = localNames(file, search.exported);
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionWithTypeArguments(node)) visit(node.expression);
    else if (isWithoutUses(node)) return;
    else if (ts.isBinaryExpression(node) && isCommonJsExport(node)) visitExported(node.right);
    else if (ts.isIdentifier(node)) visitIdentifier(node, locals, search);
    else {
      if (ts.isElementAccessExpression(node)) visitElement(node, search);
      else if (isLoadingCall(node)) visitLoading(node, search);
      ts.forEachChild(node, visit);
    }
  };
  const visitExported = (node: ts.Node): void => {
    if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isShorthandPropertyAssignment(node)) return;
    if (ts.isPropertyAssignment(node)) visitExported(node.initializer);
    else if (ts.isObjectLiteralExpression(node)) node.properties.forEach(visitExported);
    else if (!ts.isSpreadAssignment(node)) visit(node);
  };
  visit(file);
}

/** Imports, re-exports and types. */
function isWithoutUses(node: ts.Node): boolean {
  return (
    ts.isTypeNode(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isImportEqualsDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    (ts.isExportAssignment(node) && ts.isIdentifier(node.expression))
  );
}

/** Names in a file that can refer to a request function or to a module; other names are not resolved. */
function localNames(file: ts.SourceFile, exported: ReadonlySet<string>): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isImportClause(node) || ts.isNamespaceImport(node) || ts.isImportSpecifier(node)) {
      if (node.name !== undefined) names.add(node.name.text);
    } else if (ts.isImportEqualsDeclaration(node)) names.add(node.name.text);
    else if (ts.isBindingElement(node) && ts.isIdentifier(node.name)) {
      const { propertyName = node.name } = node;
      if ("text" in propertyName && exported.has(propertyName.text)) names.add(node.name.text);
    } else if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && isLoaded(node.initializer)) {
      names.add(node.name.text);
    }
    if (!ts.isTypeNode(node)) ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}

function isLoaded(node: ts.Expression | undefined): boolean {
  if (node === undefined) return false;
  if (ts.isAwaitExpression(node) || ts.isParenthesizedExpression(node)) return isLoaded(node.expression);
  return isLoadingCall(node);
}

function visitIdentifier(node: ts.Identifier, locals: ReadonlySet<string>, search: Search): void {
  const { parent } = node;
  const isProperty = ts.isPropertyAccessExpression(parent) && parent.name === node;
  if (isProperty ? !search.exported.has(node.text) : !locals.has(node.text) || isName(node)) return;
  const symbol = search.resolver.symbolAt(node);
  const permissions = search.resolver.functionOf(symbol);
  if (permissions !== null) {
    search.uses.push({ permissions, node, route: routeOf(isProperty ? parent : node) });
  } else if (!isProperty && isEscaping(node) && search.resolver.moduleOf(symbol) !== null) {
    search.unclear.push({ node, reason: `all of ${node.text} is passed on` });
  }
}

/** Whether an identifier declares or labels something, and refers to nothing. */
function isName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent)) return false;
  return ("name" in parent && parent.name === node) || ("propertyName" in parent && parent.propertyName === node);
}

/** Whether a module is used as a value, so that its functions may be called where the source does not show it. */
function isEscaping({ parent }: ts.Identifier): boolean {
  return ts.isCallExpression(parent) || ts.isSpreadAssignment(parent);
}

/** `users["listUsers"]` is a reference; `users[name]` can be any function of the module. */
function visitElement(node: ts.ElementAccessExpression, { resolver, exported, uses, unclear, checker }: Search): void {
  const { expression, argumentExpression: name } = node;
  if (ts.isStringLiteralLike(name)) {
    if (!exported.has(name.text)) return;
    const permissions = resolver.functionOf(resolver.symbolAt(name));
    if (permissions !== null) uses.push({ permissions, node: name, route: routeOf(node) });
  } else if (ts.isIdentifier(expression) && resolver.moduleOf(checker.getSymbolAtLocation(expression)) !== null) {
    unclear.push({ node, reason: `the name of the function is not literal` });
  }
}

function visitLoading({ arguments: [specifier] }: ts.CallExpression, { unclear }: Search): void {
  if (specifier === undefined || ts.isStringLiteralLike(specifier)) return;
  unclear.push({ node: specifier, reason: "the name of the imported module is not literal" });
}

/** What a call says about its URL: `path` and `route` of its options, if they are written out. */
function routeOf(callee: ts.Node): CallRoute {
  const unknown: CallRoute = { keys: null, name: null };
  const call = callee.parent;
  if (!ts.isCallExpression(call) || call.expression !== callee) return unknown;
  const [, options] = call.arguments;
  if (options === undefined) return { keys: call.arguments.some(ts.isSpreadElement) ? null : [], name: null };
  if (!ts.isObjectLiteralExpression(options) || options.properties.some(ts.isSpreadAssignment)) return unknown;
  const valueOf = (name: string): ts.Expression | undefined =>
    options.properties.filter(ts.isPropertyAssignment).find((item) => nameOf(item) === name)?.initializer;
  const isShort = options.properties.some((item) => ts.isShorthandPropertyAssignment(item) && nameOf(item) === "path");
  const route = valueOf("route");
  const path = valueOf("path");
  return {
    keys: path === undefined ? (isShort ? null : []) : keysOf(path),
    name: route !== undefined && ts.isStringLiteralLike(route) ? route.text : null,
  };
}

function keysOf(path: ts.Expression): readonly string[] | null {
  if (!ts.isObjectLiteralExpression(path)) return null;
  const keys = path.properties.map(nameOf);
  return keys.includes(null) ? null : keys.flatMap((key) => key ?? []).sort();
}

function nameOf({ name }: ts.ObjectLiteralElementLike): string | null {
  return name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) ? name.text : null;
}
