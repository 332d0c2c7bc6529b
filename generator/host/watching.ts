/** Tells of changes of files while they are watched. */
export interface Watching {
  /**
   * Waits for changes; those that come shortly after each other, or while nobody waited, are told together.
   *
   * @returns absolute paths of files that were made, changed or removed; null when watching is to end
   */
  next(): Promise<ReadonlySet<string> | null>;
  /** Watches more files. */
  add(files: readonly string[]): void;
  close(): Promise<void>;
}

/** What a command needs that goes on until the user ends it. */
export interface Live {
  /**
   * Begins to watch; resolves when no change can be missed any more.
   *
   * @param paths files and folders, absolute
   * @param isIgnored whether to leave out a path; `isFile` is false while that is not known
   */
  watch(
    paths: readonly string[],
    isIgnored: (path: string, isFile: boolean) => boolean,
    stopped: Promise<void>,
  ): Promise<Watching>;
  /** Resolves when the user ends the program. */
  stopped(): Promise<void>;
}
