import { compareDiagnostics, createCollector, type Collector, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { DEFAULT_NAMESPACE, operationsOf, type MethodFacts, type Page } from "../page/model.ts";
import { fileStem } from "../util/paths.ts";
import { finalizeEnums } from "./enums/aliases.ts";
import { findBaseUrl } from "./base-url.ts";
import { fixRelationships } from "./link/collections.ts";
import { declare, type Declarations } from "./declare/declare.ts";
import type { LinkContext } from "./link-context.ts";
import { buildEnums, indexEnums, indexMembers, indexNamedLists } from "./enums/enums.ts";
import { finishEnums, finishOperations, finishTypes, usedEnums } from "./names/finish.ts";
import { inferFromOperations } from "./infer/from-operations.ts";
import { addStubs, linkBases } from "./link/inherit.ts";
import { useCommonBases } from "./infer/alternatives.ts";
import { dropInherited } from "./infer/inherited-rows.ts";
import { inferAbstract } from "./infer/abstract-types.ts";
import { adoptFamilies } from "./infer/family.ts";
import { correctByExamples } from "./infer/shown-values.ts";
import { openPropertyBags, spreadOpen } from "./infer/open-types.ts";
import { findEntities } from "./link/kinds.ts";
import { FORMAT_VERSION, type ApiModel } from "./model.ts";
import { linkOperation, type OperationDraft } from "./link/operations.ts";
import { addTypes } from "./link/types.ts";
import { correctByUrl } from "./link/url-responses.ts";

/**
 * Links the facts of all pages into the model. The stages run in this order: declare/ collects the defined names, link/
 * resolves types, bases and operations, infer/ adds unstated facts, enums/ builds enums, names/ assigns names.
 * select/ later reduces a finished model to a part of it.
 *
 * @param pages facts of every page, in the order of their paths
 * @param found diagnostics of the earlier stages
 * @param namespace namespace of the service, which types and modules do not repeat in their names
 * @param setUrl base URL that the user set, or null for the one that most pages call
 */
export function linkPages(
  pages: readonly Page[],
  found: readonly Diagnostic[],
  namespace: string = DEFAULT_NAMESPACE,
  setUrl: string | null = null,
): ApiModel {
  const collector = createCollector();
  const declarations = collector.pipe(declare(pages, namespace));
  const context = createContext(declarations, indexNamedLists(pages), collector);
  addTypes(context, declarations.types.values());
  linkBases(context, declarations.types.values());
  const drafts = correctByUrl(context, linkOperations(context, pages));
  addStubs(context);
  inferFromOperations(context, drafts);
  correctByExamples(context);
  addStubs(context);
  fixRelationships(context, drafts);
  useCommonBases(context);
  adoptFamilies(context);
  openPropertyBags(context);
  spreadOpen(context);
  const entities = findEntities(context, drafts);
  inferAbstract(context, drafts, entities);
  const finalized = finalizeEnums(context, buildEnums(context, declarations.enums.values()), drafts);
  dropInherited(context);
  const types = finishTypes(context, entities);
  const baseUrl = collector.pipe(findBaseUrl(pages, setUrl));
  const operations = collector.pipe(finishOperations(finalized.operations, namespace));
  return {
    formatVersion: FORMAT_VERSION,
    baseUrl,
    types,
    enums: finishEnums(usedEnums(finalized.enums, types, finalized.operations), types, namespace),
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
    shownValues: new Map(),
    substitutes: new Map(),
    inlineEnums: new Set(),
    flagEnums: new Set(),
    combinedTexts: [],
    enumUses: new Map(),
    enumsByValues: indexEnums(declarations),
    enumMembers: indexMembers(declarations),
    namedLists,
    stubs: new Map(),
  };
}

function linkOperations(context: LinkContext, pages: readonly Page[]): readonly OperationDraft[] {
  const methods = indexMethods(pages);
  return pages.flatMap((page) => {
    const method = methods.get(page.path.toLowerCase())?.method;
    // A row of a Methods table describes the operation that gives the page its name.
    return operationsOf(page).map((facts, index) =>
      linkOperation(context, page, facts, index === 0 ? method : undefined),
    );
  });
}

interface MethodRow {
  readonly page: Page;
  readonly method: MethodFacts;
}

/** Indexes rows of Methods tables by target page; a row of the resource in the page's file name takes precedence. */
function indexMethods(pages: readonly Page[]): ReadonlyMap<string, MethodRow> {
  const index = new Map<string, MethodRow>();
  for (const page of pages) {
    for (const method of page.methods) {
      const previous = index.get(method.target);
      const row = { page, method };
      if (previous === undefined || (isOwn(row) && !isOwn(previous))) index.set(method.target, row);
    }
  }
  return index;
}

function isOwn({ page, method }: MethodRow): boolean {
  const words = fileStem(method.target).split("-");
  return page.types.some(({ name }) => words.includes(name.toLowerCase()));
}
