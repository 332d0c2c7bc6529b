import { untilAborted } from "./abort.js";

/** An access token. */
export interface AccessToken {
  readonly token: string;
  /** Expiry in milliseconds since 1970. Tokens are cached until two minutes before it; without it, not at all. */
  readonly expiresOnTimestamp?: number | undefined;
}

/** Requirements for a token, in addition to its scopes. */
export interface TokenDemand {
  /** Claims that the service required when it rejected a token. */
  claims?: string;
  tenantId?: string;
}

/** An object that provides tokens for scopes, such as a credential of `@azure/identity`. */
export interface TokenCredential {
  getToken(scopes: string | string[], demand?: TokenDemand): Promise<AccessToken | null>;
}

/** A function that provides tokens for scopes. */
export type TokenFunction = (
  scopes: readonly string[],
  demand?: TokenDemand,
) => string | AccessToken | null | Promise<string | AccessToken | null>;

/** Source of the token of a client: a credential, a function, or the token itself. */
export type TokenSource = TokenCredential | TokenFunction | string;

/** The tokens of one client. */
export interface TokenStore {
  /** Returns a token that does not expire soon. */
  current(signal: AbortSignal | undefined): Promise<string>;
  /** Returns a replacement for a token that the service rejected, or the same token if the source has no other. */
  renew(rejected: string, demand: TokenDemand, signal: AbortSignal | undefined): Promise<string>;
}

const EARLY = 120_000;

async function ask(
  source: TokenSource,
  scopes: readonly string[],
  demand: TokenDemand,
): Promise<AccessToken> {
  const given =
    typeof source === "string"
      ? source
      : await (typeof source === "function"
          ? source(scopes, demand)
          : source.getToken([...scopes], demand));
  // A program without types may return anything.
  const token: Partial<AccessToken> | null | undefined =
    typeof given === "string" ? { token: given } : given;
  const text: unknown = token?.token;
  // For a token with other characters, the error message of `fetch` would contain the token.
  if (typeof text !== "string" || !/^[\x21-\x7e]+$/.test(text))
    throw new Error("Unexpected missing or invalid token, expected text that a header can contain");
  return { ...token, token: text };
}

/**
 * Creates a cache of the tokens of one client. Calls that need a token at the same time share one request for it, unless
 * some of them need other claims. A request that no call waits for any longer is not shared.
 *
 * @param source credential, function or token
 * @param scopes scopes to request tokens for
 * @returns functions that return the current token or a new one; they reject with the error of the source, or when the
 *   signal aborts
 */
export function createTokenStore(source: TokenSource, scopes: readonly string[]): TokenStore {
  let held: AccessToken | undefined;
  /** The request for a token that has no answer yet, its claims, and the number of calls that wait for it. */
  let pending: Promise<AccessToken> | undefined;
  let claims: string | undefined;
  let waiting = 0;
  async function read(demand: TokenDemand, signal: AbortSignal | undefined): Promise<string> {
    if (!((held?.expiresOnTimestamp ?? 0) > Date.now() + EARLY)) held = undefined;
    if (held !== undefined) return held.token;
    if (pending === undefined || (demand.claims ?? claims) !== claims) {
      pending = ask(source, scopes, demand);
      claims = demand.claims;
      waiting = 0;
    }
    const own = pending;
    waiting += 1;
    try {
      const token = await untilAborted(signal, own);
      if (pending === own) held = token;
      return token.token;
    } finally {
      if (pending === own) {
        waiting -= 1;
        if (waiting === 0 || signal?.aborted !== true) pending = undefined;
      }
    }
  }
  return {
    current: (signal) => read({}, signal),
    renew(rejected, demand, signal) {
      if (held?.token === rejected) held = undefined;
      return read(demand, signal);
    },
  };
}
