/** Reports changes of watched files. */
export interface Watching {
  /**
   * Waits for changes. Changes in quick succession, or from before the call, are reported together.
   *
   * @returns absolute paths of files that were created, changed or removed; null if watching ends
   */
  next(): Promise<ReadonlySet<string> | null>;
  /** Watches more files. */
  add(files: readonly string[]): void;
  close(): Promise<void>;
}

/** Functions for a command that runs until the user stops it. */
export interface Live {
  /**
   * Begins to watch; resolves once all further changes are reported.
   *
   * @param paths files and folders, absolute
   * @param isIgnored whether to ignore a path; `isFile` is false if the kind is not yet known
   */
  watch(
    paths: readonly string[],
    isIgnored: (path: string, isFile: boolean) => boolean,
    stopped: Promise<void>,
  ): Promise<Watching>;
  /** Resolves when the user stops the program. */
  stopped(): Promise<void>;
}
