import { BASE_URL } from "../runtime/base-url.ts";

/** Returns the URL that a caller gives, or the one that the documentation uses, or a placeholder without either. */
export function serviceUrl(given: string | undefined): string {
  const documented: string = BASE_URL;
  return given ?? (documented === "" ? "http://localhost" : documented);
}
