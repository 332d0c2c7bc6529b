import type { Declaration } from "../syntax/declaration.ts";

/** Input of the printer: plain data, so that it can be sent to another thread. */
export type PrintItem =
  | { readonly kind: "module"; readonly statements: readonly Declaration["structure"][] }
  | { readonly kind: "script"; readonly name: string; readonly source: string };

/** A printer input, and the function that turns the printed text into a result. */
export interface PrintTask<T> {
  readonly item: PrintItem;
  /** Returns the result for the printed text. */
  readonly finish: (printed: string) => T;
}
