import { CHANGE_CLASSES, type Change } from "./model.ts";
import { sentenceOf } from "./sentence.ts";
import { bumpOf, nextVersion } from "./version.ts";

/** Version of the shape below; raised when a reader of an older shape would misread it. */
const FORMAT_VERSION = 1;

/**
 * Prints changes as JSON: `counts` by class, `bump` (and `bumpBefore1`, what it is for a version 0.x), `version` and
 * `nextVersion` where a version is known, and all `changes`, each with its sentence as plain text in `message`.
 *
 * @param version version of the package before, or null where nobody said one
 */
export function printJson(changes: readonly Change[], version: string | null): string {
  const counts = CHANGE_CLASSES.map((name) => [name, changes.filter((item) => item.class === name).length] as const);
  const document = {
    formatVersion: FORMAT_VERSION,
    counts: Object.fromEntries(counts),
    bump: bumpOf(changes),
    bumpBefore1: bumpOf(changes, "0.0.0"),
    version,
    nextVersion: version === null ? null : nextVersion(changes, version),
    changes: changes.map((item) => ({ ...item, message: sentenceOf(item, (name) => name) })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
