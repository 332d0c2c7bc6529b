/** What stands at a path. */
export type PathKind = "file" | "folder";

/** One change of a file system. */
export type FileChange =
  /** Moves a file or folder; a file in the new place is replaced, a folder is not. Does nothing without one to move. */
  | { readonly kind: "move"; readonly from: string; readonly to: string }
  /** Removes a file or an empty folder; does nothing when there is none or the folder is not empty. */
  | { readonly kind: "remove"; readonly path: string };

/** Tells one state of a plain file from another without its content. */
export interface Stamp {
  /** Differs when the file was changed or replaced since. */
  readonly text: string;
  /** When that was last, in milliseconds of the file system's clock. */
  readonly changed: number;
  /** Whether that is so long ago that another change would give another stamp, however coarse the clock is. */
  readonly isSettled: boolean;
}

/** File access, injected everywhere, so that a stage can be tested on a `Map` and run on a disk. Paths are absolute. */
export interface Host {
  /**
   * Files below a folder, as sorted POSIX paths relative to it; rejects when the folder does not exist.
   * Symbolic links, `node_modules` and `.git` are left out.
   */
  list(folder: string): Promise<readonly string[]>;
  /** What stands at a path, or null when there is nothing. */
  kind(path: string): Promise<PathKind | null>;
  /** A path with every symbolic link in it followed, or null when nothing stands there. */
  real(path: string): Promise<string | null>;
  /** Whether a path itself is a symbolic link; false when nothing stands there. */
  isLink(path: string): Promise<boolean>;
  /** Stamps of files; null for what is no plain file (a link is none), and everywhere on a host that has no stamps. */
  stamps(paths: readonly string[]): Promise<readonly (Stamp | null)[]>;
  /** Bytes of a file, or null when there is none. Rejects when there is one that cannot be read. */
  read(path: string): Promise<Uint8Array | null>;
  /** Writes a file, making its folders. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Adds bytes at the end of a file, also where another process does so at the same time. */
  append(path: string, bytes: Uint8Array): Promise<void>;
  /** Writes a file where nothing stands, making its folders; says whether it did. */
  create(path: string, bytes: Uint8Array): Promise<boolean>;
  /**
   * Makes a second folder that holds the same files: a file stands in both folders and takes no more room.
   *
   * @param except files to leave out, as POSIX paths relative to the folder
   * @returns whether it could be done: not where a link or a mount stands in the way, nor on every file system
   */
  mirror(from: string, to: string, except: ReadonlySet<string>): Promise<boolean>;
  /** Makes changes in their order and in one stretch: nothing else of this process happens between them. */
  change(changes: readonly FileChange[]): Promise<void>;
  /** Removes a folder with all that is in it. */
  removeTree(path: string): Promise<void>;
}
