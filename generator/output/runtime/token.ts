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
  current(): Promise<string>;
  /** Returns a replacement for a token that the service rejected, or the same token if the source has no other. */
  renew(rejected: string, demand: TokenDemand): Promise<string>;
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
  const token = typeof given === "string" ? { token: given } : given;
  // For a token with other characters, the error message of `fetch` would contain the token.
  if (token === null || !/^[\x21-\x7e]+$/.test(token.token))
    throw new Error("Unexpected missing or invalid token, expected text that a header can contain");
  return token;
}

/**
 * Creates a cache of the tokens of one client. Calls that need a token at the same time share one request for it.
 *
 * @param source credential, function or token
 * @param scopes scopes to request tokens for
 * @returns functions that return the current token or a new one; they reject with the error of the source
 */
export function createTokenStore(source: TokenSource, scopes: readonly string[]): TokenStore {
  let held: AccessToken | undefined;
  let pending: Promise<AccessToken> | undefined;
  async function read(demand: TokenDemand): Promise<string> {
    if (!((held?.expiresOnTimestamp ?? 0) > Date.now() + EARLY)) held = undefined;
    if (held !== undefined) return held.token;
    pending ??= ask(source, scopes, demand).finally(() => (pending = undefined));
    held = await pending;
    return held.token;
  }
  return {
    current: () => read({}),
    renew(rejected, demand) {
      if (held?.token === rejected) held = undefined;
      return read(demand);
    },
  };
}
