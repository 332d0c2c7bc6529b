/** What stands on disk under a path of the plan. */
export type DiskState =
  /** Nothing. */
  | "absent"
  /** The text that is planned, line ends aside. */
  | "same"
  /** What an earlier run wrote. */
  | "ours"
  /** Ours by the manifest, but changed since. */
  | "edited"
  /** A file that no run of ours wrote. */
  | "foreign";

/** One file of the package, with what the disk holds in its place. */
export interface PlannedFile {
  /** POSIX path relative to the package. */
  readonly path: string;
  /** Text to stand there; null for a file that an earlier run wrote and this one does not. */
  readonly text: string | null;
  /** Hash of the text as the manifest has it. */
  readonly hash: string | null;
  /** Text on disk, or null without a file; of a file that stays as it is the planned text, whatever its line ends. */
  readonly before: string | null;
  readonly disk: DiskState;
}

/** Everything a run would do to the output folder; nothing is written yet. */
export interface OutputPlan {
  /** Folder of the package, absolute. */
  readonly out: string;
  /** Files in the order of their paths, the manifest among them. */
  readonly files: readonly PlannedFile[];
  /** How many files besides stand there as an earlier run has made them, and as this one would. */
  readonly recalled: number;
}

export type Change = "created" | "changed" | "removed" | "unchanged";

/** What a run would do to a file. */
export function changeOf(file: PlannedFile): Change {
  if (file.disk === "same") return "unchanged";
  if (file.text === null) return file.disk === "absent" ? "unchanged" : "removed";
  return file.disk === "absent" ? "created" : "changed";
}

/** True where a run would lose work that is not the generator's. */
export function losesWork(file: PlannedFile): boolean {
  return changeOf(file) !== "unchanged" && (file.disk === "edited" || file.disk === "foreign");
}
