import type { GraphClient } from "./client.js";
import type { Collection } from "./collection.js";
import type { CallOptions } from "./options.js";
import { expectSuccess, readJson } from "./request.js";

function checkLink(client: GraphClient, link: string, seen: Set<string>): void {
  if (!URL.canParse(link) || new URL(link).origin !== new URL(client.baseUrl).origin) {
    throw new Error(
      `Unexpected "@odata.nextLink" to another origin, expected ${new URL(client.baseUrl).origin}`,
    );
  }
  if (seen.has(link))
    throw new Error(
      'Unexpected "@odata.nextLink" that was followed before, expected a further page',
    );
  seen.add(link);
}

async function followLink<T>(
  client: GraphClient,
  link: string,
  options: CallOptions,
): Promise<Collection<T>> {
  const headers = new Headers({ accept: "application/json" });
  for (const [name, value] of Object.entries(options.headers ?? {}))
    if (value !== undefined) headers.set(name, value);
  const response = await client.send({ method: "GET", url: link, headers, signal: options.signal });
  return await readJson<Collection<T>>(await expectSuccess("paginate", response));
}

async function* iterate<T>(
  client: GraphClient,
  list: (client: GraphClient, options?: CallOptions) => Promise<Collection<T>>,
  options?: CallOptions,
): AsyncGenerator<T, void, undefined> {
  const seen = new Set<string>();
  let page = await list(client, options);
  for (;;) {
    yield* page.value;
    const link = page["@odata.nextLink"];
    if (link === undefined) return;
    checkLink(client, link, seen);
    page = await followLink<T>(client, link, options ?? {});
  }
}

/**
 * Iterates over all items of a collection, page after page.
 *
 * @param client sends the requests
 * @param list request function that answers with a collection
 * @param options options of that function; its headers and signal are used for every page
 * @throws Error when a page links to another origin, or back to a page seen before
 * @example
 * ```ts
 * for await (const user of paginate(client, listUsers, { query: { $top: 100 } })) console.log(user.displayName);
 * ```
 */
export function paginate<Options extends CallOptions | undefined, T>(
  client: GraphClient,
  list: (client: GraphClient, options: Options) => Promise<Collection<T>>,
  options: NoInfer<Options>,
): AsyncGenerator<T, void, undefined>;
export function paginate<T>(
  client: GraphClient,
  list: (client: GraphClient) => Promise<Collection<T>>,
): AsyncGenerator<T, void, undefined>;
export function paginate<T>(
  client: GraphClient,
  list: (client: GraphClient, options?: CallOptions) => Promise<Collection<T>>,
  options?: CallOptions,
): AsyncGenerator<T, void, undefined> {
  return iterate(client, list, options);
}
