import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import * as z from "zod/mini";
import { SCHEMES, type Permissions } from "../../scopes/model.ts";
import { CommandFailure } from "../failure.ts";

const strings = z.array(z.string());
const byScheme = <T extends z.core.$ZodType>(value: T) =>
  z.object({ delegatedWork: value, delegatedPersonal: value, application: value });
const stated = {
  supported: byScheme(z.nullable(z.boolean())),
  unclear: z.optional(z.array(z.enum(SCHEMES))),
  together: z.optional(
    z.object({
      delegatedWork: z.optional(z.array(strings)),
      delegatedPersonal: z.optional(z.array(strings)),
      application: z.optional(z.array(strings)),
    }),
  ),
};
/** The form of the data in the modules of `permissions/`. */
const permissionData = z.object({
  operation: z.string(),
  page: z.string(),
  ...byScheme(strings).shape,
  ...stated,
  routes: z.optional(z.array(z.object({ path: z.string(), name: z.optional(z.string()) }))),
  byResource: z.optional(
    z.array(z.object({ resource: z.string(), routes: z.optional(strings), scopes: byScheme(strings), ...stated })),
  ),
});

/** Extensions of the modules of a package: built, or as sources that the program resolves by `paths`. */
const EXTENSIONS = [".js", ".ts"];

/** Finds generated packages, and reads the permissions of their request functions. Nothing in a package is run. */
export interface GeneratedPackages {
  /** The folder of the modules of the generated package that contains a file, or null if no such package does. */
  folderOf(file: string): string | null;
  /** The permissions of a function that a file of a generated package declares; null if it is not a request function. */
  permissionsOf(file: string, name: string): Permissions | null;
}

/**
 * Creates a reader of generated packages. Files are read once.
 *
 * The modules of `permissions/` have all that is needed, so neither the docs nor the config file is read: the command
 * works wherever the package is installed, also for people who did not generate it.
 */
export function createGeneratedPackages(): GeneratedPackages {
  const folders = new Map<string, string | null>();
  const modules = new Map<string, ReadonlyMap<string, Permissions>>();
  const folderOf = (file: string): string | null => findFolder(path.dirname(file), folders);
  return {
    folderOf,
    permissionsOf(file, name) {
      const folder = folderOf(file);
      if (folder === null) return null;
      const module = path.relative(folder, file).replace(/(?:\.d)?\.ts$/, "");
      const known = modules.get(file) ?? readModule(folder, module);
      modules.set(file, known);
      return known.get(name) ?? null;
    },
  };
}

function findFolder(folder: string, known: Map<string, string | null>): string | null {
  const found = known.get(folder);
  if (found !== undefined) return found;
  const has = (module: string): boolean => EXTENSIONS.some((end) => existsSync(path.join(folder, `${module}${end}`)));
  const parent = path.dirname(folder);
  const isTop = parent === folder || existsSync(path.join(folder, "package.json"));
  const result = has("permissions/index") ? folder : isTop ? null : findFolder(parent, known);
  if (result === null && has("runtime/graph-client")) {
    throw new CommandFailure({
      problem: `${folder} is a generated package without data about permissions`,
      remedy: "Generate it again with this version, and build it.",
    });
  }
  known.set(folder, result);
  return result;
}

function readModule(folder: string, module: string): ReadonlyMap<string, Permissions> {
  const file = EXTENSIONS.map((end) => path.join(folder, "permissions", `${module}${end}`)).find((each) =>
    existsSync(each),
  );
  if (file === undefined) return new Map();
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ESNext);
  const constants = source.statements.filter(ts.isVariableStatement);
  const values = constants.flatMap(({ declarationList: { declarations } }) => declarations.map(valueOf));
  return new Map(values.flatMap((value) => (value === null ? [] : [[value.operation, value] as const])));
}

function valueOf({ initializer }: ts.VariableDeclaration): Permissions | null {
  const data = initializer === undefined ? undefined : literalValue(initializer);
  const parsed = z.safeParse(permissionData, data, { jitless: true });
  return parsed.success ? parsed.data : null;
}

/** The value of a literal, so that nothing has to be run to read it. */
function literalValue(node: ts.Expression): unknown {
  if (ts.isAsExpression(node)) return literalValue(node.expression);
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isArrayLiteralExpression(node)) return node.elements.map(literalValue);
  if (ts.isObjectLiteralExpression(node)) {
    return Object.fromEntries(
      node.properties.flatMap((property) =>
        ts.isPropertyAssignment(property) && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name))
          ? [[property.name.text, literalValue(property.initializer)] as const]
          : [],
      ),
    );
  }
  switch (node.kind) {
    case ts.SyntaxKind.TrueKeyword:
      return true;
    case ts.SyntaxKind.FalseKeyword:
      return false;
    case ts.SyntaxKind.NullKeyword:
      return null;
    default:
      return undefined;
  }
}
