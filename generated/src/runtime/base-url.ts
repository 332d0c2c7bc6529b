/**
 * Base URL of the service for clients that do not set one. In the generated package, this is the host and version that
 * the documentation uses. It is empty if the documentation names no host.
 */
export const BASE_URL = "https://graph.microsoft.com/beta";
