/** Anything that gets tokens for scopes; the credentials of `@azure/identity` are such. */
export interface TokenCredential {
  getToken(scopes: string | string[]): Promise<{ readonly token: string } | null>;
}

/** Gets a token for scopes; called for every request, so it is the place to cache. */
export type TokenFunction = (scopes: readonly string[]) => string | Promise<string>;

/** Where the token of a client comes from: a credential, a function, or the token itself. */
export type TokenSource = TokenCredential | TokenFunction | string;

/**
 * Gets a token.
 *
 * @param source where it comes from
 * @param scopes what it is for
 * @throws Error when the source gives none
 */
export async function readToken(source: TokenSource, scopes: readonly string[]): Promise<string> {
  const token = await fromSource(source, scopes);
  if (token === "")
    throw new Error("Unexpected empty token, expected an access token from the credential");
  return token;
}

async function fromSource(source: TokenSource, scopes: readonly string[]): Promise<string> {
  if (typeof source === "string") return source;
  if (typeof source === "function") return await source(scopes);
  return (await source.getToken([...scopes]))?.token ?? "";
}
