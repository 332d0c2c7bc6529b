import type { ExampleRequestModel, PathParameterModel } from "../../api/model.ts";
import { decodeText, fixedQuery } from "../plan/fixed-query.ts";
import { enumSample } from "./example-value.ts";
import { orPlaceholder, withPlaceholders } from "./placeholder.ts";
import { isNumber } from "../types/type-of.ts";
import type { Plan } from "../plan/plan.ts";
import type { RouteGroup, RoutePlan } from "../plan/routes.ts";
import type { Value } from "../syntax/value-layout.ts";

/** The documented URL that an example calls, with the values in the example. */
export interface UrlMatch {
  /** Whether the example's URL is documented. */
  readonly documented: boolean;
  readonly path: Readonly<Record<string, Value>>;
  readonly route: string | null;
  /** Query options of the example's URL, without those that the documented URL contains. */
  readonly query: Readonly<Record<string, string>>;
}

/** Path of an example's URL, relative to the version root. */
export function pathOf(url: string): string {
  const [address = ""] = url.split(/[?#]/);
  return address.replace(/^https?:\/\/[^/]*(?:\/(?:v\d[^/]*|beta)(?=\/))?/i, "");
}

/** Names of the parameter aliases whose values a documented URL contains. */
function aliasesOf(route: RoutePlan): readonly string[] {
  return [...route.path.matchAll(/[?&](@\w+)=/g)].map((match) => match[1] ?? "");
}

/** Path of an example's URL, with the values of the parameter aliases in the order of the documented URL. */
function comparedPath(url: string, route: RoutePlan): string {
  const aliases = aliasesOf(route);
  if (aliases.length === 0) return pathOf(url);
  const pieces = url.slice(url.indexOf("?") + 1).split("&");
  return `${pathOf(url)}?${aliases.map((alias) => pieces.find((piece) => piece.startsWith(`${alias}=`)) ?? "").join("&")}`;
}

/** Splits a path into fixed texts, at even indexes, and names of placeholders, at odd ones. */
function partsOf(path: string): readonly string[] {
  return path.split(/\{(\w+)(?::\w+)?\}/);
}

/**
 * Reads the values of a path's placeholders from an example. Each value extends to the next fixed text, so matching
 * never backtracks.
 */
function valuesOf(route: RoutePlan, path: string): readonly string[] | null {
  const parts = partsOf(route.path);
  const values: string[] = [];
  let end = (parts[0] ?? "").length;
  if (path.slice(0, end).toLowerCase() !== (parts[0] ?? "").toLowerCase()) return null;
  for (let index = 2; index < parts.length; index += 2) {
    const fixed = (parts[index] ?? "").toLowerCase();
    const isLast = index === parts.length - 1;
    const start = isLast && fixed === "" ? path.length : path.toLowerCase().indexOf(fixed === "" ? "/" : fixed, end);
    const value = path.slice(end, start);
    const isSegment = !route.path.includes(":filePath}") && !path.slice(0, end).includes("?");
    if (start < end || value === "" || (value.includes("/") && isSegment)) return null;
    values.push(decodeText(value));
    end = start + fixed.length;
  }
  return end === path.length ? values : null;
}

function typedValue(parameter: PathParameterModel, text: string, plan: Plan): Value {
  if (isNumber(parameter.type)) return Number.isFinite(Number(text)) ? Number(text) : 0;
  if (parameter.type === "Edm.Boolean") return text === "true";
  return enumSample(text, parameter.type, plan);
}

function inOrder(route: RoutePlan): readonly PathParameterModel[] {
  const names = partsOf(route.path).filter((_, index) => index % 2 === 1);
  return names.flatMap((name) => route.request.parameters.find((parameter) => parameter.name === name) ?? []);
}

function toMatch(
  route: RoutePlan,
  isDefault: boolean,
  values: readonly string[] | null,
  plan: Plan,
): Omit<UrlMatch, "query"> {
  const named = inOrder(route).map((parameter, index) => {
    const text = orPlaceholder(values?.[index] ?? "", parameter.name);
    return [parameter.name, typedValue(parameter, text, plan)] as const;
  });
  return { documented: values !== null, path: Object.fromEntries(named), route: isDefault ? null : route.name };
}

/**
 * Finds the documented URL that an example calls.
 *
 * @returns the match with the example's values, or the default URL with placeholders if the example's URL is not
 *   documented
 */
export function matchUrl(request: ExampleRequestModel, groups: readonly RouteGroup[], plan: Plan): UrlMatch {
  const routes = groups.flatMap((group) => group.routes.map((route, index) => ({ route, isDefault: index === 0 })));
  const question = request.url.indexOf("?");
  const { fixed, shown } = fixedQuery(question === -1 ? null : request.url.slice(question + 1));
  const open = Object.entries(shown).map(([name, text]) => [name, withPlaceholders(text, name)] as const);
  const query = { ...fixed, ...Object.fromEntries(open) };
  const sameMethod = routes.filter(({ route }) => route.method === request.method);
  for (const { route, isDefault } of sameMethod) {
    const values = isOverridden(query, route) ? null : valuesOf(route, comparedPath(request.url, route));
    if (values !== null) return { ...toMatch(route, isDefault, values, plan), query: withoutFixed(query, route) };
  }
  const [first] = sameMethod;
  if (first === undefined) return { documented: false, path: {}, route: null, query: {} };
  return { ...toMatch(first.route, first.isDefault, null, plan), query: {} };
}

/** Whether an example sends another value of an option that the documented URL contains. */
function isOverridden(query: Readonly<Record<string, string>>, route: RoutePlan): boolean {
  return Object.entries(query).some(([name, value]) => route.query[name] !== undefined && route.query[name] !== value);
}

/** Options that the documented URL contains are not passed again. */
function withoutFixed(query: Readonly<Record<string, string>>, route: RoutePlan): Readonly<Record<string, string>> {
  const aliases = aliasesOf(route);
  const isOwn = ([name, value]: readonly [string, string]) => route.query[name] !== value && !aliases.includes(name);
  return Object.fromEntries(Object.entries(query).filter(isOwn));
}
