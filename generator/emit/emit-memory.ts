import { anew, createLast, type Last } from "../util/last.ts";
import type { ContentOutlines, Outline } from "./content.ts";
import type { Draft } from "./draft.ts";
import type { OutputFile } from "./model.ts";
import { createPlanMemory, NO_PLAN_MEMORY, type PlanMemory } from "./plan-memory.ts";

/** What all modules depend on; one object for as long as it is the same text. */
export interface Common {
  readonly text: string;
}

/** What is known of the package that was made last. */
export interface EmitMemory {
  readonly plan: PlanMemory;
  readonly outlines: Last<ContentOutlines>;
  readonly passing: Last<readonly Draft[]>;
  /** The section of the README that lists the modules. */
  readonly modules: Last<readonly string[]>;
  readonly positions: Last<OutputFile>;
  readonly common: Last<Common>;
  /** What stands for a module, by what it and all others are made of. */
  content(common: Common, outline: Outline, make: () => string): string;
}

/** For whoever makes one package. */
export const NO_EMIT_MEMORY: EmitMemory = {
  plan: NO_PLAN_MEMORY,
  outlines: anew,
  passing: anew,
  modules: anew,
  positions: anew,
  common: anew,
  content: (_, __, make) => make(),
};

/** Knows of no package yet. */
export function createEmitMemory(): EmitMemory {
  const contents = new WeakMap<Common, WeakMap<Outline, string>>();
  return {
    plan: createPlanMemory(),
    outlines: createLast(),
    passing: createLast(),
    modules: createLast(),
    positions: createLast(),
    common: createLast(),
    content: (common, outline, make) => {
      const known = contents.get(common) ?? new WeakMap<Outline, string>();
      contents.set(common, known);
      const content = known.get(outline) ?? make();
      known.set(outline, content);
      return content;
    },
  };
}
