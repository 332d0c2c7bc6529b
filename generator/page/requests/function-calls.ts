import type { Collector } from "../../diagnostics/diagnostic.ts";
import type { ExampleModel, ParameterFacts, RequestFacts } from "../model.ts";
import { readPathParameters } from "./placeholders.ts";

/** An argument of a function call, and whether its value stands in quotes. */
interface Argument {
  readonly name: string;
  readonly quoted: boolean;
}

/** The calls of one function in the examples of a page. */
interface ShownCalls {
  /** An example calls the function without arguments. */
  readonly bare: boolean;
  readonly withArguments: readonly (readonly Argument[])[];
}

/** A function at the end of a path that has no arguments; the parentheses may be empty. */
const BARE_CALL = /\/([A-Za-z][\w.]*)(?:\(\))?$/;
const ARGUMENT = /([A-Za-z][\w.]*)\s*=\s*('?)/g;
/** Longer URLs are not searched. */
const LONGEST_URL = 8192;

/**
 * Adds the calls that pass the documented parameters of a function, where no request line has a place for them:
 * `GET /boats/countByColor` and a row `color` give `/boats/countByColor(color='{color}')`. The arguments are those of an
 * example; on a page without one, the required ones, and all of them if some are optional.
 *
 * @param requests requests of the operation
 * @param documented documented parameters of the function, of which each is passed once
 * @param examples examples of the operation
 * @returns the requests, each followed by its calls with arguments; a request without required arguments is not callable
 *   unless an example sends it
 */
export function addFunctionCalls(
  requests: readonly RequestFacts[],
  documented: readonly ParameterFacts[],
  examples: readonly ExampleModel[],
  collector: Collector,
): readonly RequestFacts[] {
  const parameters = withoutRepeated(documented);
  const missing = parameters.filter((parameter) => !requests.some((request) => passes(request, parameter)));
  const isFunction = requests.every(({ method }) => method === "GET");
  if (missing.length < parameters.length || missing.length === 0 || !isFunction) return requests;
  const hasRequired = parameters.some(({ required }) => required);
  return requests.flatMap((request) => {
    const name = BARE_CALL.exec(request.path)?.[1];
    if (name === undefined || !request.callable) return [request];
    const shown = shownCalls(name, examples);
    const calls = argumentLists(parameters, shown).map((list) => toCall(request, list));
    const [first] = calls;
    if (!hasRequired || shown.bare || first === undefined) return [request, ...calls];
    collector.add("request-arguments-missing", { name, expected: first.path.split("/").at(-1) ?? "" }, request.source);
    return [{ ...request, callable: false }, ...calls];
  });
}

/** The first of the parameters that have one name. */
function withoutRepeated(parameters: readonly ParameterFacts[]): readonly ParameterFacts[] {
  const names = new Set<string>();
  return parameters.filter(({ name }) => {
    const isNew = !names.has(name.toLowerCase());
    names.add(name.toLowerCase());
    return isNew;
  });
}

/** Whether a request has a place for the value of a parameter: a key, an argument or a query option. */
function passes({ parameters, queryText }: RequestFacts, { name }: ParameterFacts): boolean {
  const wanted = name.toLowerCase();
  if (!/^[a-z]/.test(wanted)) return true;
  const options = (queryText ?? "").split("&").map((piece) => piece.split("=")[0]);
  const own = parameters.flatMap((each) => [each.name, each.argument, ...each.placeholder.split("|")]);
  return [...own, ...options].some((text) => text?.replace(/[{}<>()\s]/g, "").toLowerCase() === wanted);
}

function shownCalls(name: string, examples: readonly ExampleModel[]): ShownCalls {
  const tail = new RegExp(`/${name.replaceAll(".", "\\.")}(?:\\(([^()]*)\\))?(?:\\?|$)`, "i");
  const found = examples.flatMap(({ request }) => {
    const match = request === null || request.url.length > LONGEST_URL ? null : tail.exec(request.url);
    return match === null ? [] : [match[1] ?? ""];
  });
  const lists = found.map((text) =>
    [...text.matchAll(ARGUMENT)].map(([, argument = "", quote]) => ({ name: argument, quoted: quote === "'" })),
  );
  return { bare: lists.some((list) => list.length === 0), withArguments: lists.filter((list) => list.length > 0) };
}

/** The lists of arguments with which a function is called, without repetitions. */
function argumentLists(
  parameters: readonly ParameterFacts[],
  { withArguments }: ShownCalls,
): readonly (readonly Argument[])[] {
  const quotes = new Map(withArguments.flat().map(({ name, quoted }) => [name.toLowerCase(), quoted]));
  const toArgument = ({ name, type }: ParameterFacts): Argument => {
    const isText = type.primitive === "Edm.String" || type.primitive === null;
    const isShownPlain = type.primitive !== "Edm.String" && quotes.get(name.toLowerCase()) === false;
    if (type.collection) return { name, quoted: false };
    return { name, quoted: (isText && !isShownPlain) || quotes.get(name.toLowerCase()) === true };
  };
  const shown = withArguments.map((list) =>
    list.flatMap(({ name }) => parameters.filter((parameter) => parameter.name.toLowerCase() === name.toLowerCase())),
  );
  const required = parameters.filter((parameter) => parameter.required);
  const isComplete = (list: readonly ParameterFacts[]) => required.every((parameter) => list.includes(parameter));
  const complete = shown.filter((list) => list.length > 0 && isComplete(list));
  const lists = [required, ...(complete.length > 0 ? complete : [parameters])].filter((list) => list.length > 0);
  const key = (list: readonly ParameterFacts[]) =>
    list
      .map(({ name }) => name)
      .sort()
      .join(" ");
  const unique = lists.filter((list, index) => lists.findIndex((other) => key(other) === key(list)) === index);
  return unique.map((list) => list.map(toArgument));
}

function toCall(request: RequestFacts, list: readonly Argument[]): RequestFacts {
  const values = list.map(({ name, quoted }) => (quoted ? `${name}='{${name}}'` : `${name}={${name}}`));
  const path = `${request.path.replace(/\(\)$/, "")}(${values.join(",")})`;
  return { ...request, path, parameters: readPathParameters(path, new Set(), request.queryText) };
}
