import type { Declaration } from "./declaration.ts";

/** What the printer is given: plain data, so that it can stand on another thread. */
export type PrintItem =
  | { readonly kind: "module"; readonly statements: readonly Declaration["structure"][] }
  | { readonly kind: "script"; readonly name: string; readonly source: string };
