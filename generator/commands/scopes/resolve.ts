import ts from "typescript";
import type { Permissions } from "../../scopes/model.ts";
import type { GeneratedPackages } from "./generated-package.ts";

/** Resolves names of a program to request functions, by the compiler's symbols. */
export interface Resolver {
  /** The request function that a symbol refers to, or null. */
  functionOf(symbol: ts.Symbol | undefined): Permissions | null;
  /** The module that a symbol refers to, if it belongs to a generated package, or null. */
  moduleOf(symbol: ts.Symbol | undefined): ts.Symbol | null;
  /** The symbol that an identifier refers to; that of the value for `{ name }` in an object. */
  symbolAt(node: ts.Identifier | ts.StringLiteralLike): ts.Symbol | undefined;
}

/** Maximum number of steps from a name to its declaration: aliases can be circular. */
const MAX_STEPS = 50;

/** Creates a resolver for a program. */
export function createResolver(checker: ts.TypeChecker, packages: GeneratedPackages): Resolver {
  const targets = new Map<ts.Symbol, ts.Symbol | null>();
  const targetOf = (symbol: ts.Symbol, steps = 0): ts.Symbol | null => {
    const known = targets.get(symbol);
    if (known !== undefined) return known;
    const next = steps > MAX_STEPS ? undefined : nextSymbol(symbol, checker);
    const target = next === undefined ? symbol : targetOf(next, steps + 1);
    targets.set(symbol, target);
    return target;
  };
  return {
    functionOf(symbol) {
      const target = symbol === undefined ? null : targetOf(symbol);
      const declaration = target?.declarations?.find(ts.isFunctionDeclaration);
      if (target === null || declaration === undefined) return null;
      return packages.permissionsOf(declaration.getSourceFile().fileName, target.name);
    },
    moduleOf(symbol) {
      const target = symbol === undefined ? null : targetOf(symbol);
      if (target === null) return null;
      const module = isModule(target) ? target : checker.getTypeOfSymbol(target).symbol;
      const file = isModule(module) ? module.declarations?.find(ts.isSourceFile) : undefined;
      return file === undefined || packages.folderOf(file.fileName) === null ? null : module;
    },
    symbolAt(node) {
      return ts.isShorthandPropertyAssignment(node.parent)
        ? checker.getShorthandAssignmentValueSymbol(node.parent)
        : checker.getSymbolAtLocation(node);
    },
  };
}

/** The type of a variable without a module may have no symbol, which the compiler does not declare. */
function isModule(symbol: ts.Symbol | undefined): symbol is ts.Symbol {
  return symbol !== undefined && (symbol.flags & ts.SymbolFlags.ValueModule) !== 0;
}

/** The symbol that a symbol stands for: an alias, a destructured property, or a property that CommonJS exports. */
function nextSymbol(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol | undefined {
  if ((symbol.flags & ts.SymbolFlags.Alias) !== 0) return checker.getAliasedSymbol(symbol);
  const [declaration] = symbol.declarations ?? [];
  if (declaration === undefined) return undefined;
  if (ts.isBindingElement(declaration)) return destructured(declaration, checker);
  if (ts.isShorthandPropertyAssignment(declaration) && isExported(declaration.parent)) {
    return checker.getShorthandAssignmentValueSymbol(declaration);
  }
  if (ts.isPropertyAssignment(declaration) && isExported(declaration.parent)) {
    return entitySymbol(declaration.initializer, checker);
  }
  // A file has no parent, although its type says so.
  const assignment = ts.isSourceFile(declaration) ? declaration : declaration.parent;
  return ts.isBinaryExpression(assignment) && isCommonJsExport(assignment)
    ? entitySymbol(assignment.right, checker)
    : undefined;
}

function destructured(element: ts.BindingElement, checker: ts.TypeChecker): ts.Symbol | undefined {
  const name = element.propertyName ?? element.name;
  if (!ts.isObjectBindingPattern(element.parent) || element.dotDotDotToken !== undefined) return undefined;
  if (!ts.isIdentifier(name) && !ts.isStringLiteralLike(name)) return undefined;
  return checker.getTypeAtLocation(element.parent).getProperty(name.text);
}

function entitySymbol(node: ts.Expression, checker: ts.TypeChecker): ts.Symbol | undefined {
  return ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) ? checker.getSymbolAtLocation(node) : undefined;
}

/** Whether an object is what a CommonJS module exports. */
function isExported(object: ts.Node): boolean {
  return ts.isBinaryExpression(object.parent) && object.parent.right === object && isCommonJsExport(object.parent);
}

/** Whether an assignment in a JavaScript file exports something: `module.exports = …`, `exports.name = …`. */
export function isCommonJsExport({ left, operatorToken }: ts.BinaryExpression): boolean {
  return (
    (left.flags & ts.NodeFlags.JavaScriptFile) !== 0 &&
    operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isPropertyAccessExpression(left) &&
    /^(?:module\.exports|exports)\b/.test(left.getText())
  );
}
