import { abortError } from "./abort.ts";
import type { GraphClient } from "./graph-client.ts";
import type { Collection, ListFunction, OptionsOf, SelectedItem } from "./collection.ts";
import { RequestError } from "./error.ts";
import { clientForLink } from "./link.ts";
import type { CallOptions } from "./options.ts";

/** The items of a collection, page after page. Iterating again goes on where the last iteration stopped. */
export interface Pages<T> extends AsyncIterable<T> {
  /** Iterates over whole pages, each with its count, its context and what else the service says. */
  pages(): AsyncIterable<Collection<T>>;
  /**
   * Where to go on after the last item or page that was handed out, as text that another process can use. At the end of
   * a delta query it asks for the changes since then; at the end of any other collection it is null.
   */
  readonly resumeToken: string | null;
}

type List<T> = (client: GraphClient, options?: CallOptions) => Promise<Collection<T>>;

function isPage(answer: unknown): boolean {
  return (
    typeof answer === "object" &&
    answer !== null &&
    "value" in answer &&
    Array.isArray(answer.value)
  );
}

class PageReader<T> implements Pages<T> {
  readonly #client: GraphClient;
  readonly #list: List<T>;
  readonly #options: CallOptions | undefined;
  readonly #seen = new Set<string | null>();
  #operation = "paginate";
  /** Link of the page in turn: null for the first page, undefined when there is none left. */
  #link: string | null | undefined;
  /** Items of that page that are done. */
  #skip: number;
  #page: Collection<T> | undefined;
  #deltaLink: string | undefined;

  constructor(client: GraphClient, list: List<T>, options: CallOptions | undefined, token: string) {
    this.#client = client;
    this.#list = list;
    this.#options = options;
    // A token is the link of a page, and as its fragment the number of items that are done.
    const [, link, skip] = /^([^#]*)#?(\d*)/.exec(token) ?? [];
    this.#link = link === undefined || link === "" ? null : link;
    this.#skip = Number(skip);
  }

  get resumeToken(): string | null {
    if (this.#link === undefined) return this.#deltaLink ?? null;
    return (this.#link ?? "") + (this.#skip === 0 ? "" : `#${String(this.#skip)}`);
  }

  async *pages(): AsyncGenerator<Collection<T>> {
    for (let page = await this.#open(); page !== undefined; page = await this.#open()) {
      const value = page.value.slice(this.#skip);
      this.#advance(page);
      yield { ...page, value };
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (let page = await this.#open(); page !== undefined; page = await this.#open()) {
      const { value } = page;
      const rest = value.slice(this.#skip);
      if (rest.length === 0) this.#advance(page);
      for (const item of rest) {
        this.#skip += 1;
        if (this.#skip >= value.length) this.#advance(page);
        yield item;
        this.#checkSignal();
      }
    }
  }

  /** The page in turn, which is asked for only now. */
  async #open(): Promise<Collection<T> | undefined> {
    this.#checkSignal();
    const link = this.#link;
    if (this.#page !== undefined || link === undefined) return this.#page;
    if (this.#seen.has(link))
      throw this.#unexpected("link that was followed before, expected a further page");
    const client = clientForLink(this.#client, link, (name) => (this.#operation = name));
    const page = await this.#list(client, this.#options);
    if (!isPage(page)) throw this.#unexpected('answer, expected a page with a list as its "value"');
    this.#seen.add(link);
    this.#page = page;
    return page;
  }

  #advance(page: Collection<T>): void {
    this.#link = page["@odata.nextLink"];
    this.#deltaLink = page["@odata.deltaLink"];
    this.#skip = 0;
    this.#page = undefined;
  }

  #checkSignal(): void {
    const signal = this.#options?.signal;
    if (signal?.aborted === true) throw abortError(this.#operation, signal);
  }

  #unexpected(what: string): RequestError {
    return new RequestError(this.#operation, "response", `Unexpected ${what}`);
  }
}

/**
 * Iterates over all items of a collection, page after page. A page is asked for when its first item is wanted.
 *
 * @param client sends the requests
 * @param list request function that answers with a collection
 * @param options options of that function; its headers, signal, time-out and retries are used for every page
 * @param resumeToken where to go on: what `resumeToken` said before, or a delta link
 * @throws RequestError when a page links to another origin, or back to a page seen before
 * @example
 * ```ts
 * for await (const user of paginate(client, listUsers, { query: { $top: 100 } })) console.log(user.displayName);
 * ```
 * @example Whole pages
 * ```ts
 * for await (const page of paginate(client, listUsers, {}).pages()) console.log(page.value.length);
 * ```
 * @example Go on later, or ask what changed since
 * ```ts
 * const users = paginate(client, deltaUsers, {}, saved ?? undefined);
 * for await (const user of users) {
 *   await store(user);
 *   saved = users.resumeToken;
 * }
 * saved = users.resumeToken;
 * ```
 */
export function paginate<List extends ListFunction, Select extends string = string>(
  client: GraphClient,
  list: List,
  options: OptionsOf<List> & { query?: { $select?: string | readonly Select[] | undefined } },
  resumeToken?: string,
): Pages<SelectedItem<List, Select>>;
export function paginate<T>(
  client: GraphClient,
  list: (client: GraphClient) => Promise<Collection<T>>,
): Pages<T>;
export function paginate<T>(
  client: GraphClient,
  list: (client: GraphClient, options?: CallOptions) => Promise<Collection<T>>,
  options?: CallOptions,
  resumeToken = "",
): Pages<T> {
  return new PageReader(client, list, options, resumeToken);
}
