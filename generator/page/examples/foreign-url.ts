import type { RequestFacts } from "../model.ts";

/**
 * Whether the URL of an example belongs to another service: it has a host, but neither a version nor a documented first
 * segment, as the URL of a notification or of an upload session.
 *
 * @param requests the documented requests of the page
 */
export function isForeignUrl(url: string, requests: readonly RequestFacts[]): boolean {
  const path = /^https?:\/\/[^/?#\s]+\/?([^?#\s]*)\S*$/i.exec(url)?.[1];
  if (path === undefined) return false;
  const [first = ""] = path.toLowerCase().split("/");
  const documented = requests.map((request) => firstSegment(request.path.toLowerCase()));
  return (
    !/^(?:v?\d+(?:\.\d+)*|beta)$/.test(first) && !documented.some((each) => each === first || each.startsWith("{"))
  );
}

function firstSegment(path: string): string {
  return path.split("/").find((segment) => segment !== "") ?? "";
}
