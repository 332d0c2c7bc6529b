/**
 * Base URL of the service when the client is given none. In the generated package this is the host and version that
 * the documentation uses; it is empty where the documentation names none.
 */
export const BASE_URL = "https://graph.microsoft.com/v1.0";
