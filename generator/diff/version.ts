import inc from "semver/functions/inc.js";
import major from "semver/functions/major.js";
import type { Change } from "./model.ts";

/** The part of a semantic version to raise; null where nothing changed. */
export type Bump = "major" | "minor" | "patch" | null;

/**
 * The part of the version that some changes ask for: `major` for a breaking one, `minor` for an additive one, else
 * `patch`. Before 1.0.0 each is one step less, as npm's `^0.2.3` takes 0.2.4 and not 0.3.0.
 *
 * @param changes what differs
 * @param version version before, or null where it is 1.0.0 or higher for certain
 */
export function bumpOf(changes: readonly Change[], version: string | null = null): Bump {
  if (changes.length === 0) return null;
  const isEarly = version !== null && major(version) === 0;
  if (changes.some((item) => item.class === "breaking")) return isEarly ? "minor" : "major";
  return changes.some((item) => item.class === "additive") && !isEarly ? "minor" : "patch";
}

/**
 * The version after some changes; a pre-release of a version that is high enough becomes that version.
 *
 * @param version semantic version before
 */
export function nextVersion(changes: readonly Change[], version: string): string {
  const bump = bumpOf(changes, version);
  return (bump === null ? null : inc(version, bump)) ?? version;
}
