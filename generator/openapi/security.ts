import { PERMISSION_SCHEMES, type OperationModel, type PermissionModel, type PermissionScheme } from "../api/model.ts";
import { compareStrings } from "../util/compare.ts";
import type { Authority } from "./authority.ts";
import { distinct } from "./merge.ts";
import type { Named, Permission, Security, SecurityScheme } from "./model.ts";

const TITLES: Readonly<Record<PermissionScheme, string>> = {
  delegatedWork: "Delegated (work or school account)",
  delegatedPersonal: "Delegated (personal Microsoft account)",
  application: "Application",
};

/** Scopes of a scheme with the number of operations that accept each of them; the docs describe no scope. */
function scopesOf(scheme: PermissionScheme, operations: readonly OperationModel[]): Named<string> {
  const counts = new Map<string, number>();
  for (const { permissions } of operations) {
    const rows = permissions.filter((row) => row.scheme === scheme && row.supported === true);
    for (const scope of new Set(rows.flatMap((row) => [...row.scopes, ...row.leastPrivileged])))
      counts.set(scope, (counts.get(scope) ?? 0) + 1);
  }
  const sorted = [...counts].toSorted(([a], [b]) => compareStrings(a, b));
  return Object.fromEntries(
    sorted.map(([scope, count]) => [scope, `Accepted by ${count} operation${count === 1 ? "" : "s"}`]),
  );
}

/**
 * Describes the security schemes, one for each permission scheme. If it is unknown where tokens are issued, they are
 * bearer tokens, and permissions are their roles.
 *
 * @param authority endpoints that issue tokens, or null if they are unknown
 * @see https://spec.openapis.org/oas/v3.1.1.html#oauth-flows-object
 * @see https://spec.openapis.org/oas/v3.1.1.html#patterned-fields-3
 */
export function securitySchemes(
  operations: readonly OperationModel[],
  authority: Authority | null,
): Named<SecurityScheme> {
  const schemes = PERMISSION_SCHEMES.map((scheme): readonly [string, SecurityScheme] => {
    const description = TITLES[scheme];
    if (authority === null) return [scheme, { type: "http", scheme: "bearer", description }];
    const { authorizationUrl, tokenUrl } = authority;
    const scopes = scopesOf(scheme, operations);
    const isApplication = scheme === "application";
    const flows = isApplication
      ? { clientCredentials: { tokenUrl, scopes } }
      : { authorizationCode: { authorizationUrl, tokenUrl, scopes } };
    return [scheme, { type: "oauth2", description, flows }];
  });
  return Object.fromEntries(schemes);
}

/** Security of operations whose pages do not list permissions: any token is accepted. */
export const ANY_TOKEN: Security = PERMISSION_SCHEMES.map((scheme) => ({ [scheme]: [] }));

/** Sets of scopes of which one is sufficient, least privileged first; an empty set if any token is accepted. */
function sufficientSets({ scopes, leastPrivileged, alternatives }: PermissionModel): readonly (readonly string[])[] {
  const sets = alternatives ?? scopes.map((scope) => [scope]);
  const least = leastPrivileged.length > 0 ? leastPrivileged : (sets[0] ?? []);
  return distinct([least, ...sets]);
}

/**
 * Sets of permissions that allow an operation: for each scheme that can call it the least privileged set, then the
 * others. Any token is accepted for a scheme whose permissions are unknown.
 */
export function securityOf(permissions: readonly PermissionModel[]): Security {
  const isSupported = (scheme: PermissionScheme): boolean =>
    permissions.some((permission) => permission.scheme === scheme && permission.supported === true);
  const alternatives = permissions
    .filter(({ scheme, supported }) => supported === true || (supported === null && !isSupported(scheme)))
    .flatMap((permission) => sufficientSets(permission).map((scopes) => ({ [permission.scheme]: scopes })));
  return distinct(alternatives);
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
