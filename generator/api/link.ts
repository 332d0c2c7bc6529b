import { compareDiagnostics, createCollector, type Collector, type Diagnostic } from "../diagnostics/diagnostic.ts";
import type { MethodFacts, Page } from "../page/model.ts";
import { fileStem } from "../util/paths.ts";
import { settleEnums } from "./enums/aliases.ts";
import { mostUsedBaseUrl } from "./base-url.ts";
import { mendRelationships } from "./link/collections.ts";
import { declare, type Declarations } from "./declare/declare.ts";
import type { LinkContext } from "./draft.ts";
import { buildEnums, indexEnums, indexNamedLists } from "./enums/enums.ts";
import { finishEnums, finishOperations, finishTypes, usedEnums } from "./names/finish.ts";
import { inferFromOperations } from "./infer/from-operations.ts";
import { draftStubs, linkBases } from "./link/inherit.ts";
import { dropInherited, useCommonBases } from "./infer/inherited-rows.ts";
import { adoptFamilies } from "./infer/family.ts";
import { findEntities } from "./link/kinds.ts";
import { FORMAT_VERSION, type ApiModel } from "./model.ts";
import { linkOperation, type OperationDraft } from "./link/operations.ts";
import { draftTypes } from "./link/types.ts";

/**
 * Links the facts of all pages into the model: declare names, resolve types, bases, operations, fill what no page
 * defines, decide names.
 *
 * @param pages facts of every page, in the order of their paths
 * @param found diagnostics of the stages before
 */
export function linkPages(pages: readonly Page[], found: readonly Diagnostic[]): ApiModel {
  const collector = createCollector();
  const declarations = collector.pipe(declare(pages));
  const context = createContext(declarations, indexNamedLists(pages), collector);
  draftTypes(context, declarations.types.values());
  linkBases(context, declarations.types.values());
  const drafts = linkOperations(context, pages);
  draftStubs(context);
  inferFromOperations(context, drafts);
  draftStubs(context);
  mendRelationships(context, drafts);
  useCommonBases(context);
  adoptFamilies(context);
  const entities = findEntities(context, drafts);
  const settled = settleEnums(context, buildEnums(context, declarations.enums.values()), drafts);
  dropInherited(context);
  const types = finishTypes(context, entities);
  const operations = collector.pipe(finishOperations(settled.operations));
  return {
    formatVersion: FORMAT_VERSION,
    baseUrl: mostUsedBaseUrl(pages),
    types,
    enums: finishEnums(usedEnums(settled.enums, types, settled.operations), types),
    operations,
    diagnostics: [...found, ...collector.diagnostics].toSorted(compareDiagnostics),
  };
}

function createContext(
  declarations: Declarations,
  namedLists: LinkContext["namedLists"],
  collector: Collector,
): LinkContext {
  return {
    symbols: declarations.symbols,
    collector,
    types: new Map(),
    listedEnums: new Map(),
    comparedLists: [],
    alternatives: [],
    unstated: new Map(),
    inlineEnums: new Set(),
    flagEnums: new Set(),
    enumUses: new Map(),
    enumsByValues: indexEnums(declarations),
    namedLists,
    stubs: new Map(),
  };
}

function linkOperations(context: LinkContext, pages: readonly Page[]): readonly OperationDraft[] {
  const methods = indexMethods(pages);
  return pages.flatMap((page) => {
    const method = methods.get(page.path.toLowerCase())?.method;
    return page.operation === null ? [] : [linkOperation(context, page, page.operation, method)];
  });
}

interface MethodRow {
  readonly page: Page;
  readonly method: MethodFacts;
}

/** Methods rows by the page they link; the row of the resource that the page is named after beats those of others. */
function indexMethods(pages: readonly Page[]): ReadonlyMap<string, MethodRow> {
  const index = new Map<string, MethodRow>();
  for (const page of pages) {
    for (const method of page.methods) {
      const known = index.get(method.target);
      const row = { page, method };
      if (known === undefined || (isOwn(row) && !isOwn(known))) index.set(method.target, row);
    }
  }
  return index;
}

function isOwn({ page, method }: MethodRow): boolean {
  const words = fileStem(method.target).split("-");
  return page.types.some(({ name }) => words.includes(name.toLowerCase()));
}
