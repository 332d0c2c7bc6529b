/** Folder in the package that contains staged files; it exists only while a run writes. */
export const STAGING = ".graph-docs-staging";

/** File that exists once everything is staged; it lists the remaining steps. */
export const JOURNAL = `${STAGING}/journal.json`;

/** Path of a staged file or folder. */
export function stagedPath(path: string): string {
  return `${STAGING}/new/${path}`;
}

/** Path to which a folder of the package is moved before it is replaced. */
export function retiredPath(folder: string): string {
  return `${STAGING}/old/${folder}`;
}
