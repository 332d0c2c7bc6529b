import type { Change } from "../../diff/change.ts";
import { countChanges } from "../../diff/report/markdown.ts";
import { sentenceOf } from "../../diff/report/sentence.ts";
import { bumpOf, nextVersion } from "../../diff/version.ts";
import { changeOf, type OutputPlan } from "../../output/model.ts";
import type { Settings } from "../../settings.ts";
import { surfaceChanges } from "../../surface/compare.ts";
import { parseRecord, RECORD_PATH } from "../../emit/package/record.ts";
import { shownPath, type Context } from "../context.ts";

/** Number of changes to list; `diff` lists all of them. */
const LISTED = 20;

/**
 * Describes what a run changes in the public API of a package, compared with the record on disk.
 *
 * @returns lines of text; empty if there is nothing to compare, or nothing changes
 */
export function describeApiChanges(context: Context, settings: Settings, plan: OutputPlan): string {
  const changes = apiChanges(plan);
  if (changes.length === 0) return "";
  const { packageVersion } = settings;
  const next = nextVersion(changes, packageVersion);
  const lines = changes
    .slice(0, LISTED)
    .map((item) => `  ${item.class}: ${sentenceOf(item, (name) => name)}${at(item)}`);
  if (changes.length > LISTED) {
    const command = `diff ${shownPath(context, settings.out)} ${shownPath(context, settings.docs)}`;
    lines.push(`  and ${changes.length - LISTED} more; ${command} lists all`);
  }
  const bump = bumpOf(changes, packageVersion) ?? "";
  const heading = `API       ${countChanges(changes)}: this calls for a ${bump} version, ${packageVersion} → ${next}\n`;
  return `${heading}${lines.join("\n")}\n`;
}

function at({ place }: Change): string {
  return place.file === "" ? "" : ` (${place.file})`;
}

function apiChanges(plan: OutputPlan): readonly Change[] {
  const record = plan.files.find((file) => file.path === RECORD_PATH);
  if (record === undefined || changeOf(record) !== "changed") return [];
  const before = parseRecord(record.before ?? "");
  const after = parseRecord(record.text ?? "");
  return before === null || after === null ? [] : surfaceChanges({ before, after });
}
