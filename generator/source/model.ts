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
