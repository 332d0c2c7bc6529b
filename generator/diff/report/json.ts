import type { Change } from "../change.ts";
import { jsonText, visible } from "../../util/visible.ts";
import { CHANGE_CLASSES } from "../model.ts";
import { bumpOf, nextVersion } from "../version.ts";
import { sentenceOf } from "./sentence.ts";

/** Version of the format, incremented with each incompatible change. */
const FORMAT_VERSION = 1;

/**
 * Prints changes as JSON: `counts` by class, `bump` (and `bumpBefore1` for a version 0.x), `version` and `nextVersion`
 * if the version is known, and all `changes`, each with its sentence as plain text in `message`.
 *
 * @param version current version of the package; null if it is unknown
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
    changes: changes.map((item) => ({ ...item, message: sentenceOf(item, visible) })),
  };
  return `${jsonText(document)}\n`;
}
