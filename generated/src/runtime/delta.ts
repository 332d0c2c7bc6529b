import type { GraphClient } from "./graph-client.js";
import type { Collection, ListFunction, OptionsOf, SelectedItem } from "./collection.js";
import { GraphError } from "./error.js";
import { resolveLink } from "./link.js";
import type { CallOptions } from "./options.js";
import { limitPages, readPages, type PageOptions, type Pages } from "./paginate.js";

/** Where a delta query continues, and what happens if it cannot. */
export interface DeltaOptions extends PageOptions {
  /**
   * Called when the service has discarded the position (status 410) and the query starts again: the items that follow
   * are everything that exists, not only changes. The error code says what to do with local changes, for example
   * `resyncChangesApplyDifferences`. The query waits for the promise that the function returns.
   */
  readonly onResync?: ((error: GraphError) => unknown) | undefined;
}

const GONE = 410;

class DeltaReader<T> implements Pages<T> {
  readonly #client: GraphClient;
  readonly #open: (resumeToken: string) => Pages<T>;
  readonly #onResync: DeltaOptions["onResync"];
  #current: Pages<T>;

  constructor(
    client: GraphClient,
    open: (resumeToken: string) => Pages<T>,
    { resumeToken, onResync }: DeltaOptions,
  ) {
    this.#client = client;
    this.#open = open;
    this.#onResync = onResync;
    this.#current = open(resumeToken ?? "");
  }

  get resumeToken(): string | null {
    return this.#current.resumeToken;
  }

  pages(): AsyncGenerator<Collection<T>> {
    return this.#read((current) => current.pages());
  }

  [Symbol.asyncIterator](): AsyncGenerator<T> {
    return this.#read((current) => current);
  }

  async *#read<Part>(partsOf: (current: Pages<T>) => AsyncIterable<Part>): AsyncGenerator<Part> {
    for (let isRestarted = false; ;) {
      try {
        for await (const part of partsOf(this.#current)) {
          isRestarted = false;
          yield part;
        }
        return;
      } catch (error) {
        // If the position is gone as soon as the query starts again, another start would not help.
        if (isRestarted || !(error instanceof GraphError) || error.status !== GONE) throw error;
        await this.#restart(error);
        isRestarted = true;
      }
    }
  }

  async #restart(error: GraphError): Promise<void> {
    await this.#onResync?.(error);
    const [location = ""] = (error.headers.get("location") ?? "").split("#");
    this.#current = this.#open(location === "" ? "" : resolveLink(this.#client.baseUrl, location));
  }
}

/**
 * Iterates over the changes of a collection, page by page, like {@link paginate}. If the service has discarded the
 * position to continue from, the query starts again where the service says, or else from the beginning.
 *
 * @param client sends the requests
 * @param list request function of a delta query
 * @param options options of that function; the headers, signal, time-out and retry options apply to every page
 * @param position where to continue, a limit, and a function that is called if the query starts again
 * @returns an async iterable of the changes; its `resumeToken` requests later changes
 * @throws RequestError if a page links to another origin or to a page that was read before, or if there are too many
 * @example
 * ```ts
 * const changes = delta(client, deltaUsers, {}, { resumeToken: saved, onResync: () => store.clear() });
 * for await (const user of changes) {
 *   if (user["@removed"] === undefined) await store.put(user);
 *   else await store.remove(user.id);
 * }
 * saved = changes.resumeToken;
 * ```
 */
export function delta<List extends ListFunction, Select extends string = string>(
  client: GraphClient,
  list: List,
  options: OptionsOf<List> & { query?: { $select?: string | readonly Select[] | undefined } },
  position?: DeltaOptions,
): Pages<SelectedItem<List, Select>>;
export function delta<T>(
  client: GraphClient,
  list: (client: GraphClient) => Promise<Collection<T>>,
): Pages<T>;
export function delta<T>(
  client: GraphClient,
  list: (client: GraphClient, options?: CallOptions) => Promise<Collection<T>>,
  options: CallOptions = {},
  position: DeltaOptions = {},
): Pages<T> {
  // A query that starts again and again also ends.
  const limit = limitPages("delta", position);
  const open = (resumeToken: string): Pages<T> =>
    readPages(client, list, options, resumeToken, limit);
  return new DeltaReader(client, open, position);
}
