import { readFileSync } from "node:fs";

/** Address of the program's repository on the web, from its own package; null where the package does not say. */
export function programRepository(): string | null {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  return repositoryUrl(manifest);
}

/**
 * Reads `repository` of a package.json: `{ "url": "git+https://host/owner/name.git" }`, the address alone, or
 * `github:owner/name`.
 *
 * @returns null where there is none that a browser can open
 */
export function repositoryUrl(manifest: unknown): string | null {
  if (typeof manifest !== "object" || manifest === null || !("repository" in manifest)) return null;
  const { repository } = manifest;
  const url =
    typeof repository === "object" && repository !== null && "url" in repository ? repository.url : repository;
  if (typeof url !== "string") return null;
  const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(url)?.[1];
  if (short !== undefined) return `https://github.com/${short}`;
  const web = url.replace(/^git\+/, "").replace(/^(?:ssh:\/\/git@|git@|git:\/\/)([^/:]+)[/:]/, "https://$1/");
  return /^https:\/\/[\w.-]+\/\S+$/.test(web) ? web.replace(/(?:\.git)?\/?$/, "") : null;
}
