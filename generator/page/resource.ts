import { createCollector, type Collector, type Result } from "../diagnostics/diagnostic.ts";
import type { CodeBlock, Document, Section } from "../markdown/model.ts";
import { readDerivedTypes, readStatedBase } from "./types/base-type.ts";
import { introductionMarkdown } from "./content/description.ts";
import { isTrue } from "./examples/examples.ts";
import type { PropertyFacts, SketchMember, TypeFacts } from "./model.ts";
import { codeBlocks, introductionAlerts, introductionPhrases, sectionsOf, titleOf } from "./content/sections.ts";
import { isPropertyTable, readPropertyTables } from "./types/property-table.ts";
import { firstDeprecation } from "./types/remarks.ts";
import { readSketch } from "./types/json-representation.ts";

const TITLE = /^([A-Za-z][\w.]*)(?:\s+(?:resource|complex|entity|facet|type|object|\(open type\))\b.*)?$/i;

/** Name, namespace and annotation of a type. */
interface Declared {
  readonly name: string;
  readonly namespace: string | null;
  readonly values: Readonly<Record<string, unknown>>;
  readonly block: CodeBlock | null;
}

/** Reads the types that a page defines in `resource` annotations, or in its title if there are no annotations. */
export function readTypes(document: Document): Result<readonly TypeFacts[]> {
  const collector = createCollector();
  const properties = readMembers(document, collector);
  const declared = declaredTypes(document, properties.length > 0);
  const types = declared.map((each, index) => makeType(document, each, index === 0 ? properties : [], collector));
  return collector.wrap(types);
}

function declaredTypes(document: Document, hasProperties: boolean): readonly Declared[] {
  const blocks = document.sections
    .flatMap(codeBlocks)
    .filter((block) => block.annotation?.values.blockType === "resource");
  const annotated = blocks.flatMap((block) => {
    const values = block.annotation?.values ?? {};
    const stated = values["@odata.type"] ?? values["@type"];
    return typeof stated === "string" && /^#?[\w.]+$/.test(stated) ? [{ ...splitName(stated), values, block }] : [];
  });
  const unique = annotated.filter((each, index) => annotated.findIndex((other) => other.name === each.name) === index);
  if (unique.length > 0) return unique;
  const title = TITLE.exec(titleOf(document)?.heading.text ?? "")?.[1];
  const sketch = document.sections.flatMap(codeBlocks).find((block) => block.lang === "json") ?? null;
  const isResource = /(?:^|\/)resources\//.test(document.path) && (hasProperties || hasPropertyTable(document));
  return title !== undefined && isResource ? [{ ...splitName(title), values: {}, block: sketch }] : [];
}

function hasPropertyTable(document: Document): boolean {
  return sectionsOf(document, "properties").some((section) =>
    section.blocks.some((block) => block.kind === "table" && isPropertyTable(block)),
  );
}

function splitName(text: string): Pick<Declared, "name" | "namespace"> {
  const bare = text.replace(/^#/, "");
  const dot = bare.lastIndexOf(".");
  return { name: bare.slice(dot + 1), namespace: dot === -1 ? null : bare.slice(0, dot) };
}

function readMembers(document: Document, collector: Collector): readonly PropertyFacts[] {
  const read = (sections: readonly Section[], relationship: boolean) =>
    sections.flatMap((section) => {
      const rows = collector.pipe(readPropertyTables(section, relationship));
      // A property that a part of the resource requires is optional for the resource itself.
      return /^properties of\b/i.test(section.heading.text) ? rows.map((row) => ({ ...row, required: false })) : rows;
    });
  return [...read(sectionsOf(document, "properties"), false), ...read(sectionsOf(document, "relationships"), true)];
}

function makeType(
  document: Document,
  { name, namespace, values, block }: Declared,
  properties: readonly PropertyFacts[],
  collector: Collector,
): TypeFacts {
  const phrases = introductionPhrases(document);
  const sketch = block === null ? [] : collector.pipe(readSketch(block));
  const annotatedBase = baseOf(values);
  return {
    name,
    namespace,
    description: introductionMarkdown(document).join("\n\n"),
    deprecated: firstDeprecation([...introductionAlerts(document), ...phrases].map((phrase) => phrase.text)),
    ...(annotatedBase === undefined ? {} : { annotatedBase }),
    statedBase: readStatedBase(document),
    derived: readDerivedTypes(document),
    keys: keysOf(values, properties),
    abstract: isTrue(values.abstract) || phrases.some((phrase) => isAbstract(phrase.text)),
    open: isTrue(values.openType) || /\bopen type\b/i.test(titleOf(document)?.heading.text ?? ""),
    properties,
    sketch: uniqueMembers(sketch),
    source: titleOf(document)?.place ?? block?.place ?? { file: document.path, line: 1, column: 1 },
  };
}

function baseOf(values: Readonly<Record<string, unknown>>): string | null | undefined {
  const base = values.baseType;
  if (typeof base === "string") return base.trim() === "" ? null : base.trim().replace(/^#/, "");
  return base === null ? null : undefined;
}

function keysOf(values: Readonly<Record<string, unknown>>, properties: readonly PropertyFacts[]): readonly string[] {
  const stated = values.keyProperty;
  if (typeof stated === "string" && stated !== "") return stated.split(",").map((key) => key.trim());
  return properties.filter((property) => property.key && !property.relationship).map((property) => property.name);
}

function isAbstract(text: string): boolean {
  return (
    /(?:^|\b(?:is|as|an|the|this)\s+(?:an?\s+)?)abstract\b/i.test(text) &&
    !/\b(?:from|of|extends)\s+(?:the|an?|its)?\s*abstract\b/i.test(text)
  );
}

function uniqueMembers(members: readonly SketchMember[]): readonly SketchMember[] {
  return members.filter((member, index) => members.findIndex((other) => other.name === member.name) === index);
}
