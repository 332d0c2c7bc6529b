import type { Page, PropertyFacts } from "../page/model.ts";
import { createLookUpMemory, type LookUpMemory } from "./look-up-memory.ts";
import type { OperationModel, PropertyModel } from "./model.ts";
import type { OperationDraft } from "./operations.ts";
import type { SymbolTable } from "./symbols.ts";

/** What is known of the run before in the same process, so that what has not changed is made of the same objects. */
export interface LinkMemory {
  /** Properties by the rows that state them. */
  readonly properties: WeakMap<PropertyFacts, PropertyModel>;
  /** Operations by what they were before they had a name. */
  readonly operations: WeakMap<OperationDraft, OperationModel>;
  /** Operations before they had a name, by their pages. */
  readonly drafts: WeakMap<Page, OperationDraft>;
  /** What was looked up to link operations, and to let their examples tell of types. */
  readonly linking: LookUpMemory;
  readonly inferring: LookUpMemory;
  /** Names of the docs. */
  symbols(): SymbolTable | null;
  noteSymbols(symbols: SymbolTable): void;
}

/** Knows of no run yet. */
export function createLinkMemory(): LinkMemory {
  let last: SymbolTable | null = null;
  return {
    properties: new WeakMap(),
    operations: new WeakMap(),
    drafts: new WeakMap(),
    linking: createLookUpMemory(),
    inferring: createLookUpMemory(),
    symbols: () => last,
    noteSymbols: (symbols) => {
      last = symbols;
    },
  };
}
