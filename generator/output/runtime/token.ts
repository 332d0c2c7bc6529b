/** An access token. */
export interface AccessToken {
  readonly token: string;
  /** When it expires, in milliseconds since 1970. It is kept until two minutes before; one without is not kept. */
  readonly expiresOnTimestamp?: number | undefined;
}

/** What is asked of a token besides its scopes. */
export interface TokenDemand {
  /** Claims that the service asked for when it refused a token. */
  claims?: string;
  tenantId?: string;
}

/** Anything that gets tokens for scopes; the credentials of `@azure/identity` are such. */
export interface TokenCredential {
  getToken(scopes: string | string[], demand?: TokenDemand): Promise<AccessToken | null>;
}

/** Gets a token for scopes. */
export type TokenFunction = (
  scopes: readonly string[],
  demand?: TokenDemand,
) => string | AccessToken | null | Promise<string | AccessToken | null>;

/** Where the token of a client comes from: a credential, a function, or the token itself. */
export type TokenSource = TokenCredential | TokenFunction | string;

/** The tokens of one client. */
export interface TokenStore {
  /** Gets a token that is good for some time. */
  current(): Promise<string>;
  /** Gets another token than one that the service refused; the same one where the source has no other. */
  renew(refused: string, demand: TokenDemand): Promise<string>;
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
  // The platform would put a token with other characters into the message of its error.
  if (token === null || !/^[\x21-\x7e]+$/.test(token.token))
    throw new Error(
      "Unexpected empty token, or one with characters that no header takes; expected an access token",
    );
  return token;
}

/**
 * Keeps tokens until shortly before they expire. Calls that need one at the same time wait for the same one.
 *
 * @param source where they come from
 * @param scopes what they are for
 */
export function createTokenStore(source: TokenSource, scopes: readonly string[]): TokenStore {
  let held: AccessToken | undefined;
  let pending: Promise<AccessToken> | undefined;
  async function read(demand: TokenDemand): Promise<string> {
    if ((held?.expiresOnTimestamp ?? 0) <= Date.now() + EARLY) held = undefined;
    if (held !== undefined) return held.token;
    pending ??= ask(source, scopes, demand).finally(() => (pending = undefined));
    held = await pending;
    return held.token;
  }
  return {
    current: () => read({}),
    renew(refused, demand) {
      if (held?.token === refused) held = undefined;
      return read(demand);
    },
  };
}
