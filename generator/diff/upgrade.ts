import { PERMISSION_SCHEMES, type OperationModel, type PermissionModel } from "../api/model.ts";

/**
 * Converts the permissions of format 1, in which a permission type that the page does not mention is absent, and one
 * whose cell names no permission is supported.
 */
export function upgradePermissions(operation: OperationModel): OperationModel {
  const [first] = operation.permissions;
  if (first === undefined) return operation;
  const stated = operation.permissions.map((permission): PermissionModel =>
    permission.supported === true && permission.scopes.length === 0 ? { ...permission, supported: null } : permission,
  );
  const absent = PERMISSION_SCHEMES.filter((scheme) => stated.every((permission) => permission.scheme !== scheme));
  const unknown = absent.map((scheme): PermissionModel => ({
    ...first,
    scheme,
    scopes: [],
    leastPrivileged: [],
    supported: null,
    resource: null,
  }));
  return { ...operation, permissions: [...stated, ...unknown] };
}
