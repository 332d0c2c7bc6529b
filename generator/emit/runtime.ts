import { readdirSync, readFileSync } from "node:fs";
import { stringLiteral } from "./escape.ts";
import { sortBy } from "./compare.ts";
import { fits, isDoubtful } from "./layout.ts";
import type { OutputFile } from "./model.ts";

/** Path of the runtime's index module, relative to `src`. */
export const RUNTIME_MODULE = "runtime/index";

/** Exports of the runtime's index module, and whether each is a value. */
export const RUNTIME_EXPORTS = [
  ["AccessToken", false],
  ["BatchCalls", false],
  ["BatchOptions", false],
  ["BatchStep", false],
  ["BinaryString", false],
  ["Bindable", false],
  ["CallOptions", false],
  ["ClientOptions", false],
  ["ClientRequest", false],
  ["Collection", false],
  ["ContentResponse", false],
  ["CountQuery", false],
  ["DateString", false],
  ["DateTimeString", false],
  ["DurationString", false],
  ["Exactly", false],
  ["ExpandItem", false],
  ["FailedResponse", false],
  ["GetQuery", false],
  ["GraphClient", false],
  ["GraphError", true],
  ["GuidString", false],
  ["HeaderOptions", false],
  ["HookRequest", false],
  ["Hooks", false],
  ["ItemOf", false],
  ["ListFunction", false],
  ["ListQuery", false],
  ["MonitorOptions", false],
  ["MonitorState", false],
  ["ODataObject", false],
  ["Operation", false],
  ["OperationOptions", false],
  ["OptionsOf", false],
  ["OrSubtype", false],
  ["OrderItem", false],
  ["Pages", false],
  ["PathValue", false],
  ["PathValues", false],
  ["QueryOptions", false],
  ["QueryValue", false],
  ["Reference", false],
  ["RequestContent", false],
  ["RequestError", true],
  ["RequestErrorKind", false],
  ["RequestOptions", false],
  ["RetryEvent", false],
  ["RetryOptions", false],
  ["Route", false],
  ["SelectKey", false],
  ["Selected", false],
  ["SelectedItem", false],
  ["TimeString", false],
  ["TokenCredential", false],
  ["TokenDemand", false],
  ["TokenFunction", false],
  ["TokenSource", false],
  ["TypedObject", false],
  ["ValueResult", false],
  ["Writable", false],
  ["batch", true],
  ["batchSettled", true],
  ["createClient", true],
  ["getAnnotation", true],
  ["getProperty", true],
  ["hasODataType", true],
  ["monitor", true],
  ["paginate", true],
  ["request", true],
  ["requestByRoute", true],
  ["requestContent", true],
  ["requestText", true],
  ["watchMonitor", true],
] as const;

export type RuntimeName = (typeof RUNTIME_EXPORTS)[number][0];

const FOLDER = new URL("../output/runtime/", import.meta.url);
const BASE_URL = /^(export const BASE_URL = )"[^"]*";/m;

/** The sources are formatted for the package already, except for the base URL. */
function toOutput(name: string, baseUrl: string | null): OutputFile {
  const value = stringLiteral(baseUrl ?? "");
  const text = readFileSync(new URL(name, FOLDER), "utf8")
    .replace(/\r\n/g, "\n")
    .replace(/(from "\.[^"]*)\.ts"/g, '$1.js"')
    .replace(BASE_URL, (_, declaration: string) => `${declaration}${value};`);
  const settled = fits(`export const BASE_URL = ${value};`) && !isDoubtful(value);
  return { path: `src/runtime/${name}`, text, settled };
}

/**
 * Reads the runtime, which is copied into every package.
 *
 * @param baseUrl base URL of the service, or null if the documentation has none
 */
export function runtimeFiles(baseUrl: string | null): readonly OutputFile[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".ts"));
  return sortBy(names, (name) => name).map((name) => toOutput(name, baseUrl));
}
