/** What an author wants to know of a diagnostic beyond its meaning. */
export interface Advice {
  /** Why it matters. */
  readonly why: string;
  /** How to mend it. */
  readonly mend: string;
}
