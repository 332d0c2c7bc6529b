import inc from "semver/functions/inc.js";
import major from "semver/functions/major.js";
import type { Change } from "./change.ts";

/** The part of a semantic version to increment; null if nothing changed. */
export type Bump = "major" | "minor" | "patch" | null;

/**
 * Determines the version part to increment: `major` for a breaking change, `minor` for an additive one, otherwise
 * `patch`. Before 1.0.0, `minor` and `patch` take the place of `major` and `minor`, as `^0.2.3` in npm allows 0.2.4 but
 * not 0.3.0.
 *
 * @param changes changes since the version
 * @param version current version; null means 1.0.0 or later
 */
export function bumpOf(changes: readonly Change[], version: string | null = null): Bump {
  if (changes.length === 0) return null;
  const isEarly = version !== null && major(version) === 0;
  if (changes.some((item) => item.class === "breaking")) return isEarly ? "minor" : "major";
  return changes.some((item) => item.class === "additive") && !isEarly ? "minor" : "patch";
}

/**
 * Determines the version after some changes. A pre-release of a version that is high enough becomes that version.
 *
 * @param version current semantic version
 */
export function nextVersion(changes: readonly Change[], version: string): string {
  const bump = bumpOf(changes, version);
  return (bump === null ? null : inc(version, bump)) ?? version;
}
