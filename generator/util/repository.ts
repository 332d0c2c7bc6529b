import { programManifest } from "./version.ts";

/** URL of the program's repository; null if its package.json does not state it. */
export function programRepository(): string | null {
  return repositoryUrl(programManifest());
}

/**
 * Reads `repository` of a package.json: `{ "url": "git+https://host/owner/name.git" }`, only the URL, or
 * `github:owner/name`.
 *
 * @returns a URL that a browser can open, or null
 */
export function repositoryUrl({ repository }: { readonly repository?: unknown }): string | null {
  const url =
    typeof repository === "object" && repository !== null && "url" in repository ? repository.url : repository;
  if (typeof url !== "string") return null;
  const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(url)?.[1];
  if (short !== undefined) return `https://github.com/${short}`;
  const web = url.replace(/^git\+/, "").replace(/^(?:ssh:\/\/git@|git@|git:\/\/)([^/:]+)[/:]/, "https://$1/");
  return /^https:\/\/[\w.-]+\/\S+$/.test(web) ? web.replace(/(?:\.git)?\/?$/, "") : null;
}
