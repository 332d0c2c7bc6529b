import { abortError } from "./abort.js";
import type { GraphClient } from "./graph-client.js";
import type { Collection, ListFunction, OptionsOf, SelectedItem } from "./collection.js";
import { RequestError } from "./error.js";
import { clientForLink, resolveLink } from "./link.js";
import { checkNumbers } from "./number-option.js";
import type { CallOptions } from "./options.js";

/** The items of a collection, page by page. A second iteration continues where the previous one stopped. */
export interface Pages<T> extends AsyncIterable<T> {
  /** Iterates over whole pages, including their counts and other annotations. */
  pages(): AsyncIterable<Collection<T>>;
  /**
   * Position after the last item or page that the iteration returned, as text that another process can use to continue.
   * At the end of a delta query, it requests the changes since then. At the end of any other collection, it is null.
   */
  readonly resumeToken: string | null;
}

/** Where an iteration continues, and where it ends at the latest. */
export interface PageOptions {
  /** An earlier `resumeToken`, or a delta link. Without it, the iteration starts at the beginning. */
  readonly resumeToken?: string | null | undefined;
  /** Maximum number of pages to request; 100,000 by default, `Infinity` for no limit. */
  readonly maxPages?: number | undefined;
}

/** Number of pages that may still be requested. */
export interface PageLimit {
  readonly maxPages: number;
  left: number;
}

/**
 * Creates the limit of an iteration.
 *
 * @param operation name of the function, for the error
 * @param options options of the iteration
 * @throws RequestError if the number is negative or not a number
 */
export function limitPages(operation: string, { maxPages = 100_000 }: PageOptions): PageLimit {
  checkNumbers(operation, { maxPages });
  return { maxPages, left: maxPages };
}

type List<T> = (client: GraphClient, options?: CallOptions) => Promise<Collection<T>>;

function isLink(link: unknown): boolean {
  return typeof link === "string" || link === undefined || link === null;
}

function isPage(response: Partial<Collection<unknown>> | null | undefined): boolean {
  return (
    Array.isArray(response?.value) &&
    isLink(response["@odata.nextLink"]) &&
    isLink(response["@odata.deltaLink"])
  );
}

class PageReader<T> implements Pages<T> {
  readonly #client: GraphClient;
  readonly #list: List<T>;
  readonly #options: CallOptions | undefined;
  readonly #limit: PageLimit;
  readonly #seen = new Set<string | null>();
  #operation = "paginate";
  #url = "";
  /** Link of the current page: null for the first page, undefined after the last. */
  #link: string | null | undefined;
  /** Number of items of that page that were already returned. */
  #skip: number;
  #page: Collection<T> | undefined;
  #deltaLink: string | undefined;

  constructor(
    client: GraphClient,
    list: List<T>,
    options: CallOptions | undefined,
    token: string,
    limit: PageLimit,
  ) {
    this.#client = client;
    this.#list = list;
    this.#options = options;
    this.#limit = limit;
    // A token is the link of a page, with the number of items that were already returned as its fragment.
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

  /** Returns the current page, and requests it if necessary. */
  async #open(): Promise<Collection<T> | undefined> {
    this.#checkSignal();
    const link = this.#link;
    if (this.#page !== undefined || link === undefined) return this.#page;
    if (this.#seen.has(link))
      throw this.#unexpected("link to a page that was read before, expected a new page");
    if (this.#limit.left < 1)
      throw this.#unexpected(
        `page after ${this.#limit.maxPages} pages, expected the end: continue from \`resumeToken\`, or raise \`maxPages\``,
      );
    this.#limit.left -= 1;
    const client = clientForLink(this.#client, link, (name, url) => {
      this.#operation = name;
      this.#url = url;
    });
    const page = await this.#list(client, this.#options);
    if (!isPage(page))
      throw this.#unexpected(
        'response, expected a page with an array as its "value" and text as its links',
      );
    this.#seen.add(link);
    this.#page = page;
    return page;
  }

  #advance(page: Collection<T>): void {
    this.#link = this.#resolve(page["@odata.nextLink"], page);
    this.#deltaLink = this.#resolve(page["@odata.deltaLink"], page);
    this.#skip = 0;
    this.#page = undefined;
  }

  /** Returns the absolute form of a link, or undefined for a link that is null or empty. */
  #resolve(link: string | null | undefined, page: Collection<T>): string | undefined {
    if (link === undefined || link === null || link === "") return undefined;
    const { baseUrl } = this.#client;
    const context = page["@odata.context"];
    // OData resolves links by the context URL, which has no path that a mere query could refer to.
    // A fragment is not sent, and would be read as a number of items.
    const [target = ""] = link.split("#");
    const isQuery = typeof context !== "string" || link.startsWith("?");
    return resolveLink(
      baseUrl,
      target,
      isQuery ? this.#url : resolveLink(baseUrl, context, this.#url),
    );
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
 * Reads a collection, for {@link paginate}.
 *
 * @param client sends the requests
 * @param list request function that returns a collection
 * @param options options of that function
 * @param resumeToken position to continue from; empty for the beginning
 * @param limit number of pages that may still be requested, which several readers can share
 */
export function readPages<T>(
  client: GraphClient,
  list: (client: GraphClient, options?: CallOptions) => Promise<Collection<T>>,
  options: CallOptions | undefined,
  resumeToken: string,
  limit: PageLimit,
): Pages<T> {
  return new PageReader(client, list, options, resumeToken, limit);
}

/**
 * Iterates over all items of a collection, page by page. A page is requested only when its first item is needed.
 *
 * @param client sends the requests
 * @param list request function that returns a collection
 * @param options options of that function; the headers, signal, time-out and retry options apply to every page
 * @param position position to continue from: an earlier value of `resumeToken`, or a delta link; or an object with it
 *   and a limit
 * @returns an async iterable of the items
 * @throws RequestError if a page links to another origin or to a page that was read before, or if there are too many
 * @example
 * ```ts
 * for await (const user of paginate(client, listUsers, { query: { $top: 100 } })) console.log(user.displayName);
 * ```
 * @example Whole pages
 * ```ts
 * for await (const page of paginate(client, listUsers, {}).pages()) console.log(page.value.length);
 * ```
 * @example Continue later, or request the changes since then
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
  position?: string | PageOptions,
): Pages<SelectedItem<List, Select>>;
export function paginate<T>(
  client: GraphClient,
  list: (client: GraphClient) => Promise<Collection<T>>,
): Pages<T>;
export function paginate<T>(
  client: GraphClient,
  list: (client: GraphClient, options?: CallOptions) => Promise<Collection<T>>,
  options?: CallOptions,
  position: string | PageOptions = {},
): Pages<T> {
  const given = typeof position === "string" ? { resumeToken: position } : position;
  return readPages(client, list, options, given.resumeToken ?? "", limitPages("paginate", given));
}
