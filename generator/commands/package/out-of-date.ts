import { MANIFEST_PATH } from "../../output/manifest.ts";
import { changeOf, losesWork, type OutputPlan, type PlannedFile } from "../../output/model.ts";
import { visible } from "../../util/visible.ts";
import { changedPagesOf, printPages } from "./changed-pages.ts";

const LABELS = { created: "would create", changed: "would change", removed: "would remove", unchanged: "" } as const;
const WIDTH = Math.max(...Object.values(LABELS).map((label) => label.length));
/** Files whose text depends only on the version of the program; `base-url.ts` also depends on the docs. */
const FIXED = /^(?:src\/runtime\/(?!base-url\.)|scripts\/)/;

/** Lists what a run would do to each file of a package, with the pages that cause it. */
export function listChanges(plan: OutputPlan, out: string): readonly string[] {
  const pagesByFile = changedPagesOf(plan);
  return plan.files
    .filter((file) => changeOf(file) !== "unchanged")
    .map(
      (file) => `${labelOf(file).padEnd(WIDTH)} ${out}/${visible(file.path)}${printPages(pagesByFile.get(file.path))}`,
    );
}

function labelOf(file: PlannedFile): string {
  return losesWork(file) || file.disk === "missing" ? file.disk : LABELS[changeOf(file)];
}

/**
 * States why a package is not up to date.
 *
 * @param plan compared output with a change
 * @param inputs the cause if neither the files themselves nor the program explain the changes
 */
export function causeOf({ files }: OutputPlan, inputs: string): string {
  const changed = files.filter((file) => changeOf(file) !== "unchanged");
  const count = (disk: PlannedFile["disk"]): number => changed.filter((file) => file.disk === disk).length;
  const manifest = changed.find((file) => file.path === MANIFEST_PATH);
  const [edited, foreign, missing] = [count("edited"), count("foreign"), count("missing")];
  const isUnlisted = manifest?.before === null;
  const isNew = isUnlisted && !files.some(({ disk }) => disk === "same");
  const others = changed.filter(({ disk, path }) => path !== MANIFEST_PATH && (disk === "ours" || disk === "absent"));
  const byProgram = others.some(({ path }) => FIXED.test(path));
  const causes = [
    isNew ? "it is not generated yet" : isUnlisted ? "its manifest is missing" : null,
    edited > 0 ? `${numberOf(edited, "was", "were")} edited by hand` : null,
    foreign > 0 ? `${numberOf(foreign, "was", "were")} not written by this program` : null,
    missing > 0 ? `${numberOf(missing, "is", "are")} missing` : null,
    isUnlisted ? null : byProgram ? "another version of the program wrote it" : others.length > 0 ? inputs : null,
  ].filter((cause) => cause !== null);
  return causes.length > 0 ? causes.join("; ") : "its manifest was changed";
}

function numberOf(count: number, one: string, several: string): string {
  return count === 1 ? `1 file ${one}` : `${count} files ${several}`;
}
