import type { HeaderModel, OperationModel, ParameterModel } from "../api/model.ts";
import { aliasDeclaration, interfaceDeclaration, type Declaration } from "./declaration.ts";
import { NO_DOC, prose, type Doc } from "./doc.ts";
import { fixedQuery } from "./fixed-query.ts";
import { runtimeSymbol, type OperationPlan, type Plan } from "./plan.ts";
import { pathMembers } from "./path.ts";
import { openValues, typeOfValue } from "./type-of.ts";
import {
  STRING,
  intersection,
  reference,
  union,
  type Member,
  type TypeExpression,
  type TypeSymbol,
} from "./type-expression.ts";
import type { BodyPlan } from "./body.ts";
import { groupRoutes, groupsThatGive, type RouteGroup } from "./routes.ts";

/** Options type of a request function, and whether it can be left out. */
export interface OptionsPlan {
  readonly symbol: TypeSymbol;
  readonly declaration: Declaration;
  readonly optional: boolean;
}

/** Headers that the client sets. */
const CLIENT_HEADERS = new Set(["authorization", "content-type", "accept", "content-length", "host"]);
const HEADER = /^[!#$%&'*+.^_`|~\w-]+$/;

/** Documented headers that a caller may set, each once. */
export function callerHeaders(operation: OperationModel): readonly HeaderModel[] {
  const found = new Map<string, HeaderModel>();
  for (const header of operation.headers) {
    const key = header.name.toLowerCase();
    if (HEADER.test(header.name) && !CLIENT_HEADERS.has(key) && !found.has(key)) found.set(key, header);
  }
  return [...found.values()];
}

/** Query parameters of the operation's own; OData's are typed by the runtime. */
function queryMembers(operation: OperationModel, plan: Plan): readonly Member[] {
  const members = new Map<string, Member>();
  const add = (name: string, member: Member): void => {
    if (!name.startsWith("$") && !members.has(name)) members.set(name, member);
  };
  for (const parameter of operation.query) add(parameter.name, queryMember(parameter, plan));
  for (const request of operation.requests) {
    for (const name of fixedQuery(request.queryText).placeholders) {
      add(name, { name, type: STRING, optional: true, doc: NO_DOC });
    }
  }
  return [...members.values()];
}

/** A query carries text: what is neither a primitive nor an enum is the caller's to write. */
function queryMember(parameter: ParameterModel, plan: Plan): Member {
  const { type: name, collection, values } = parameter;
  const isPlain = parameter.type.startsWith("Edm.") || plan.enums.has(parameter.type);
  const stated = isPlain ? typeOfValue({ type: name, collection }, plan) : STRING;
  const type = values.length > 0 && !collection ? openValues(values) : stated;
  return { name: parameter.name, type, optional: !parameter.required, doc: prose(parameter.description) };
}

function headerMembers(operation: OperationModel): readonly Member[] {
  return callerHeaders(operation).map((header) => ({
    name: header.name,
    type: STRING,
    optional: !header.required,
    doc: prose(header.description),
  }));
}

function extended(name: "query" | "headers", members: readonly Member[], plan: Plan): readonly Member[] {
  if (members.length === 0) return [];
  const base = reference(runtimeSymbol(plan, name === "query" ? "QueryOptions" : "HeaderOptions"));
  const type = intersection([base, { kind: "object", members }]);
  return [{ name, type, optional: members.every((member) => member.optional), doc: NO_DOC }];
}

/** Members that do not depend on the URL. */
function commonMembers(operation: OperationModel, body: BodyPlan | null, plan: Plan): readonly Member[] {
  const bodyMember: Member[] = body === null ? [] : [{ name: "body", type: body.type, optional: false, doc: NO_DOC }];
  return [
    ...bodyMember,
    ...extended("query", queryMembers(operation, plan), plan),
    ...extended("headers", headerMembers(operation), plan),
  ];
}

function needsVariants(groups: readonly RouteGroup[]): boolean {
  return groups.length > 1 && groups.some((group) => group.routes.some((route) => route.name !== null));
}

interface OptionsFacts {
  readonly symbol: TypeSymbol;
  readonly doc: Doc;
  readonly groups: readonly RouteGroup[];
}

/** A plain interface while one `path` type says all; a union of variants where `route` depends on the path keys. */
function declare({ symbol, doc, groups }: OptionsFacts, common: readonly Member[], plan: Plan): Declaration {
  const base = reference(runtimeSymbol(plan, "CallOptions"));
  if (!needsVariants(groups)) {
    const members = [...pathMembers(groups, plan), ...common];
    return interfaceDeclaration({ symbol, base, members, open: false, doc });
  }
  const variants = groups.map((group): TypeExpression => ({
    kind: "object",
    members: pathMembers([group], plan, true),
  }));
  const shared: TypeExpression[] = common.length === 0 ? [] : [{ kind: "object", members: common }];
  return aliasDeclaration(symbol, intersection([base, ...shared, union(variants)]), doc);
}

function planSignature(
  operation: OperationModel,
  { symbol, doc, groups }: OptionsFacts,
  body: BodyPlan | null,
  plan: Plan,
): OptionsPlan {
  const common = commonMembers(operation, body, plan);
  const pathIsOptional =
    groups.length === 0 || groups.some((group) => group.parameters.length === 0 && group.hasDefault);
  return {
    symbol,
    declaration: declare({ symbol, doc, groups }, common, plan),
    optional: pathIsOptional && common.every((member) => member.optional),
  };
}

/**
 * Declares the options of a request function.
 *
 * @param groups URLs of the operation by the path keys they take
 * @param body what the operation takes as its body, or null
 */
export function planOptions(
  operation: OperationPlan,
  groups: readonly RouteGroup[],
  body: BodyPlan | null,
  plan: Plan,
): OptionsPlan {
  const doc = prose(`Options of \`${operation.symbol.name}\`.`);
  return planSignature(operation.model, { symbol: operation.options, doc, groups }, body, plan);
}

/** Options of a request function whose URLs give JSON, or content: each kind takes the options of its URLs. */
export interface MixedOptionsPlan {
  readonly json: OptionsPlan;
  readonly content: OptionsPlan;
}

/**
 * Declares the options of a request function that answers by its URL.
 *
 * @param symbol name of the options for content
 */
export function planMixedOptions(
  operation: OperationPlan,
  symbol: TypeSymbol,
  body: BodyPlan | null,
  plan: Plan,
): MixedOptionsPlan {
  const groups = groupRoutes(operation.model);
  const doc = prose(`Options of \`${operation.symbol.name}\` for the URLs that give content.`);
  const facts = { symbol, doc, groups: groupsThatGive(true, groups) };
  return {
    json: planOptions(operation, groupsThatGive(false, groups), body, plan),
    content: planSignature(operation.model, facts, body, plan),
  };
}
