/** A file of the generated package: POSIX path relative to the package, and its text. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
  /** The text is what the formatter would make of it. */
  readonly settled?: boolean;
}

/** A file before its text is made: printing takes longer than knowing what to print. */
export interface Draft {
  readonly path: string;
  /** Stands for everything that the text depends on, the program aside. */
  readonly content: string;
  print(): OutputFile;
}

/** Columns of the package's files. */
export const PRINT_WIDTH = 100;
