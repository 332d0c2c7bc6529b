/** Endpoints of the service that issues tokens. */
export interface Authority {
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
}

/**
 * The docs do not state where tokens are issued. For Microsoft Graph it is the Microsoft identity platform, whose
 * endpoints for accounts of any kind these are.
 *
 * @see https://learn.microsoft.com/en-us/entra/identity-platform/v2-protocols
 */
const MICROSOFT = "https://login.microsoftonline.com/common/oauth2/v2.0";

const KNOWN: ReadonlyMap<string, Authority> = new Map([
  ["graph.microsoft.com", { authorizationUrl: `${MICROSOFT}/authorize`, tokenUrl: `${MICROSOFT}/token` }],
]);

/**
 * Finds where the tokens of a service are issued.
 *
 * @param baseUrl base URL of the service
 * @param set endpoints that the user set
 * @returns null if an endpoint is unknown: then OpenAPI can only state that the service expects a bearer token
 */
export function authorityOf(baseUrl: string | null, set: Partial<Authority> = {}): Authority | null {
  const known = baseUrl === null || !URL.canParse(baseUrl) ? undefined : KNOWN.get(new URL(baseUrl).host);
  const authorizationUrl = set.authorizationUrl ?? known?.authorizationUrl;
  const tokenUrl = set.tokenUrl ?? known?.tokenUrl;
  return authorizationUrl === undefined || tokenUrl === undefined ? null : { authorizationUrl, tokenUrl };
}
