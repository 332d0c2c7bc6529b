import type { ApiModel } from "../api/model.ts";
import type { Place } from "../diagnostics/diagnostic.ts";
import type { ChangeKind } from "./catalog.ts";

/** What is compared: all that a model says of the API, without what was noticed while reading it. */
export type Api = Pick<ApiModel, "baseUrl" | "types" | "enums" | "operations">;

/** The same thing before and after. */
export interface Pair<T> {
  readonly before: T;
  readonly after: T;
}

/**
 * What a change does to a TypeScript program that uses the package: `breaking` stops it from compiling or from
 * working, `additive` offers more and takes nothing, `docs` is seen by a reader only.
 */
export const CHANGE_CLASSES = ["breaking", "additive", "docs"] as const;
export type ChangeClass = (typeof CHANGE_CLASSES)[number];

/** How a comparison is printed. */
export const DIFF_FORMATS = ["markdown", "json"] as const;
export type DiffFormat = (typeof DIFF_FORMATS)[number];

/** The class of a change, and why. */
export interface Verdict {
  readonly class: ChangeClass;
  /** What shows that a change is breaking: the compiler, or only the service; null for the other classes. */
  readonly noticed: "compile" | "run" | null;
  /** Plain words in Markdown, none of them from a page; empty where the change speaks for itself. */
  readonly reason: string;
}

/** One thing that differs between two models. */
export interface Change extends Verdict {
  readonly kind: ChangeKind;
  /** Module of the package that has it; empty for the package as a whole. */
  readonly module: string;
  /** What changed, e.g. `user.displayName`. */
  readonly subject: string;
  /** What it was and what it is, where the kind of change has that. */
  readonly before: string | null;
  readonly after: string | null;
  /** Of something removed or added: what its page has in its place, or had. A hint: the page may mean something new. */
  readonly renamed: string | null;
  /** Where the docs say so: in the docs after the change, or in those before it for what is gone. */
  readonly place: Place;
  readonly side: "before" | "after";
}
