/** What a thread is told at its beginning. */
export interface ThreadData {
  /** Where compiled code is kept, absolute, or null. */
  readonly codeFolder: string | null;
}

/** Where the thread that was given some data may keep compiled code. */
export function codeFolderOf(data: unknown): string | null {
  return isThreadData(data) ? data.codeFolder : null;
}

function isThreadData(value: unknown): value is ThreadData {
  return typeof value === "object" && value !== null && "codeFolder" in value;
}
