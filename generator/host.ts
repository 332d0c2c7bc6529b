/** File access, injected everywhere, so that a stage can be tested on a `Map` and run on a disk. Paths are absolute. */
export interface Host {
  /** Files below a folder, as sorted POSIX paths relative to it; rejects when the folder does not exist. */
  list(folder: string): Promise<readonly string[]>;
  /** Bytes of a file, or null when there is none. */
  read(path: string): Promise<Uint8Array | null>;
  /** Writes a file, making its folders. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Moves a file over another one in one step. */
  rename(from: string, to: string): Promise<void>;
  /** Removes a file or an empty folder; does nothing when there is none. */
  remove(path: string): Promise<void>;
}
