import type { ExampleModel, OperationModel } from "../../api/model.ts";
import { fixedQuery } from "./fixed-query.ts";

type Options = Readonly<Record<string, string>>;

/** Options of an example's URL with fixed values. */
function optionsOf({ request }: ExampleModel): Options {
  const question = request?.url.indexOf("?") ?? -1;
  return question === -1 ? {} : fixedQuery(request?.url.slice(question + 1) ?? null).fixed;
}

/**
 * The option that asks for JSON where the service returns text without it, such as `$format=application/json` of a
 * report in CSV. The examples show it: those that return JSON send a value that names JSON, and others return text.
 *
 * @returns options of every URL of the operation, which a caller can override
 */
export function jsonFormat({ examples, response }: OperationModel): Options {
  if (response.type === null || response.type.startsWith("Edm.")) return {};
  const shown = examples.filter((example) => example.request?.method === "GET" && example.response !== null);
  const isJson = ({ response: shownResponse }: ExampleModel) => typeof shownResponse?.body === "object";
  const isText = ({ response: shownResponse }: ExampleModel) => typeof shownResponse?.body === "string";
  const [first, ...others] = shown.filter((example) => isJson(example) && example.response?.body !== null);
  if (first === undefined || !shown.some(isText)) return {};
  const isCommon = ([name, value]: readonly [string, string]) =>
    /\bjson$/i.test(value) && others.every((example) => optionsOf(example)[name] === value);
  return Object.fromEntries(Object.entries(optionsOf(first)).filter(isCommon));
}
