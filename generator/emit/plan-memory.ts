import type { OperationModel } from "../api/model.ts";
import { anew, anewByName, areSame, createLast, createLastByName, type Last, type LastByName } from "../util/last.ts";
import type { Hierarchy } from "./hierarchy.ts";
import type { TypeProperties } from "./members.ts";
import type { ModulePaths } from "./modules.ts";
import type { GivenNames } from "./names.ts";
import { answersOf } from "./routes.ts";
import type { EnumPlan, OperationPlan, TypePlan } from "./plan.ts";

/** What is known of the plan of a model that was made last. */
export interface ModelMemory {
  readonly enumNames: Last<ReadonlySet<string>>;
  readonly sorted: Last<readonly OperationModel[]>;
  readonly properties: LastByName<TypeProperties>;
  readonly derived: LastByName<readonly string[]>;
  readonly types: LastByName<TypePlan>;
  readonly enums: LastByName<EnumPlan>;
  readonly operations: LastByName<OperationPlan>;
}

/** What is known of the plan of a package that was made last: one model, or two where it is a selection of another. */
export interface PlanMemory {
  readonly paths: Last<ModulePaths>;
  readonly hierarchy: Last<Hierarchy>;
  readonly bareTypeNames: Last<ReadonlySet<string>>;
  /** Names as they were given last. */
  given(): GivenNames;
  note(given: GivenNames): void;
  /** Whether some URLs of an operation give content, and others JSON. */
  isMixed(model: OperationModel): boolean;
  readonly whole: ModelMemory;
  readonly part: ModelMemory;
}

function isMixed(model: OperationModel): boolean {
  return answersOf(model) === "mixed";
}

const NO_MODEL_MEMORY: ModelMemory = {
  enumNames: anew,
  sorted: anew,
  properties: anewByName,
  derived: anewByName,
  types: anewByName,
  enums: anewByName,
  operations: anewByName,
};

/** For whoever makes one plan. */
export const NO_PLAN_MEMORY: PlanMemory = {
  paths: anew,
  hierarchy: anew,
  bareTypeNames: anew,
  given: () => [],
  note: () => undefined,
  isMixed,
  whole: NO_MODEL_MEMORY,
  part: NO_MODEL_MEMORY,
};

/** Knows of no plan yet. */
export function createPlanMemory(): PlanMemory {
  let last: GivenNames = [];
  const mixed = new WeakMap<OperationModel, boolean>();
  return {
    paths: createLast(),
    hierarchy: createLast(),
    bareTypeNames: createLast(haveSame),
    given: () => last,
    note: (given) => {
      last = given;
    },
    isMixed: (model) => {
      const known = mixed.get(model) ?? isMixed(model);
      mixed.set(model, known);
      return known;
    },
    whole: createModelMemory(),
    part: createModelMemory(),
  };
}

function createModelMemory(): ModelMemory {
  return {
    enumNames: createLast(),
    sorted: createLast(),
    properties: createLastByName(),
    derived: createLastByName<readonly string[]>(areSame),
    types: createLastByName(),
    enums: createLastByName(),
    operations: createLastByName(),
  };
}

function haveSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((name) => b.has(name));
}
