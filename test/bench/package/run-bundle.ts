import process from "node:process";
import { pathToFileURL } from "node:url";

// Runs one function of a bundle with the service's host replaced by a local server, and prints what it gives as JSON.
const [file = "", name = "", id = "", origin = ""] = process.argv.slice(2);
const send = globalThis.fetch;
globalThis.fetch = (input, init) => {
  const request = new Request(input, init);
  const url = request.url.replace(/^https:\/\/graph\.microsoft\.com/, origin);
  const duplex = request.body === null ? {} : { duplex: "half" as const };
  const { method, headers, body, signal } = request;
  return send(url, { method, headers, body, signal, ...duplex });
};
const loaded: unknown = await import(pathToFileURL(file).href);
const call: unknown = typeof loaded === "object" && loaded !== null ? Reflect.get(loaded, name) : undefined;
if (typeof call !== "function") throw new Error(`${file} has no function ${name}`);
const given: unknown = await Promise.resolve(Reflect.apply(call, undefined, [id]));
console.log(JSON.stringify(given ?? null));
process.exit(0);
