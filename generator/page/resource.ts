import { createCollector, type Collector, type Result } from "../diagnostics/diagnostic.ts";
import type { CodeBlock, Document } from "../markdown/model.ts";
import { fileStem } from "../util/paths.ts";
import { introductionMarkdown } from "./content/description.ts";
import { codeBlocks, introductionAlerts, introductionPhrases, sectionsOf, titleOf } from "./content/sections.ts";
import { isTrue } from "./examples/examples.ts";
import { DEFAULT_NAMESPACE, type PropertyFacts, type SketchMember, type TypeFacts } from "./model.ts";
import type { TypePart } from "./types/annotated-parts.ts";
import { annotatedTypes } from "./types/annotated-types.ts";
import { readStatedBase } from "./types/base-type.ts";
import { readDerivedTypes } from "./types/derived-types.ts";
import { readSketch } from "./types/json-representation.ts";
import { readMembers } from "./types/members.ts";
import { firstDeprecation, retirement } from "./types/remarks.ts";
import { singularName } from "./types/singular-title.ts";
import { spellAsSketch } from "./types/sketch-spelling.ts";
import { bareTitle, nameOfHeading, typeTitle } from "./types/type-heading.ts";
import { typeParts } from "./types/type-parts.ts";
import { readTraits } from "./types/traits.ts";

/** Name, namespace and annotation of a type. */
interface Declared {
  readonly name: string;
  /** The title's name if it is the plural of the name, otherwise null. */
  readonly plural: string | null;
  readonly namespace: string | null;
  readonly values: Readonly<Record<string, unknown>>;
  readonly block: CodeBlock | null;
}

/**
 * Reads the types that a page defines: in `resource` annotations, in its title and in headings that name a type.
 *
 * @param isOperation whether the page describes an operation, so that only annotations name types
 */
export function readTypes(document: Document, isOperation: boolean): Result<readonly TypeFacts[]> {
  const collector = createCollector();
  if (isOperation && annotatedTypes(document.sections).length === 0) return collector.wrap([]);
  const types = typeParts(document).flatMap((part) => {
    const [properties, found] = readMembers(part.document);
    const declared = declare(part, properties.length > 0, isOperation);
    if (declared === null) {
      // Rows that cannot be read may be all that the page states.
      if (part.name !== null && !isOperation) collector.pipe([properties, found]);
      return [];
    }
    return [makeType(part, declared, collector.pipe([properties, found]), collector)];
  });
  return collector.wrap(types.map((type) => typeAsSketch(type, types)));
}

function declare(part: TypePart, hasMembers: boolean, isOperation: boolean): Declared | null {
  const { document, name, annotated } = part;
  if (annotated !== null) {
    const values = annotated.block.annotation?.values ?? {};
    return { ...splitName(annotated.stated), plural: null, values, block: annotated.block };
  }
  if (isOperation || !(hasMembers || statesType(document))) return null;
  const found = name ?? (part.isPage ? looseName(document) : null);
  if (found === null) return null;
  const block = document.sections.flatMap(codeBlocks).find(({ lang }) => lang === "json") ?? null;
  const { name: titled, namespace } = splitName(found);
  const single = part.isPage ? singularName(document, titled) : null;
  return { name: single ?? titled, plural: single === null ? null : titled, namespace, values: {}, block };
}

/** Name of the type of a page with a Properties heading whose title is a phrase: "The beehive", or the file name. */
function looseName(document: Document): string | null {
  if (sectionsOf(document, "properties").length === 0) return null;
  const title = bareTitle(document).replace(/^(?:the|an?)\s+/i, "");
  return nameOfHeading(/\s/.test(title) ? fileStem(document.path) : title);
}

/**
 * Whether a page without a property table still describes a type: its title says so, and it shows an object or names
 * related types.
 */
