import { compareStrings } from "../../util/compare.ts";
import type { OperationModel, PathParameterModel, RequestModel } from "../model.ts";

/** Names of a key, each with the number of operations that use it. */
type Votes = Map<string, number>;

/** Placeholders that say nothing about their key. */
const GENERIC = /^\W*(?:id|ids|name|key|value)\W*$/i;

/** What an operation writes for a key. */
interface KeyUse {
  readonly names: Set<string>;
  /** Placeholders in lower case, other than those that say nothing. */
  readonly placeholders: Set<string>;
}

/**
 * Gives a key one name in all operations of a module: where most pages write `/books/{bookId}`, the id of a page with
 * `/books/{id | isbn}` is the `bookId` too. A page that writes a key in several ways has a reason for it
 * (`/books/{isbn}` beside `/books/{title}`), so that its names remain.
 */
export function unifyPathKeys(operations: readonly OperationModel[]): readonly OperationModel[] {
  const votes = new Map<string, Votes>();
  for (const operation of operations) {
    for (const [key, use] of usesOf(operation)) {
      const counts: Votes = votes.get(key) ?? new Map<string, number>();
      for (const name of isOneKey(use) ? use.names : []) counts.set(name, (counts.get(name) ?? 0) + 1);
      votes.set(key, counts);
    }
  }
  const names = new Map([...votes].map(([key, counts]) => [key, mostCommon(counts, resourceOf(key))]));
  return operations.map((operation) => withNames(operation, names));
}

function withNames(operation: OperationModel, names: ReadonlyMap<string, string>): OperationModel {
  const own = usesOf(operation);
  const nameOf = (request: RequestModel, parameter: PathParameterModel) => {
    const key = keyOf(operation, request, parameter);
    const use = key === null ? undefined : own.get(key);
    if (key === null || use === undefined || !isOneKey(use)) return parameter.name;
    return names.get(key) ?? parameter.name;
  };
  const found = new Map<string, Set<string>>();
  for (const request of operation.requests) {
    for (const parameter of request.parameters)
      found.set(parameter.name, (found.get(parameter.name) ?? new Set()).add(nameOf(request, parameter)));
  }
  // A name that the page uses for several keys stays the same for all of them.
  const finalName = (name: string) => {
    const [only = name, ...others] = found.get(name) ?? [];
    return others.length === 0 ? only : name;
  };
  const requests = operation.requests.map((request) => {
    const parameters = request.parameters.map((parameter) => ({ ...parameter, name: finalName(parameter.name) }));
    const isUnique = new Set(parameters.map(({ name }) => name.toLowerCase())).size === parameters.length;
    return isUnique ? { ...request, parameters } : request;
  });
  return { ...operation, requests };
}

function isOneKey({ placeholders }: KeyUse): boolean {
  return placeholders.size < 2;
}

/** The keys of an operation. */
function usesOf(operation: OperationModel): ReadonlyMap<string, KeyUse> {
  const uses = new Map<string, KeyUse>();
  for (const request of operation.requests) {
    for (const parameter of request.parameters) {
      const key = keyOf(operation, request, parameter);
      if (key === null) continue;
      const use: KeyUse = uses.get(key) ?? { names: new Set<string>(), placeholders: new Set<string>() };
      use.names.add(parameter.name);
      if (!GENERIC.test(parameter.placeholder)) use.placeholders.add(parameter.placeholder.toLowerCase());
      uses.set(key, use);
    }
  }
  return uses;
}

/** Module and path of a key, without the names of other keys; null for the argument of a function. */
function keyOf(
  { module }: OperationModel,
  { path }: RequestModel,
  { offset, placeholder, form, segment }: PathParameterModel,
): string | null {
  const before = path.slice(0, offset);
  if (form === "literal" || form === "quoted" || /[=(][^/]*$/.test(before)) return null;
  const [after = ""] = path.slice(offset + placeholder.length).split("/");
  const pattern = `${before}{}${after}`.replace(/\{[^{}/]*\}|<[^<>/]*>/g, "{}");
  return `${module} ${String(segment)} ${pattern}`.toLowerCase();
}

/** The name that most operations use; of several, the one after the resource, then an id, then the first one. */
function mostCommon(votes: Votes, resource: string): string {
  const rank = (name: string) => (name.toLowerCase() === `${resource}id` ? 2 : name.endsWith("Id") ? 1 : 0);
  const sorted = [...votes].toSorted(
    ([a, first], [b, second]) => second - first || rank(b) - rank(a) || compareStrings(a, b),
  );
  return sorted[0]?.[0] ?? "";
}

/** Last part of the module with which a key begins: `book` of `library/book 1 /books/{}`. */
function resourceOf(key: string): string {
  return key.split(" ")[0]?.split("/").at(-1) ?? "";
}
