/** How much a diagnostic matters: an `error` loses or contradicts a fact, a `warning` was mended, an `info` is worth knowing. */
export type Severity = "error" | "warning" | "info";

/** One kind of diagnostic: how much it matters and what it says. */
export interface Entry<P> {
  readonly severity: Severity;
  readonly message: (params: P) => string;
}

/** Makes an entry; what its message needs is told by the type. */
export const entry = <P>(severity: Severity, message: (params: P) => string): Entry<P> => ({ severity, message });
