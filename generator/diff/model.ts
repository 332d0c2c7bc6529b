import type { ApiModel } from "../api/model.ts";

/** The compared parts of a model: everything except the diagnostics. */
export type Api = Pick<ApiModel, "baseUrl" | "types" | "enums" | "operations">;

/** The same item before and after the change. */
export interface Pair<T> {
  readonly before: T;
  readonly after: T;
}

/**
 * Effect of a change on TypeScript programs that use the package: `breaking` stops them from compiling or working,
 * `additive` only adds to the package, `docs` changes only documentation.
 */
export const CHANGE_CLASSES = ["breaking", "additive", "docs"] as const;
export type ChangeClass = (typeof CHANGE_CLASSES)[number];

/** Output formats of a comparison. */
export const DIFF_FORMATS = ["markdown", "json"] as const;
export type DiffFormat = (typeof DIFF_FORMATS)[number];

/** Class of a change with its reason. */
export interface Impact {
  readonly class: ChangeClass;
  /** Whether a breaking change stops programs from compiling or only fails at run time; null for other classes. */
  readonly noticed: "compile" | "run" | null;
  /** Markdown without text from pages; empty if the kind of change is reason enough. */
  readonly reason: string;
}
