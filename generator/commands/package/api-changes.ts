import type { Change } from "../../diff/change.ts";
import { countChanges } from "../../diff/report/markdown.ts";
import { sentenceOf } from "../../diff/report/sentence.ts";
import { bumpOf, nextVersion } from "../../diff/version.ts";
import { GitError, gitLine, runGit } from "../../git/run.ts";
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
export async function describeApiChanges(context: Context, settings: Settings, plan: OutputPlan): Promise<string> {
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
  const cause = (await areDocsUnchanged(settings))
    ? "  The docs are as they were when the package was committed: the program or its settings changed.\n"
    : "";
  const bump = bumpOf(changes, packageVersion) ?? "";
  const heading = `API       ${countChanges(changes)}: this asks for a ${bump} version, ${packageVersion} → ${next}\n`;
  return `${heading}${lines.join("\n")}\n${cause}`;
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

/** Whether the docs are as in the commit that contains the record on disk; false also if Git cannot tell. */
async function areDocsUnchanged({ out, root }: Settings): Promise<boolean> {
  try {
    const own = await gitLine(out, "rev-parse", "--is-shallow-repository", "--show-toplevel");
    if (own !== `false\n${await gitLine(root, "rev-parse", "--show-toplevel")}`) return false;
    if ((await gitLine(out, "status", "--porcelain", "--", RECORD_PATH)) !== "") return false;
    const commit = await gitLine(out, "log", "-1", "--format=%H", "--", RECORD_PATH);
    if (commit === "" || (await gitLine(root, "ls-files", "--others", "--exclude-standard", "--", ".")) !== "")
      return false;
    // Fails if a file differs.
    await runGit(root, ["diff", "--quiet", commit, "--", "."]);
    return true;
  } catch (error) {
    if (error instanceof GitError) return false;
    throw error;
  }
}
