import type { PermissionModel, PermissionScheme } from "../api/model.ts";
import type { Named, Permission, SecurityScheme } from "./document.ts";

const bearer = (description: string): SecurityScheme => ({ type: "http", scheme: "bearer", description });

/**
 * Who the token speaks for. The docs do not say where tokens come from, so that the schemes are bearer tokens whose
 * roles are the permissions.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#patterned-fields-3
 */
export const SECURITY_SCHEMES: Readonly<Record<PermissionScheme, SecurityScheme>> = {
  delegatedWork: bearer("Delegated (work or school account)"),
  delegatedPersonal: bearer("Delegated (personal Microsoft account)"),
  application: bearer("Application"),
};

/** Where a page does not say who can call an operation: some token is needed. */
export const ANY_TOKEN: readonly Named<readonly string[]>[] = Object.keys(SECURITY_SCHEMES).map((scheme) => ({
  [scheme]: [],
}));

/** The least that an operation asks for: one alternative for each kind of account that can call it. */
export function securityOf(permissions: readonly PermissionModel[]): readonly Named<readonly string[]>[] {
  const alternatives = permissions
    .filter((permission) => permission.supported)
    .map(({ scheme, scopes, leastPrivileged }) => ({
      [scheme]: leastPrivileged.length > 0 ? leastPrivileged : scopes.slice(0, 1),
    }));
  return [...new Map(alternatives.map((item) => [JSON.stringify(item), item])).values()];
}

/** Everything that the permission tables say. */
export function permissionRows(permissions: readonly PermissionModel[]): readonly Permission[] {
  return permissions.map(({ scheme, scopes, leastPrivileged, supported, resource }) => ({
    scheme,
    scopes,
    leastPrivileged,
    supported,
    ...(resource === null ? {} : { resource }),
  }));
}
