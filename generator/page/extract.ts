import { createCollector, type Collector, type Place, type Result } from "../diagnostics/diagnostic.ts";
import type { Document } from "../markdown/model.ts";
import { readEnums } from "./enum.ts";
import { readMethods } from "./methods.ts";
import { DEFAULT_NAMESPACE, type EnumFacts, type Page, type TypeFacts, type UnknownWords } from "./model.ts";
import { readOperations } from "./operations.ts";
import { assignValues, useValueSections } from "./property-values.ts";
import { isConceptual, isOperationPage } from "./content/page-kind.ts";
import { exampleSections, titleOf } from "./content/sections.ts";
import { readColumns } from "./content/columns.ts";
import { isPropertyTable } from "./types/property-table.ts";
import { reportHeadingsBetween } from "./types/type-parts.ts";
import { findUnknownWords, hasRequest } from "./content/unknown-words.ts";
import { readTypes } from "./resource.ts";

/**
 * Entry point of this folder: takes the sections of a page and returns its facts. The content of a page decides what it
 * defines, not its front matter.
 *
 * @param namespace namespace of a page that states none
 */
export function extractPage(document: Document, namespace: string = DEFAULT_NAMESPACE): Result<Page> {
  const collector = createCollector();
  const named = collector.pipe(readEnums(document));
  const operations = collector.pipe(readOperations(document, namespace));
  const [operation = null, ...others] = operations.map((each) =>
    collector.pipe(useValueSections(document, each, named)),
  );
  const stated = collector.pipe(readTypes(document, operation !== null)).filter((type) => !isEnum(type, named));
  const { types, enums } = collector.pipe(assignValues(document, { types: stated, enums: named }));
  collector.pipe(reportHeadingsBetween(document, operation !== null));
  const methods = collector.pipe(readMethods(document));
  const title = titleOf(document);
  const place = title?.place ?? { file: document.path, line: 1, column: 1 };
  const unknown = findUnknownWords(document);
  if (operation === null && enums.length === 0 && lacksRows(types, unknown)) {
    reportMissing(document, unknown, methods.length > 0, place, collector);
  }
  return collector.wrap({
    path: document.path,
    title: title?.heading.text ?? "",
    namespace: document.namespace?.name ?? (namespace === DEFAULT_NAMESPACE ? null : namespace),
    types,
    enums,
    operation,
    ...(others.length === 0 ? {} : { otherOperations: others }),
    methods,
    ...(unknown.headings.length + unknown.tables.length === 0 ? {} : { unknown }),
  });
}

/**
 * Whether a page defines no type, or has a table of unknown words beside types without rows, which then consist of what
 * their JSON shows.
 */
function lacksRows(types: readonly TypeFacts[], { tables }: UnknownWords): boolean {
  return types.every(({ properties }) => properties.length === 0) && (types.length === 0 || tables.length > 0);
}

/** Reports a page that states nothing: an error if it has content that the dialect does not know. */
function reportMissing(
  document: Document,
  { tables }: UnknownWords,
  hasMethods: boolean,
  place: Place,
  collector: Collector,
): void {
  // A line that cannot be read is reported at its place.
  if (collector.diagnostics.some(({ code }) => code === "request-line-unreadable")) return;
  const [table] = [...tables, ...propertyTables(document)];
  const request = document.sections.find(hasRequest);
  if (isConceptual(document)) return;
  if (isOperationPage(document)) collector.add("operation-without-request", {}, place);
  else if (table !== undefined) collector.add("table-unknown", { title: table.title }, table.place);
  else if (!hasMethods && request !== undefined) collector.add("operation-without-request", {}, request.place);
  else if (!hasMethods) collector.add("page-without-facts", {}, place);
}

/** Tables with a column of names and a column of types. */
function propertyTables(document: Document): UnknownWords["tables"] {
  const inExamples = exampleSections(document);
  const blocks = document.sections.filter((section) => !inExamples.has(section)).flatMap((section) => section.blocks);
  return blocks.flatMap((block) => {
    if (block.kind !== "table" || !isPropertyTable(block) || !readColumns(block).has("type")) return [];
    return [{ title: block.header.map(({ text }) => text).join(" | "), place: block.place }];
  });
}

/** An enum page may annotate its JSON as a resource. */
function isEnum({ name, properties }: TypeFacts, enums: readonly EnumFacts[]): boolean {
  return properties.length === 0 && enums.some((each) => each.form === "page" && each.name === name);
}
