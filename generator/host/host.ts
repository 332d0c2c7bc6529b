/** Kind of the entry at a path. */
export type PathKind = "file" | "folder";

/** One change of a file system. */
export type FileChange =
  /** Moves a file or folder. Replaces a file at the target, but not a folder. Does nothing if `from` does not exist. */
  | { readonly kind: "move"; readonly from: string; readonly to: string }
  /** Removes a file or an empty folder. Does nothing if it does not exist or the folder is not empty. */
  | { readonly kind: "remove"; readonly path: string };

/** Identifies a state of a regular file without reading its content. */
export interface Stamp {
  /** Differs after the file was changed or replaced. */
  readonly text: string;
  /** Time of the last change, in milliseconds of the file system's clock. */
  readonly changed: number;
  /** Whether the change is old enough that another one would give another stamp, even with a coarse clock. */
  readonly isSettled: boolean;
}

/**
 * File access, which is injected everywhere, so that a stage runs on a disk or, in tests, on a `Map`. Absolute paths
 * come in; bytes, listings and stamps go out.
 */
export interface Host {
  /**
   * Files below a folder, as sorted POSIX paths relative to it; rejects if the folder does not exist, or if it or a
   * folder in it cannot be read. Symbolic links, `node_modules` and `.git` are excluded.
   *
   * @param inner whether to skip folders in it that cannot be read, or to include symbolic links and special files; the
   *   path of a link to a folder ends with a slash
   */
  list(folder: string, inner?: "skip unreadable" | "with links"): Promise<readonly string[]>;
  /** Kind of the entry at a path, or null if it does not exist. */
  kind(path: string): Promise<PathKind | null>;
  /** Real path, with all symbolic links resolved, or null if it does not exist. */
  real(path: string): Promise<string | null>;
  /** Whether a path itself is a symbolic link; false if it does not exist. */
  isLink(path: string): Promise<boolean>;
  /** Whether a path is a regular file or a link to one; null if it does not exist. Reading anything else may not end. */
  isRegular(path: string): Promise<boolean | null>;
  /** Stamps of files; null for anything but a regular file (also for a link), and on a host without stamps. */
  stamps(paths: readonly string[]): Promise<readonly (Stamp | null)[]>;
  /** Bytes of a file, or null if it does not exist. Rejects if it exists but cannot be read. */
  read(path: string): Promise<Uint8Array | null>;
  /** Writes a file and creates its folders. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Appends bytes to a file, even while another process appends to it. */
  append(path: string, bytes: Uint8Array): Promise<void>;
  /** Writes a file that does not exist, and creates its folders; returns false if the path exists. */
  create(path: string, bytes: Uint8Array): Promise<boolean>;
  /**
   * Creates a second folder with hard links to the same files, which take no further space.
   *
   * @param except files to exclude, as POSIX paths relative to the folder
   * @returns whether it succeeded; some file systems, links and mount points do not allow it
   */
  mirror(from: string, to: string, except: ReadonlySet<string>): Promise<boolean>;
  /** Makes changes in order and synchronously: no other code of this process runs between them. */
  change(changes: readonly FileChange[]): Promise<void>;
  /** Removes a folder with its content. */
  removeTree(path: string): Promise<void>;
}
