/** State of a planned file on disk. */
export type DiskState =
  /** The file does not exist, nor does the manifest list it. */
  | "absent"
  /** The manifest lists it, but it does not exist. */
  | "missing"
  /** It has the planned text; line endings may differ. */
  | "same"
  /** It has the text that an earlier run wrote. */
  | "ours"
  /** The manifest lists it, but it was edited. */
  | "edited"
  /** The manifest does not list it. */
  | "foreign";

/** One file of the package with its state on disk. */
export interface PlannedFile {
  /** POSIX path relative to the package. */
  readonly path: string;
  /** Planned text; null for a file of an earlier run that this run removes. */
  readonly text: string | null;
  /** Hash of the planned text for the manifest. */
  readonly hash: string | null;
  /** Text on disk, or null if the file is missing; for an unchanged file, the planned text. */
  readonly before: string | null;
  readonly disk: DiskState;
}

/** The changes that a run makes to the output folder; nothing is written yet. */
export interface OutputPlan {
  /** Folder of the package, absolute. */
  readonly out: string;
  /** Files sorted by path, including the manifest. */
  readonly files: readonly PlannedFile[];
  /** Number of further files that are on disk as this run would write them. */
  readonly unchanged: number;
}

export type Change = "created" | "changed" | "removed" | "unchanged";

/** Change that a run makes to a file. */
export function changeOf(file: PlannedFile): Change {
  if (file.disk === "same") return "unchanged";
  const exists = file.disk !== "absent" && file.disk !== "missing";
  if (file.text === null) return exists ? "removed" : "unchanged";
  return exists ? "changed" : "created";
}

/** Whether a run would overwrite or remove text that the generator did not write. */
export function losesWork(file: PlannedFile): boolean {
  return changeOf(file) !== "unchanged" && (file.disk === "edited" || file.disk === "foreign");
}
