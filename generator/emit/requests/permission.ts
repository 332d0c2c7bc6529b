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

function cellText(permissions: readonly PermissionModel[]): string {
  const scopes = [...new Set(permissions.flatMap((permission) => permission.scopes))];
  if (scopes.length > 0) return scopes.map((scope) => scope.replace(/[|`\s]+/g, " ").trim()).join(", ");
  return permissions.some((permission) => permission.supported) ? "Not documented." : "Not supported.";
}

/**
 * The permissions of an operation as a Markdown table, least privileged first.
 *
 * @returns an empty list if the page does not document permissions
 */
export function permissionTable(operation: OperationModel): readonly string[] {
  if (operation.permissions.length === 0) return [];
  const rows = SCHEMES.map(([scheme, title]) => {
    const stated = operation.permissions.filter((permission) => permission.scheme === scheme);
    return stated.length === 0 ? [] : [`| ${title} | ${commentLine(cellText(stated))} |`];
  });
  return [["| Permission type | Permissions (least privileged first) |", "| :--- | :--- |", ...rows.flat()].join("\n")];
}

function scopesByScheme(permissions: readonly PermissionModel[]): Readonly<Record<string, Data>> {
  const scopes = (scheme: PermissionScheme): string[] => [
    ...new Set(
      permissions.filter((permission) => permission.scheme === scheme).flatMap((permission) => permission.scopes),
    ),
  ];
  return Object.fromEntries(SCHEMES.map(([scheme]) => [scheme, scopes(scheme)]));
}

/** The scopes of each table on a page with several, for example one for chats and one for channels. */
function byResource(permissions: readonly PermissionModel[]): Data | undefined {
  const resources = [...new Set(permissions.flatMap((permission) => permission.resource ?? []))];
  if (resources.length === 0) return undefined;
  return resources.map((resource) => {
    const own = permissions.filter((permission) => permission.resource === resource);
    return { resource, scopes: scopesByScheme(own) };
  });
}

/** Declares the permissions of an operation as data. */
export function permissionDeclarations(operation: OperationPlan): readonly Declaration[] {
  const { permissions } = operation.model;
  if (permissions.length === 0) return [];
  const scopes = scopesByScheme(permissions);
  const data: Data = { ...scopes, byResource: byResource(permissions) };
  const doc = prose(`Permissions of \`${operation.symbol.name}\`, least privileged first.`);
  return [constantDeclaration(operation.permissions.name, valueLayout(data), doc)];
}
