/** What stands at a path. */
export type PathKind = "file" | "folder";

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
  /** Bytes of a file, or null when there is none. Rejects when there is one that cannot be read. */
  read(path: string): Promise<Uint8Array | null>;
  /** Writes a file, making its folders. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Moves a file over another one in one step, making the folders of the new place. */
  rename(from: string, to: string): Promise<void>;
  /** Removes a file or an empty folder; does nothing when there is none or the folder is not empty. */
  remove(path: string): Promise<void>;
}
