/** A file of the generated package: POSIX path relative to the package, and its text. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}