function statesType(document: Document): boolean {
  const isCalledType = /\s/.test(titleOf(document)?.heading.text ?? "") && typeTitle(document) !== null;
  const shown = [...sectionsOf(document, "jsonRepresentation"), ...sectionsOf(document, "properties")];
  const isShown = shown.some((section) => codeBlocks(section).length > 0);
  return isCalledType && (isShown || readStatedBase(document) !== null || readDerivedTypes(document).length > 0);
}

function splitName(text: string): Pick<Declared, "name" | "namespace"> {
  const dot = text.lastIndexOf(".");
  return { name: text.slice(dot + 1), namespace: dot === -1 ? null : text.slice(0, dot) };
}

function makeType(
  { document, isPage }: TypePart,
  { name, plural, namespace, values, block }: Declared,
  rows: readonly PropertyFacts[],
  collector: Collector,
): TypeFacts {
  const sketch =
    block === null
      ? []
      : collector.pipe(
          readSketch(
            block,
            rows.map((row) => row.name),
          ),
        );
  const properties = spellAsSketch(rows, sketch, collector);
  const annotatedBase = baseOf(values);
  const traits = readTraits(document);
  return {
    name,
    ...(plural === null ? {} : { plural }),
    namespace,
    description: introductionMarkdown(document).join("\n\n"),
    deprecated: deprecationOf(document),
    ...(annotatedBase === undefined ? {} : { annotatedBase }),
    statedBase: readStatedBase(document),
    derived: readDerivedTypes(document),
    keys: keysOf(values, properties),
    abstract: isTrue(values.abstract) || traits.abstract,
    ...(traits.base ? { base: true } : {}),
    open: isTrue(values.openType) || traits.open,
    ...(traits.extensible ? { extensible: true } : {}),
    properties,
    sketch: uniqueMembers(sketch),
    form: isPage ? "page" : "section",
    source: titleOf(document)?.place ?? block?.place ?? { file: document.path, line: 1, column: 1 },
  };
}

/** A row that only calls its value an object has the type of the same page that the JSON representation names. */
function typeAsSketch(type: TypeFacts, types: readonly TypeFacts[]): TypeFacts {
  const own = new Set(types.map(({ name, namespace }) => `${namespace ?? DEFAULT_NAMESPACE}.${name}`.toLowerCase()));
  const properties = type.properties.map((row) => {
    if (row.type.primitive !== "Edm.Untyped" || !/\bobjects?$/i.test(row.type.text)) return row;
    const shown = type.sketch.find(({ name }) => name === row.name)?.type;
    if (shown === undefined || !own.has(shown.name.toLowerCase())) return row;
    return { ...row, type: { ...shown, collection: shown.collection || row.type.collection } };
  });
  return { ...type, properties };
}

function deprecationOf(document: Document): string | null {
  const texts = [...introductionAlerts(document), ...introductionPhrases(document)].map((phrase) => phrase.text);
  return firstDeprecation(texts) ?? retirement(titleOf(document)?.heading.text ?? "", texts);
}

function baseOf(values: Readonly<Record<string, unknown>>): string | null | undefined {
  const base = values.baseType;
  if (typeof base === "string") return base.trim() === "" ? null : base.trim().replace(/^#/, "");
  return base === null ? null : undefined;
}

function keysOf(values: Readonly<Record<string, unknown>>, properties: readonly PropertyFacts[]): readonly string[] {
  const stated = values.keyProperty;
  if (typeof stated === "string" && stated !== "") return stated.split(",").map((key) => key.trim());
  const keys = properties.filter((property) => property.key && !property.relationship).map(({ name }) => name);
  // "Key." describes the first half of a pair of a key and a value, which identifies nothing.
  const isPair = keys.length === 1 && keys[0] === "key" && properties.some(({ name }) => /^value/i.test(name));
  return isPair ? [] : keys;
}

function uniqueMembers(members: readonly SketchMember[]): readonly SketchMember[] {
  return members.filter((member, index) => members.findIndex((other) => other.name === member.name) === index);
}
