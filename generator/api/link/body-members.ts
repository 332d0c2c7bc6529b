import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../../util/json.ts";
import type { LinkContext, TypeUse } from "../link-context.ts";
import { ancestors } from "./ancestors.ts";
import { findProperty } from "./inherit.ts";
import type { PropertyModel } from "../model.ts";
import { inferredProperty } from "./properties.ts";
import { lookUpName } from "../declare/symbols.ts";

/** The contents of a body: a type, its own rows, or both. */
export interface BodyMembers {
  readonly use: TypeUse | null;
  readonly properties: readonly PropertyModel[];
}

/**
 * Separates the members of a body from those of an object inside it. Some pages describe a nested object as if it were
 * the body; the example shows the member that contains it.
 *
 * @param stated contents according to the sentence and the table
 * @param examples bodies of the page's examples
 * @param namespace namespace of the page
 */
export function separateMembers(
  context: LinkContext,
  stated: BodyMembers,
  examples: readonly Json[],
  namespace: string,
): BodyMembers {
  const bodies = examples.filter(isJsonObject).filter((body) => memberNames(body).length > 0);
  const shown = new Set(bodies.flatMap(memberNames));
  const draft = stated.use === null ? undefined : context.types.get(stated.use.type.toLowerCase());
  if (draft !== undefined && [...shown].some((name) => findProperty(context, draft, name) !== undefined)) return stated;
  if (stated.properties.some(({ name }) => shown.has(name))) return withoutInner(context, stated, shown);
  const [first] = bodies;
  return (first === undefined ? null : wrap(context, stated, first, namespace)) ?? stated;
}

/**
 * Replaces rows that are paths to members of nested objects, such as `sails/area`, with the member of the body that
 * contains them. It is required if one of them is.
 *
 * @param use type of the body, or null
 */
export function replacePaths(
  context: LinkContext,
  use: TypeUse | null,
  rows: readonly PropertyModel[],
): readonly PropertyModel[] {
  if (use === null) return rows;
  const chain = [use.type, ...ancestors(context, use.type)].flatMap(
    (each) => context.types.get(each.toLowerCase()) ?? [],
  );
  const members = new Map<string, PropertyModel>();
  for (const row of rows) {
    const end = row.name.indexOf("/");
    const outer = chain.flatMap(({ properties }) => properties.get(row.name.slice(0, Math.max(0, end))) ?? [])[0];
    const known = members.get(outer?.name ?? row.name);
    const required = row.required || known?.required === true;
    const member = outer === undefined ? row : (known ?? { ...outer, source: row.source });
    const nullable = member.nullable && (outer === undefined || !row.required);
    members.set(member.name, { ...member, required, nullable });
  }
  return [...members.values()];
}

/** Names of the members of an object, without its annotations. */
function memberNames(value: JsonObject): readonly string[] {
  return Object.keys(value).filter((name) => !name.includes("@"));
}

function propertyNames(context: LinkContext, id: string | null): ReadonlySet<string> {
  const chain = id === null ? [] : [id, ...ancestors(context, id)];
  return new Set(chain.flatMap((each) => [...(context.types.get(each.toLowerCase())?.properties.keys() ?? [])]));
}

/** Removes the rows that belong to the type of another member. */
function withoutInner(context: LinkContext, { use, properties }: BodyMembers, shown: ReadonlySet<string>): BodyMembers {
  const inner = new Set(
    properties.flatMap(({ name, type }) => (shown.has(name) ? [...propertyNames(context, type)] : [])),
  );
  const own = properties.filter(({ name }) => shown.has(name) || !inner.has(name));
  return { use: inner.size > 0 ? null : use, properties: own };
}

/** Replaces the contents with a single member that contains them, if the example shows one. */
function wrap(
  context: LinkContext,
  { use, properties }: BodyMembers,
  body: JsonObject,
  namespace: string,
): BodyMembers | null {
  const [name, ...others] = memberNames(body);
  const value = name === undefined ? undefined : body[name];
  if (name === undefined || value === undefined || others.length > 0) return null;
  const type = use?.type ?? findType(context, name, namespace);
  const draft = type === null ? undefined : context.types.get(type.toLowerCase());
  if (type === null || draft === undefined) return null;
  const names =
    properties.length > 0 ? new Set(properties.map((property) => property.name)) : propertyNames(context, type);
  if (!hasOnlyMembers(isJsonArray(value) ? value[0] : value, names)) return null;
  const typed = { type, collection: isJsonArray(value), values: null };
  const place = properties[0]?.source ?? draft.symbol.place;
  return { use: null, properties: [inferredProperty(name, typed, place)] };
}

function findType(context: LinkContext, name: string, namespace: string): string | null {
  const symbol = lookUpName(context.symbols, name, namespace);
  return symbol?.kind === "type" ? symbol.id : null;
}

/** Whether a value is a non-empty object whose members are all in `names`. */
function hasOnlyMembers(value: Json | undefined, names: ReadonlySet<string>): boolean {
  if (value === undefined || !isJsonObject(value)) return false;
  const members = memberNames(value);
  return members.length > 0 && members.every((name) => names.has(name));
}
