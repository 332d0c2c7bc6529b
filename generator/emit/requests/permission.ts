import type { OperationModel, PermissionModel, PermissionScheme } from "../../api/model.ts";
import { constantDeclaration, type Declaration } from "../syntax/declaration.ts";
import { prose } from "../syntax/doc.ts";
import { commentLine } from "../syntax/escape.ts";
import { valueLayout, type Data } from "../syntax/value-layout.ts";
import type { OperationPlan } from "../plan/plan.ts";

const SCHEMES: readonly (readonly [PermissionScheme, string])[] = [
  ["delegatedWork", "Delegated (work or school account)"],
  ["delegatedPersonal", "Delegated (personal Microsoft account)"],
  ["application", "Application"],
];

const RESOURCE_TITLE = "Resource or case";

function cellText(permissions: readonly PermissionModel[]): string {
  const sets = setsOf(permissions).map((set) => set.map(plainCell).join(" and "));
  if (sets.length > 0) return sets.join(", ");
  switch (supportOf(permissions)) {
    case true:
      return "No permission is required.";
    case false:
      return "Not supported.";
    case null:
      return "Unknown: the page does not state it.";
  }
}

/** Sets of scopes, any one of which is sufficient. */
function setsOf(permissions: readonly PermissionModel[]): readonly (readonly string[])[] {
  const sets = permissions.flatMap(({ scopes, alternatives }) => alternatives ?? scopes.map((scope) => [scope]));
  return [...new Map(sets.map((set) => [set.join(" "), set])).values()];
}

function plainCell(text: string): string {
  return text.replace(/[|`\s]+/g, " ").trim();
}

/** Whether a permission type is supported for at least one resource; null if that is unknown. */
function supportOf(permissions: readonly PermissionModel[]): boolean | null {
  const answers = new Set(permissions.map(({ supported }) => supported));
  if (answers.has(true)) return true;
  return answers.has(false) && !answers.has(null) ? false : null;
}

/**
 * The permissions of an operation as a Markdown table, least privileged first.
 *
 * @returns an empty list if the page does not document permissions
 */
export function permissionTable(operation: OperationModel): readonly string[] {
  const { permissions } = operation;
  if (permissions.length === 0) return [];
  const hasCases = permissions.some(({ resource }) => resource !== null);
  const rows = SCHEMES.flatMap(([scheme, title]) =>
    byCase(permissions.filter((permission) => permission.scheme === scheme)).map(([resource, stated]) => {
      const cells = [title, ...(hasCases ? [plainCell(resource ?? "")] : []), cellText(stated)];
      return `| ${cells.map((cell) => commentLine(cell)).join(" | ")} |`;
    }),
  );
  const titles = ["Permission type", ...(hasCases ? [RESOURCE_TITLE] : []), "Permissions (least privileged first)"];
  return [[`| ${titles.join(" | ")} |`, `| ${titles.map(() => ":---").join(" | ")} |`, ...rows].join("\n")];
}

function byCase(
  permissions: readonly PermissionModel[],
): readonly (readonly [resource: string | null, permissions: readonly PermissionModel[]])[] {
  const resources = [...new Set(permissions.map(({ resource }) => resource))];
  return resources.map((name) => [name, permissions.filter(({ resource }) => resource === name)] as const);
}

/** Scopes and support of each permission type, and the sets of scopes where some are required together. */
function statedByScheme(permissions: readonly PermissionModel[]): {
  readonly scopes: Readonly<Record<string, Data>>;
  readonly supported: Data;
  readonly together: Data | undefined;
} {
  const ofScheme = (scheme: PermissionScheme): readonly PermissionModel[] =>
    permissions.filter((permission) => permission.scheme === scheme);
  const scopesOf = (scheme: PermissionScheme): readonly string[] => [
    ...new Set(ofScheme(scheme).flatMap((permission) => permission.scopes)),
  ];
  return {
    scopes: Object.fromEntries(SCHEMES.map(([scheme]) => [scheme, scopesOf(scheme)])),
    supported: Object.fromEntries(SCHEMES.map(([scheme]) => [scheme, supportOf(ofScheme(scheme))])),
    together: togetherByScheme(permissions),
  };
}

function togetherByScheme(permissions: readonly PermissionModel[]): Data | undefined {
  const joined = permissions.filter(({ alternatives }) => alternatives !== undefined);
  if (joined.length === 0) return undefined;
  const schemes = SCHEMES.map(([scheme]) => scheme).filter((scheme) => joined.some((item) => item.scheme === scheme));
  return Object.fromEntries(
    schemes.map((scheme) => [scheme, setsOf(permissions.filter((item) => item.scheme === scheme))]),
  );
}

/** The permissions of each resource or case on a page with several, for example of chats and of channels. */
function byResource(permissions: readonly PermissionModel[]): Data | undefined {
  const resources = [...new Set(permissions.flatMap((permission) => permission.resource ?? []))];
  if (resources.length === 0) return undefined;
  return resources.map((resource) => {
    const own = permissions.filter((permission) => permission.resource === resource);
    const { scopes, supported, together } = statedByScheme(own);
    return { resource, scopes, supported, together };
  });
}

/** Declares the permissions of an operation as data. */
export function permissionDeclarations(operation: OperationPlan): readonly Declaration[] {
  const { permissions } = operation.model;
  if (permissions.length === 0) return [];
  const { scopes, supported, together } = statedByScheme(permissions);
  const data: Data = { ...scopes, supported, together, byResource: byResource(permissions) };
  const isUnknown = permissions.some((permission) => permission.supported === null);
  const doc = prose(
    `Permissions of \`${operation.symbol.name}\`, least privileged first.` +
      (together === undefined ? "" : " `together` lists the sets of which one is required.") +
      (isUnknown ? " Where `supported` is null, the page does not state whether they are supported." : ""),
  );
  return [constantDeclaration(operation.permissions.name, valueLayout(data), doc)];
}
