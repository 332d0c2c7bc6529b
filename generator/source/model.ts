/** A page that was found: what is known of it before anybody needs its text. */
export interface FoundPage {
  /** POSIX path relative to the docs folder. */
  readonly path: string;
  /** Stands for the text of the page and of all that it includes: where one is another, this is another. */
  readonly content: string;
  /** Every file that the page includes, directly or through another include, whether it is there or not. */
  readonly includes: readonly string[];
  /**
   * Reads the page.
   *
   * @throws Error with the code ECHANGED when it is not the page any more that was found
   */
  load(): Promise<SourcePage>;
}

/** One page as read from disk: the input of everything that is pure. */
export interface SourcePage {
  /** POSIX path relative to the docs folder. */
  readonly path: string;
  /** Text with `\n` line ends and without byte order mark; null when the file is no text. */
  readonly text: string | null;
  /** Why `text` is null, for the message. */
  readonly problem: string | null;
  /**
   * Every file that the page includes, directly or through another include: text by path relative to the docs
   * folder (`../includes/x.md` for one in the wider root), null for one that is missing or outside the root.
   */
  readonly includes: Readonly<Record<string, string | null>>;
}
