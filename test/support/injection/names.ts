import path from "node:path";
import ts from "typescript";
import type { Code } from "./code.ts";

/** Names that Windows keeps for devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Paths of a package that some system cannot store, or that lead elsewhere. */
export function unsafePaths(paths: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return paths.filter((file) => {
    const isKnown = seen.has(file.toLowerCase());
    seen.add(file.toLowerCase());
    const parts = file.split("/");
    const isSafe = parts.every(
      (part) => /^\.?[\w@$-][\w.@$-]*$/.test(part) && !DEVICE.test(part) && !part.endsWith("."),
    );
    return isKnown || !isSafe;
  });
}

/** Whether code of a package imports a module of it that exists, by its path or, in an example, by its public name. */
export function isResolved({ file, kind }: Code, specifier: string, files: ReadonlySet<string>): boolean {
  if (kind === "example") return files.has(`src/${specifier.replace(/^graph-client\//, "")}.ts`);
  const target = path.posix.join(path.posix.dirname(file), specifier.replace(/\.js$/, ".ts"));
  return /^\.\.?\//.test(specifier) && files.has(target);
}

/**
 * Finds names of members that mean something else than a member: an object's prototype, a number in an enum, and two
 * members of one name.
 *
 * @returns each name with its position
 */
export function unsafeMembers({ source }: Code): readonly (readonly [name: string, position: number])[] {
  const found: (readonly [string, number])[] = [];
  const visit = (node: ts.Node): void => {
    const seen = new Set<string>();
    for (const member of membersOf(node)) {
      const name = member.name === undefined ? null : nameText(member.name);
      if (name === null) continue;
      const isUnsafe =
        seen.has(name) ||
        (ts.isPropertyAssignment(member) && name === "__proto__" && !ts.isComputedPropertyName(member.name)) ||
        (ts.isEnumMember(member) && (name === "" || String(Number(name)) === name));
      if (isUnsafe) found.push([name, member.pos]);
      seen.add(name);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function membersOf(node: ts.Node): readonly (ts.TypeElement | ts.EnumMember | ts.ObjectLiteralElementLike)[] {
  if (ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node) || ts.isEnumDeclaration(node)) return node.members;
  return ts.isObjectLiteralExpression(node) ? node.properties : [];
}

function nameText(name: ts.PropertyName): string | null {
  if (ts.isComputedPropertyName(name)) return ts.isStringLiteral(name.expression) ? name.expression.text : null;
  return name.text;
}
