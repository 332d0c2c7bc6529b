/** How much a diagnostic matters: an `error` loses or contradicts a fact, a `warning` was mended, an `info` is worth knowing. */
export type Severity = "error" | "warning" | "info";

interface Entry<P> {
  readonly severity: Severity;
  readonly message: (params: P) => string;
}

const entry = <P>(severity: Severity, message: (params: P) => string): Entry<P> => ({ severity, message });

/** Every diagnostic the generator can give. Messages say "Unexpected X, expected Y". */
export const catalog = {
  // source
  "file-unreadable": entry<{ reason: string }>(
    "error",
    ({ reason }) => `Unexpected unreadable file (${reason}), expected UTF-8 Markdown`,
  ),
} as const;

export type DiagnosticCode = keyof typeof catalog;

/** The parameters that the message of a code needs. */
export type DiagnosticParams<C extends DiagnosticCode> = Parameters<(typeof catalog)[C]["message"]>[0];
