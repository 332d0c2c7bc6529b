import type { BodyNeeds, OperationFacts, PropertyFacts, RequestBodyFacts } from "../../page/model.ts";
import { isJsonObject, type Json } from "../../util/json.ts";
import type { LinkContext, TypeUse } from "../link-context.ts";
import { ancestors } from "./ancestors.ts";

/** Rows of a body with the marks of what it needs. */
export interface NeededRows {
  readonly rows: readonly PropertyFacts[];
  /** The body also accepts the other writable properties of its type, or any properties if it has no type. */
  readonly others: boolean;
  /** The section itself allows other properties, of whatever type. */
  readonly othersAreStated: boolean;
  /** Properties of which any one makes the required rows optional. */
  readonly unless: readonly string[];
}

/**
 * Decides which rows of a body table are required. Marks of rows hold as they are. The sentence that calls all rows
 * required holds on a page that lists what a create or a call needs. It is part of a template, and says nothing, on a
 * page about an update and on one whose table lists the whole type, with keys and read-only properties.
 *
 * @param use type of the body, or null
 * @param examples bodies of the page's examples
 */
export function applyNeeds(
  context: LinkContext,
  facts: OperationFacts,
  use: TypeUse | null,
  examples: readonly Json[],
): NeededRows {
  const { requestBody } = facts;
  const needs = requestBody?.needs;
  const isUpdate = updates(facts);
  const rows = withoutCreate(requestBody?.properties ?? [], isUpdate, needs);
  if (requestBody === null || needs === undefined) return { rows, others: false, othersAreStated: false, unless: [] };
  const isListed = needs.listed.length > 0 && !mayUpdate(facts) && !tabulatesType(context, requestBody, use, examples);
  const names = new Set(rows.map(({ name }) => name));
  const unless = needs.unless.filter((name) => names.has(name) || isProperty(context, use, name));
  const isUnclear = isListed && needs.isLifted && unless.length === 0;
  if (isUnclear) context.collector.add("body-needs-unclear", {}, requestBody.source);
  return {
    rows: markRows(rows, requiredNames(facts, needs, isListed && !isUnclear)),
    others: needs.others || (isListed && use !== null),
    othersAreStated: needs.others,
    unless: isListed ? unless : [],
  };
}

function updates({ kind, requests }: OperationFacts): boolean {
  return kind === "update" || requests.every(({ method }) => method === "PATCH");
}

function mayUpdate({ kind, requests }: OperationFacts): boolean {
  return kind === "update" || requests.some(({ method }) => method === "PATCH");
}

/**
 * Makes properties optional in an update that only a create requires, or that keep their values if omitted. They still
 * cannot be null.
 */
function withoutCreate(
  rows: readonly PropertyFacts[],
  isUpdate: boolean,
  needs: BodyNeeds | undefined,
): readonly PropertyFacts[] {
  if (!isUpdate) return rows;
  const isOfCreate = ({ description }: PropertyFacts) => /\brequired\W+(?:on|for)\s+creat/i.test(description);
  return rows.map((row) =>
    row.required && (needs?.keeps === true || isOfCreate(row))
      ? { ...row, required: false, nullable: row.nullable ?? row.type.nullable ?? false }
      : row,
  );
}

function requiredNames({ kind }: OperationFacts, needs: BodyNeeds, isListed: boolean): ReadonlySet<string> {
  return new Set([...(isListed ? needs.listed : []), ...(kind === "create" ? needs.onCreate : [])]);
}

function markRows(rows: readonly PropertyFacts[], required: ReadonlySet<string>): readonly PropertyFacts[] {
  return rows.map((row) => (required.has(row.name) && !row.readOnly ? { ...row, required: true } : row));
}

/**
 * Whether a table lists the whole type: every property of it, or a key that no example sends, a read-only or an inherited
 * property.
 */
function tabulatesType(
  context: LinkContext,
  { properties }: RequestBodyFacts,
  use: TypeUse | null,
  examples: readonly Json[],
): boolean {
  const chain = typesOf(context, use);
  const keys = new Set(["id", ...chain.flatMap(({ keys }) => keys)]);
  const isSent = (name: string) => examples.some((body) => isJsonObject(body) && Object.hasOwn(body, name));
  const isReadOnly = (name: string) => chain.some((type) => type.properties.get(name)?.readOnly === true);
  const listed = new Set(properties.map(({ name }) => name));
  const own = chain.flatMap((type) => [...type.properties.values()].filter(({ relationship }) => !relationship));
  if (own.length > 0 && own.every(({ name }) => listed.has(name))) return true;
  return properties.some(
    ({ name, readOnly, inheritedFrom }) =>
      readOnly || inheritedFrom !== null || ((keys.has(name) || isReadOnly(name)) && !isSent(name)),
  );
}

function isProperty(context: LinkContext, use: TypeUse | null, name: string): boolean {
  return typesOf(context, use).some(({ properties }) => properties.has(name));
}

/** The type of a body and its bases. */
function typesOf(context: LinkContext, use: TypeUse | null) {
  const ids = use === null ? [] : [use.type, ...ancestors(context, use.type)];
  return ids.flatMap((id) => context.types.get(id.toLowerCase()) ?? []);
}
