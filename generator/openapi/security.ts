import type { PermissionModel, PermissionScheme } from "../api/model.ts";
import { distinct } from "./merge.ts";
import type { Permission, Security, SecurityScheme } from "./model.ts";

const bearer = (description: string): SecurityScheme => ({ type: "http", scheme: "bearer", description });

/**
 * Security schemes by permission scheme. The docs do not state where tokens are issued, so all schemes are bearer tokens,
 * and permissions are their roles.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#patterned-fields-3
 */
export const SECURITY_SCHEMES: Readonly<Record<PermissionScheme, SecurityScheme>> = {
  delegatedWork: bearer("Delegated (work or school account)"),
  delegatedPersonal: bearer("Delegated (personal Microsoft account)"),
  application: bearer("Application"),
};

/** Security of operations whose pages do not list permissions: any token is accepted. */
export const ANY_TOKEN: Security = Object.keys(SECURITY_SCHEMES).map((scheme) => ({
  [scheme]: [],
}));

/**
 * Least privileged permissions of an operation, one alternative for each scheme that can call it. Any token is accepted
 * for a scheme whose permissions are unknown.
 */
export function securityOf(permissions: readonly PermissionModel[]): Security {
  const isSupported = (scheme: PermissionScheme): boolean =>
    permissions.some((permission) => permission.scheme === scheme && permission.supported === true);
  const usable = permissions.filter(
    ({ scheme, supported }) => supported === true || (supported === null && !isSupported(scheme)),
  );
  return distinct(usable.map(({ scheme, ...permission }) => ({ [scheme]: leastOf(permission) })));
}

/** The scopes that suffice with the least privileges; the first ones that the page lists if it states none. */
function leastOf({ scopes, leastPrivileged, alternatives }: Omit<PermissionModel, "scheme">): readonly string[] {
  if (leastPrivileged.length > 0) return leastPrivileged;
  return alternatives?.[0] ?? scopes.slice(0, 1);
}

/** What the page states about each permission type. */
export function permissionRows(permissions: readonly PermissionModel[]): readonly Permission[] {
  return permissions.map(({ scheme, scopes, leastPrivileged, alternatives, supported, resource }) => ({
    scheme,
    scopes,
    leastPrivileged,
    ...(alternatives === undefined ? {} : { alternatives }),
    supported,
    ...(resource === null ? {} : { resource }),
  }));
}
