import type { HeaderModel, OperationModel } from "../../api/model.ts";
import { CLIENT_HEADERS } from "../../util/odata.ts";
import { aliasDeclaration, interfaceDeclaration, type Declaration } from "../syntax/declaration.ts";
import { NO_DOC, prose, type Doc } from "../syntax/doc.ts";
import { runtimeSymbol, type OperationPlan, type Plan } from "../plan/plan.ts";
import { pathMembers } from "./path.ts";
import { queryOptions } from "./query.ts";
import { selectionOf } from "./selection.ts";
import {
  STRING,
  intersection,
  reference,
  union,
  type Member,
  type TypeExpression,
  type TypeParameter,
  type TypeSymbol,
} from "../syntax/type-expression.ts";
import type { BodyPlan } from "./body.ts";
import type { RequestPlan } from "./request-plan.ts";
import { groupsThatReturn, type RouteGroup } from "../plan/routes.ts";

/** Options type of a request function, and whether the caller may omit the options. */
export interface OptionsPlan {
  readonly symbol: TypeSymbol;
  readonly declaration: Declaration;
  readonly optional: boolean;
}

/** Name of a header that can be sent. */
const HEADER = /^[!#$%&'*+.^_`|~\w-]+$/;

/** Distinct documented headers that a caller may set. */
export function callerHeaders(operation: OperationModel): readonly HeaderModel[] {
  const found = new Map<string, HeaderModel>();
  for (const header of operation.headers) {
    const key = header.name.toLowerCase();
    if (HEADER.test(header.name) && !CLIENT_HEADERS.has(key) && !found.has(key)) found.set(key, header);
  }
  return [...found.values()];
}

function headerMembers(operation: OperationModel): readonly Member[] {
  return callerHeaders(operation).map((header) => ({
    name: header.name,
    type: STRING,
    optional: !header.required,
    doc: prose(header.description),
  }));
}

function headerOptions(operation: OperationModel, plan: Plan): readonly Member[] {
  const members = headerMembers(operation);
  if (members.length === 0) return [];
  const base = reference(runtimeSymbol(plan, "HeaderOptions"));
  const type = intersection([base, { kind: "object", members }]);
  return [{ name: "headers", type, optional: members.every((member) => member.optional), doc: NO_DOC }];
}

/** The body, in either of its forms. */
function bodyMember({ model }: OperationPlan, body: BodyPlan | null, plan: Plan): readonly Member[] {
  if (body === null) return [];
  const { content, optional = false } = model.requestBody ?? {};
  const other = content === undefined ? [] : [reference(runtimeSymbol(plan, "RequestContent"))];
  return [{ name: "body", type: union([body.type, ...other]), optional, doc: NO_DOC }];
}

/** Members that do not depend on the URL. */
function commonMembers(operation: OperationPlan, body: BodyPlan | null, plan: Plan): readonly Member[] {
  return [
    ...bodyMember(operation, body, plan),
    ...queryOptions(operation, plan),
    ...headerOptions(operation.model, plan),
  ];
}

/** An operation is generic in the selected properties if its `$select` narrows the response. */
export function selectParameters(operation: OperationPlan, plan: Plan): readonly TypeParameter[] {
  const selection = selectionOf(operation, plan);
  return selection?.narrows === true ? [{ symbol: plan.selectParameter, bound: selection.keys }] : [];
}

function needsVariants(groups: readonly RouteGroup[]): boolean {
  return groups.length > 1 && groups.some((group) => group.routes.some((route) => route.name !== null));
}

interface OptionsFacts {
  readonly symbol: TypeSymbol;
  readonly doc: Doc;
  readonly groups: readonly RouteGroup[];
  readonly parameters: readonly TypeParameter[];
}

/** An interface if one `path` type is enough, or a union of variants if `route` depends on the path keys. */
function declare(
  { symbol, doc, groups, parameters }: OptionsFacts,
  common: readonly Member[],
  plan: Plan,
): Declaration {
  const isTyped = common.some((member) => member.name === "query");
  const base = reference(runtimeSymbol(plan, isTyped ? "RequestOptions" : "CallOptions"));
  if (!needsVariants(groups)) {
    const members = [...pathMembers(groups, plan), ...common];
    return interfaceDeclaration({ symbol, base, members, open: false, doc, parameters });
  }
  const variants = groups.map((group): TypeExpression => ({
    kind: "object",
    members: pathMembers([group], plan, true),
  }));
  const shared: TypeExpression[] = common.length === 0 ? [] : [{ kind: "object", members: common }];
  return aliasDeclaration(symbol, intersection([base, ...shared, union(variants)]), doc, parameters);
}

function planSignature(operation: OperationPlan, facts: OptionsFacts, body: BodyPlan | null, plan: Plan): OptionsPlan {
  const { symbol, groups } = facts;
  const common = commonMembers(operation, body, plan);
  const pathIsOptional =
    groups.length === 0 || groups.some((group) => group.parameters.length === 0 && group.hasDefault);
  return {
    symbol,
    declaration: declare(facts, common, plan),
    optional: pathIsOptional && common.every((member) => member.optional),
  };
}

/**
 * Declares the options of a request function.
 *
 * @param groups URLs of the operation, grouped by their path keys
 * @param body request body of the operation, or null
 */
export function planOptions(
  operation: OperationPlan,
  groups: readonly RouteGroup[],
  body: BodyPlan | null,
  plan: Plan,
): OptionsPlan {
  const doc = prose(`Options of \`${operation.symbol.name}\`.`);
  const facts = { symbol: operation.options, doc, groups, parameters: selectParameters(operation, plan) };
  return planSignature(operation, facts, body, plan);
}

/** Options of a request function that returns JSON or content, depending on the URL. */
export interface MixedOptionsPlan {
  readonly json: OptionsPlan;
  readonly content: OptionsPlan;
}

/**
 * Declares the options of a request function that returns JSON or content, depending on the URL.
 *
 * @param symbol symbol of the options for content
 */
export function planMixedOptions(
  { operation, groups, body }: RequestPlan,
  symbol: TypeSymbol,
  plan: Plan,
): MixedOptionsPlan {
  const doc = prose(`Options of \`${operation.symbol.name}\` for the URLs that return content.`);
  const facts = { symbol, doc, groups: groupsThatReturn(true, groups), parameters: [] };
  return {
    json: planOptions(operation, groupsThatReturn(false, groups), body, plan),
    content: planSignature(operation, facts, body, plan),
  };
}
