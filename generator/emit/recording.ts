import { RecordedMap } from "../util/recorded-map.ts";
import { facet, type FacetKind } from "./facets.ts";
import type { Input } from "./draft.ts";
import type { Plan, TypePlan } from "./plan.ts";

/** What was made with a plan, and the facets of the plan that were read for it. */
export interface Recorded<T> {
  readonly made: T;
  readonly inputs: readonly Input[];
}

/** Makes something with a plan, and writes down what is read of it. */
export type RecordReads = <T>(make: (plan: Plan) => T) => Recorded<T>;

type NoteFacet = (kind: FacetKind, name: string, property?: string | null) => void;

/** Declarations look up one name after another; a list of all that the package has would depend on everything. */
function noteNames(kind: FacetKind, note: NoteFacet): (name: string | null) => void {
  return (name) => {
    if (name === null) throw new Error(`expected a declaration to ask for one ${kind} by its name`);
    note(kind, name);
  };
}

/** Types whose members note that they are read: first what any declaration may look at, then each property. */
class RecordedTypes extends RecordedMap<TypePlan> {
  readonly #views = new Map<string, TypePlan>();
  readonly #note: NoteFacet;

  constructor(types: ReadonlyMap<string, TypePlan>, note: NoteFacet) {
    super(types, noteNames("type", note));
    this.#note = note;
  }

  override get(name: string): TypePlan | undefined {
    const type = super.get(name);
    if (type === undefined) return undefined;
    const view = this.#views.get(name) ?? viewType(type, this.#note);
    this.#views.set(name, view);
    return view;
  }
}

function viewType(type: TypePlan, note: NoteFacet): TypePlan {
  const { fullName, model, properties } = type;
  const { name, namespace, kind, keys, abstract, inferred } = model;
  const words = (): TypePlan["model"] => {
    note("words", fullName);
    return model;
  };
  return {
    ...type,
    model: {
      ...{ name, namespace, kind, keys, abstract, inferred },
      get description() {
        return words().description;
      },
      get deprecated() {
        return words().deprecated;
      },
      get source() {
        return words().source;
      },
    },
    subtypeProperties: {
      [Symbol.iterator]: () => {
        note("derived", fullName);
        return type.subtypeProperties[Symbol.iterator]();
      },
    },
    properties: {
      own: new RecordedMap(properties.own, (property) => {
        note("own", fullName, property);
      }),
      all: new RecordedMap(properties.all, (property) => {
        note("all", fullName, property);
      }),
    },
  };
}

/**
 * Prepares to record what is read of a plan.
 *
 * @param plan names and modules of the package
 */
export function recordPlan(plan: Plan): RecordReads {
  let inputs: Set<Input> | null = null;
  const view = viewPlan(plan, (...read) => {
    if (inputs === null)
      throw new Error(`Unexpected look at ${read.join(" ")}, expected nothing to be left to look up`);
    inputs.add(facet(...read));
  });
  return (make) => {
    const found = new Set<Input>();
    inputs = found;
    const made = make(view);
    inputs = null;
    return { made, inputs: [...found] };
  };
}

function viewPlan(plan: Plan, note: NoteFacet): Plan {
  return {
    ...plan,
    types: new RecordedTypes(plan.types, note),
    enums: new RecordedMap(plan.enums, noteNames("enum", note)),
    operations: new RecordedMap(plan.operations, noteNames("operation", note)),
    hierarchy: {
      bases: new RecordedMap(plan.hierarchy.bases, noteNames("base", note)),
      subtypes: new RecordedMap(plan.hierarchy.subtypes, noteNames("subtypes", note)),
    },
    bareTypeNames: {
      has: (name) => {
        note("bare", name);
        return plan.bareTypeNames.has(name);
      },
    },
  };
}
