import type { Declaration } from "../syntax/declaration.ts";

/** A module of the package: its path below `src` and its declarations. */
export interface ModulePlan {
  readonly module: string;
  readonly declarations: readonly Declaration[];
}

/** Path of a module's file in the package. */
export function modulePath({ module }: Pick<ModulePlan, "module">): string {
  return `src/${module}.ts`;
}
