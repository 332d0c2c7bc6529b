import { createCollector, type Result } from "../diagnostics/diagnostic.ts";
import type { Document } from "../markdown/model.ts";
import { readEnums } from "./enum.ts";
import { readMethods } from "./methods.ts";
import { DEFAULT_NAMESPACE, type EnumFacts, type Page, type TypeFacts } from "./model.ts";
import { readOperation } from "./operation.ts";
import { assignValues } from "./property-values.ts";
import { titleOf } from "./content/sections.ts";
import { readTypes } from "./resource.ts";

/**
 * Entry point of this folder: takes the sections of a page and returns its facts. The content of a page decides what it
 * defines, not its front matter.
 *
 * @param namespace namespace of a page that states none
 */
export function extractPage(document: Document, namespace: string = DEFAULT_NAMESPACE): Result<Page> {
  const collector = createCollector();
  const operation = collector.pipe(readOperation(document, namespace));
  const named = collector.pipe(readEnums(document));
  const stated = collector.pipe(readTypes(document, operation !== null)).filter((type) => !isEnum(type, named));
  const { types, enums } = collector.pipe(assignValues(document, { types: stated, enums: named }));
  const methods = readMethods(document);
  const title = titleOf(document);
  const place = title?.place ?? { file: document.path, line: 1, column: 1 };
  if (operation === null && types.length === 0 && enums.length === 0) {
    const isReported = collector.diagnostics.some(({ code }) => code === "request-line-unreadable");
    if (isOperationPage(document)) {
      if (!isReported) collector.add("operation-without-request", {}, place);
    } else if (methods.length === 0 && !isConceptual(document)) collector.add("page-without-facts", {}, place);
  }
  return collector.wrap({
    path: document.path,
    title: title?.heading.text ?? "",
    namespace: document.namespace?.name ?? (namespace === DEFAULT_NAMESPACE ? null : namespace),
    types,
    enums,
    operation,
    methods,
  });
}

/** An enum page may annotate its JSON as a resource. */
function isEnum({ name, properties }: TypeFacts, enums: readonly EnumFacts[]): boolean {
  return properties.length === 0 && enums.some((each) => each.form === "page" && each.name === name);
}

function isOperationPage(document: Document): boolean {
  return /(?:^|\/)api\//.test(document.path) && /api/i.test(document.frontMatter.doc_type ?? "api");
}

function isConceptual(document: Document): boolean {
  return /conceptual/i.test(document.frontMatter.doc_type ?? "");
}
