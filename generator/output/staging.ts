/** Folder in the package where changed files wait; it exists only while a run writes. */
export const STAGING = ".graph-docs-staging";

/** Says that everything is staged, and what remains to be done. */
export const JOURNAL = `${STAGING}/journal.json`;

/** Where a file or folder of the package waits before it is moved into place. */
export function stagedPath(path: string): string {
  return `${STAGING}/new/${path}`;
}

/** Where a folder of the package goes when it makes way for another. */
export function retiredPath(folder: string): string {
  return `${STAGING}/old/${folder}`;
}
