import type { OperationModel, PermissionModel, PermissionScheme } from "../../api/model.ts";
import { constantDeclaration, type Declaration } from "../syntax/declaration.ts";
import { prose } from "../syntax/doc.ts";
import { commentLine } from "../syntax/escape.ts";
import { valueLayout, type Data } from "../syntax/value-layout.ts";
import type { OperationPlan, Plan } from "../plan/plan.ts";
import { groupRoutes, inPageOrder } from "../plan/routes.ts";
import { pageName } from "../types/page-reference.ts";
import { routesOfCases } from "./permission-cases.ts";

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
  readonly supported: Readonly<Record<string, boolean | null>>;
  readonly together: Data | undefined;
  readonly unclear: readonly PermissionScheme[] | undefined;
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
    unclear: unclearSchemes(permissions),
  };
}

/** Permission types whose list has two readings, so that it is unknown which scopes are required together. */
function unclearSchemes(permissions: readonly PermissionModel[]): readonly PermissionScheme[] | undefined {
  const unclear = permissions.filter((item) => item.scopes.length > 0 && item.leastPrivileged.length === 0);
  const schemes = SCHEMES.map(([scheme]) => scheme).filter((scheme) => unclear.some((item) => item.scheme === scheme));
  return schemes.length === 0 ? undefined : schemes;
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
function byResource(model: OperationModel): Readonly<Record<string, Data>> {
  const { permissions } = model;
  const resources = [...new Set(permissions.flatMap((permission) => permission.resource ?? []))];
  if (resources.length === 0) return {};
  const routes = inPageOrder(groupRoutes(model), model);
  const own = routesOfCases(resources, routes);
  const cases = resources.map((resource, index) => {
    const stated = permissions.filter((permission) => permission.resource === resource);
    return { resource, routes: own?.[index]?.map(({ name, path }) => name ?? path), ...statedByScheme(stated) };
  });
  const named = routes.map(({ path, name }) => ({ path, name: name === path ? undefined : (name ?? undefined) }));
  return { routes: own === null ? undefined : named, byResource: cases };
}

/** Declares the permissions of an operation as data, also if the page states nothing about them. */
export function permissionDeclarations(operation: OperationPlan, plan: Plan): readonly Declaration[] {
  const { model, symbol } = operation;
  const { scopes, ...stated } = statedByScheme(model.permissions);
  const page = pageName(model.source.file, plan.pageUrl);
  const data: Data = { operation: symbol.name, page, ...scopes, ...stated, ...byResource(model) };
  const isUnknown = SCHEMES.some(([scheme]) => stated.supported[scheme] === null);
  const doc = prose(
    `Permissions of \`${symbol.name}\`, least privileged first.` +
      (stated.together === undefined ? "" : " `together` lists the sets of which one is required.") +
      (stated.unclear === undefined
        ? ""
        : " For the types in `unclear`, the page does not state which belong together.") +
      (isUnknown ? " Where `supported` is null, the page does not state whether they are supported." : ""),
  );
  return [constantDeclaration(operation.permissions.name, valueLayout(data), doc)];
}
