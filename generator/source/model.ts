/** A page whose text is loaded on demand. */
export interface FoundPage {
  /** POSIX path relative to the docs folder. */
  readonly path: string;
  /** Fingerprint of the page and all of its includes, which changes with any of their texts. */
  readonly content: string;
  /** All files that the page includes, directly or indirectly, even if they do not exist. */
  readonly includes: readonly string[];
  /**
   * Reads the page.
   *
   * @throws Error with the code ECHANGED if a file changed after the page was found
   */
  load(): Promise<SourcePage>;
}

/** One page as read from disk, which is the input of all stages. */
export interface SourcePage {
  /** POSIX path relative to the docs folder. */
  readonly path: string;
  /** Text with `\n` line endings and without a byte order mark; null if the file cannot be decoded. */
  readonly text: string | null;
  /** Reason why `text` is null, for the message. */
  readonly problem: string | null;
  /**
   * Texts of all files that the page includes, directly or indirectly, by path relative to the docs folder
   * (`../includes/x.md` for a file outside of it); null for a file that does not exist or is outside the root.
   */
  readonly includes: Readonly<Record<string, string | null>>;
}
