/** A file of the generated package: POSIX path relative to the package, and its text. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
  /** Hash of the text as the manifest of the package has it, where it is known already. */
  readonly hash?: string;
  /** The text is what the formatter would make of it. */
  readonly settled?: boolean;
}

/** Columns of the package's files. */
export const PRINT_WIDTH = 100;
