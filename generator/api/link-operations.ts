import { isEqual } from "../util/equal.ts";
import type { MethodFacts, Page } from "../page/model.ts";
import type { LinkContext } from "./draft.ts";
import { baseUrlsOf } from "./base-url.ts";
import { namedListsIn, type NamedList } from "./enums.ts";
import type { LinkMemory } from "./link-memory.ts";
import { recordLookUps, replay, type LookUps, type RecordedStep } from "./look-ups.ts";
import type { OperationModel } from "./model.ts";
import { linkOperation, type OperationDraft } from "./operations.ts";

/** A step with what it looked up and told. */
export type KeptStep = Pick<RecordedStep<unknown>, "reads" | "told">;

/** What is counted over all operations, told by their own facts. */
export interface CountedFacts {
  /** Enum types that rows of the body name beside a list of values. */
  readonly namedLists: readonly NamedList[];
  /** Host and version that example requests call, in lower case. */
  readonly baseUrls: readonly string[];
}

/** An operation as it was linked, with all that it depends on besides its own facts. */
export interface LinkedOperation {
  readonly counted: CountedFacts;
  readonly draft: OperationDraft;
  readonly link: KeptStep;
  /** What its examples told of types; null where they say something new of types that no page defines. */
  readonly inference: KeptStep | null;
}

/** Operations as earlier runs linked them. */
export interface KeptOperations {
  recall(page: Page): LinkedOperation | null;
  keep(page: Page, operation: LinkedOperation): void;
  /** Learns what has become of an operation that was recalled or kept. */
  settle(draft: OperationDraft, operation: OperationModel): void;
}

/** An operation on its way through the link stage. */
export interface OperationLink {
  readonly page: Page;
  readonly draft: OperationDraft;
  /** What an earlier run knows of it that still holds. */
  readonly known: LinkedOperation | null;
  /** How it was linked now, where that can be kept. */
  readonly fresh: KeptStep | null;
}

/** Finds what is counted over all operations in the facts of one. */
export function countedFacts({ operation }: Page): CountedFacts {
  if (operation === null) return { namedLists: [], baseUrls: [] };
  return { namedLists: namedListsIn(operation.requestBody?.properties ?? []), baseUrls: baseUrlsOf(operation) };
}

/** Links operations, or takes them from what earlier runs have linked. */
export interface Linker {
  /** Links the operation of a page, in the order of the pages; null where it has none. */
  link(page: Page, method: MethodFacts | undefined): OperationLink | null;
  /**
   * Lets the examples of an operation tell of types, in the same order.
   *
   * @param step how they do
   */
  infer(link: OperationLink, step: (context: LinkContext) => void): void;
  /** Tells that all operations are linked. */
  end(): void;
}

/** A linker that knows of no other run. */
function plainLinker(context: LinkContext): Linker {
  return {
    link: (page, method) => {
      const facts = page.operation;
      if (facts === null) return null;
      return { page, draft: linkOperation(context, page, facts, method), known: null, fresh: null };
    },
    infer: (_, step) => {
      step(context);
    },
    end: () => undefined,
  };
}

/**
 * Makes a linker.
 *
 * @param context types have their rows and bases
 * @param kept where operations are kept, or null
 * @param recalled what is kept of the pages at hand
 * @param memory what is known of the run before, or null
 */
export function createLinker(
  context: LinkContext,
  kept: KeptOperations | null,
  recalled: ReadonlyMap<Page, LinkedOperation>,
  memory: LinkMemory | null,
): Linker {
  if (kept === null) return plainLinker(context);
  // Between the two steps a type may lose its base: what the first found out does not count for the second.
  const linking = recordLookUps(context, memory?.linking ?? null);
  const inferring = recordLookUps(context, memory?.inferring ?? null);
  return {
    link: (page, method) => {
      const link = linkKept(context, linking, page, method, recalled.get(page));
      return link === null || memory === null ? link : shareDraft(memory, link);
    },
    infer: (link, step) => {
      inferKept(context, inferring, kept, link, step);
    },
    end: () => {
      linking.end();
      inferring.end();
    },
  };
}

/** What was linked anew often says what it said in the run before. */
function shareDraft({ drafts }: LinkMemory, link: OperationLink): OperationLink {
  const { page, draft } = link;
  const before = drafts.get(page);
  if (before === draft) return link;
  if (before !== undefined && isSameDraft(before, draft)) return { ...link, draft: before };
  drafts.set(page, draft);
  return link;
}

function isSameDraft(a: OperationDraft, b: OperationDraft): boolean {
  const { inheritedFrom: fromA, ...restA } = a;
  const { inheritedFrom: fromB, ...restB } = b;
  return isEqual(restA, restB) && isEqual([...fromA], [...fromB]);
}

function linkKept(
  context: LinkContext,
  lookUps: LookUps,
  page: Page,
  method: MethodFacts | undefined,
  known: LinkedOperation | undefined,
): OperationLink | null {
  const returns = method?.returns ?? null;
  if (known !== undefined && lookUps.holds(known.link.reads, returns)) {
    replay(context, known.link.told);
    return { page, draft: known.draft, known, fresh: null };
  }
  const facts = page.operation;
  if (facts === null) return null;
  const { made, isPlain, ...fresh } = lookUps.record((view) => linkOperation(view, page, facts, method), returns);
  replay(context, fresh.told);
  return { page, draft: made, known: null, fresh: isPlain ? fresh : null };
}

function inferKept(
  context: LinkContext,
  lookUps: LookUps,
  kept: KeptOperations,
  { page, draft, known, fresh }: OperationLink,
  step: (context: LinkContext) => void,
): void {
  const before = known?.inference ?? null;
  if (before !== null && lookUps.holds(before.reads, null)) {
    replay(context, before.told);
    return;
  }
  const inference = inferAnew(context, lookUps, step);
  if (fresh !== null) kept.keep(page, { counted: countedFacts(page), draft, link: fresh, inference });
  else if (known !== null && inference !== before) kept.keep(page, { ...known, inference });
}

/** @returns null where it has to be done again each time */
function inferAnew(context: LinkContext, lookUps: LookUps, step: (context: LinkContext) => void): KeptStep | null {
  const { isPlain, reads, told } = lookUps.record(step, null);
  replay(context, told);
  return isPlain && !lookUps.areGrowing(reads.keys) ? { reads, told } : null;
}
