import type { OperationFacts } from "../../page/model.ts";
import { symbolId, type DeclaredSymbol } from "../declare/symbols.ts";
import type { LinkContext, TypeBuilder } from "../link-context.ts";
import { addRows } from "./properties.ts";
import { stubBuilder } from "./types.ts";

/**
 * Gives a response the members that a table of its section lists. A type that no page defines gets them; without such a
 * type, they form a type named after the operation.
 *
 * @param stated id of the type that the page states for the response, or null
 * @returns id of the type with these members, or null if the response has no such table or a page defines its type
 */
export function typeOfMembers(
  context: LinkContext,
  operation: OperationFacts,
  stated: string | null,
  namespace: string,
): string | null {
  const members = operation.response?.members ?? [];
  if (members.length === 0) return null;
  const stub = stated === null ? undefined : context.stubs.get(stated.toLowerCase());
  const isDefined = stated !== null && stub === undefined && context.types.has(stated.toLowerCase());
  if (isDefined || stub?.kind === "enum") return null;
  const symbol = stub ?? ownSymbol(context, operation, namespace);
  const draft = declared(context, symbol);
  if (!draft.inferred) return null;
  addRows(context, draft, members);
  return symbol.id;
}

/** The first name after the operation that no other type has. */
function ownSymbol({ symbols, stubs }: LinkContext, operation: OperationFacts, namespace: string): DeclaredSymbol {
  const { naming, response, source } = operation;
  const names = [naming.name, naming.qualified].map((name) => `${name}Response`);
  const isFree = (name: string) => {
    const key = symbolId(namespace, name).toLowerCase();
    return !symbols.byId.has(key) && !stubs.has(key);
  };
  const name = names.find(isFree) ?? names.at(-1) ?? "";
  return { kind: "type", id: symbolId(namespace, name), name, namespace, place: response?.source ?? source };
}

function declared(context: LinkContext, symbol: DeclaredSymbol): TypeBuilder {
  const key = symbol.id.toLowerCase();
  const draft = context.types.get(key) ?? { ...stubBuilder(symbol), open: false };
  context.stubs.set(key, symbol);
  context.types.set(key, draft);
  return draft;
}
