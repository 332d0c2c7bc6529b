import { createCollector, type Result } from "../diagnostics/diagnostic.ts";
import type { Block, Document, ListBlock, Section, TableBlock } from "../markdown/model.ts";
import { holdsForMost } from "../util/group.ts";
import { isNameCell, readColumns } from "./content/columns.ts";
import { exampleSections } from "./content/sections.ts";
import { columnKind, sectionKind } from "./content/vocabulary.ts";
import { readMembers, readValueTables } from "./enum.ts";
import type {
  EnumFacts,
  EnumMemberFacts,
  ListedValue,
  OperationFacts,
  ParameterFacts,
  PropertyFacts,
  TypeFacts,
} from "./model.ts";

/** Types and enums of a page. */
interface Facts {
  readonly types: readonly TypeFacts[];
  readonly enums: readonly EnumFacts[];
}

/** A section that lists the values of a property. */
interface ValueSection {
  readonly section: Section;
  readonly type: TypeFacts;
  readonly property: PropertyFacts;
}

const ABOUT_VALUES = /\b(?:values?|options?|enum(?:eration)?|members)\b/i;
const TITLED = /^[\w.@-]{1,80} values?$/i;
const OTHER_WORDS =
  /\b(?:the|possible|supported|allowed|valid|accepted|property|attribute|field|meanings?|of|for|values?|options?|enum(?:eration)?|members?)\b/gi;

/**
 * Adds the values of sections such as `### Type options` or `### Values of the state property` to the property that
 * the heading names. Such a section defines no enum of its own: the enum is named after its owner and its property.
 */
export function assignValues(document: Document, facts: Facts): Result<Facts> {
  const collector = createCollector();
  const headed = document.sections.flatMap((section) => findProperty(section, facts) ?? []);
  const isHeaded = (section: Section) => headed.some(({ section: { place } }) => place.line === section.place.line);
  const titled = titledTables(document).filter((section) => !isHeaded(section));
  const found = [...headed, ...titled.flatMap((section) => findProperty(section, facts) ?? [])];
  const values = new Map<PropertyFacts, readonly EnumMemberFacts[]>();
  const sections = new Set<Section>();
  for (const { section, property } of found) {
    const stated = collector.pipe(readValues(ownTables(section)));
    const members = stated.length > 0 ? stated : collector.pipe(readValues(sectionBelow(document, section, facts)));
    if (members.length < 2 && !section.blocks.some(isValueTable)) continue;
    sections.add(section);
    values.set(property, [...(values.get(property) ?? []), ...members]);
  }
  const places = new Set([...sections].map(({ place }) => place.line));
  const enums = facts.enums.filter(({ form, source }) => form === "page" || !places.has(source.line));
  const flags = new Set(facts.enums.flatMap((each) => (each.flags && places.has(each.source.line) ? each.name : [])));
  const withValues = (property: PropertyFacts): PropertyFacts => {
    const own = values.get(property);
    if (own === undefined) return property;
    const isFlags = [...flags].some((name) => name.toLowerCase() === property.name.toLowerCase());
    return { ...property, values: joinValues(own, property.values), combined: property.combined || isFlags };
  };
  const types = facts.types.map((type) => ({ ...type, properties: type.properties.map(withValues) }));
  return collector.wrap(values.size === 0 ? facts : { types, enums });
}

/**
 * Gives the parameters and body properties of an operation the values of sections and tables that are named after them,
 * such as `#### Format options` or `Format value | Description`. They remain strings, since such lists need not be
 * complete.
 */
export function useValueSections(
  document: Document,
  operation: OperationFacts,
  enums: readonly EnumFacts[],
): Result<OperationFacts> {
  const collector = createCollector();
  const { query, functionParameters, pathParameters, requestBody } = operation;
  const facts = [...query, ...functionParameters, ...pathParameters, ...(requestBody?.properties ?? [])];
  const names = new Set(facts.map(({ name }) => name.toLowerCase()));
  const headed = document.sections.filter(({ blocks }) => blocks.some(isValueTable));
  const tables = [...headed, ...titledTables(document)].flatMap((section) => {
    const name = section.heading.text.replace(/ (?:values?|types?)$/i, "").toLowerCase();
    return names.has(name) ? [{ name, members: collector.pipe(readValues(section)) }] : [];
  });
  const named = enums.flatMap(({ form, name, members }) => (form === "section" ? [{ name, members }] : []));
  const lists = new Map([...tables, ...named].map(({ name, members }) => [name.toLowerCase(), members]));
  if (lists.size === 0) return [operation, []];
  const withValues = <Fact extends ParameterFacts | PropertyFacts>(fact: Fact): Fact => {
    const own = lists.get(fact.name.toLowerCase()) ?? [];
    return own.length === 0 ? fact : { ...fact, values: joinValues(own, fact.values) };
  };
  return collector.wrap({
    ...operation,
    query: query.map(withValues),
    functionParameters: functionParameters.map(withValues),
    pathParameters: pathParameters.map(withValues),
    requestBody: requestBody === null ? null : { ...requestBody, properties: requestBody.properties.map(withValues) },
  });
}

function joinValues(own: readonly EnumMemberFacts[], listed: readonly ListedValue[]): readonly ListedValue[] {
  const names = new Set(own.map(({ name }) => name.toLowerCase()));
  return [...own, ...listed.filter(({ name }) => !names.has(name.toLowerCase()))];
}

/** Tables of values whose first title names a property, each as a section of its own: `Rig value | Description`. */
function titledTables(document: Document): readonly Section[] {
  const inExamples = exampleSections(document);
  return document.sections.flatMap((section) => {
    if (inExamples.has(section)) return [];
    return section.blocks.flatMap((block) => {
      const title = block.kind === "table" && block.header.length > 1 ? block.header[0] : undefined;
      if (title === undefined || !TITLED.test(title.text)) return [];
      return [{ ...section, depth: Math.max(2, section.depth), heading: title, blocks: [block] }];
    });
  });
}

/** Finds the property that a heading names; its row contains no other name for the values. */
function findProperty(section: Section, { types }: Facts): ValueSection | null {
  const heading = section.heading.text;
  if (section.depth < 2 || heading.length > 100) return null;
  if (!ABOUT_VALUES.test(heading) && !section.blocks.some(isValueTable)) return null;
  const words = heading
    .replace(OTHER_WORDS, " ")
    .toLowerCase()
    .split(/[^\w.@-]+/)
    .filter((word) => word !== "");
  const last = words.at(-1);
  // The part of a type is above the sections about its properties.
  const owners = types.filter(({ source }) => source.line <= section.place.line).reverse();
  for (const type of [...owners, ...types]) {
    const isOwn = words.length === 1 || (words.length === 2 && words[0] === type.name.toLowerCase());
    const property = isOwn ? type.properties.find(({ name }) => name.toLowerCase() === last) : undefined;
    if (property !== undefined) return isPlain(property) ? { section, type, property } : null;
  }
  return null;
}

/**
 * Whether a table has a first column of values: `### Rig property` above `Value | Description`. The title may be unknown
 * if the column beside it describes names.
 */
function isValueTable(block: Block): boolean {
  if (block.kind !== "table" || block.header.length < 2) return false;
  const title = block.header[0]?.text ?? "";
  if (/^(?:string )?values?$/i.test(title)) return true;
  const columns = readColumns(block);
  const isDescribed = columnKind(title) === null && columns.has("description") && columns.size === 1;
  return isDescribed && block.rows.every(({ cells: [first] }) => first !== undefined && isNameCell(first));
}

/** Whether the row says only that values are strings or an enumeration. */
function isPlain({ type }: PropertyFacts): boolean {
  return (
    type.target === null && type.alternatives.length === 0 && (type.primitive === "Edm.String" || type.enumeration)
  );
}

/** The section below one without values, if its heading says nothing that is known and it begins with a list. */
function sectionBelow({ sections }: Document, section: Section, facts: Facts): Section {
  const next = sections[sections.findIndex(({ place }) => place.line === section.place.line) + 1];
  const isAnnounced = next?.blocks[0]?.kind === "list" && sectionKind(next.heading.text) === null;
  return isAnnounced && findProperty(next, facts) === null ? next : { ...section, blocks: [] };
}

/** The section without tables that have other titles than its first one, which lists the values of something else. */
function ownTables(section: Section): Section {
  const tables = section.blocks.filter((block) => block.kind === "table");
  const titlesOf = ({ header }: TableBlock) => header.map(({ text }) => text).join("|");
  const isOwn = (block: Block) =>
    block.kind !== "table" || tables[0] === undefined || titlesOf(block) === titlesOf(tables[0]);
  return section.blocks.every(isOwn) ? section : { ...section, blocks: section.blocks.filter(isOwn) };
}

function readValues(section: Section): Result<readonly EnumMemberFacts[]> {
  const collector = createCollector();
  const members = collector.pipe(readMembers(section));
  if (members.length > 0) return collector.wrap(members);
  const others = collector.pipe(readValueTables(section));
  if (others.length > 0) return collector.wrap(others);
  const items = section.blocks.flatMap((block) => (block.kind === "list" ? block.items : []));
  return collector.wrap(collector.pipe(listValues(items)));
}

/** Items that are one word, or begin with one in code or bold; other items among them are reported. */
function listValues(items: ListBlock["items"]): Result<readonly EnumMemberFacts[]> {
  const collector = createCollector();
  const values = items.map(listValue);
  // Lists of sentences state no values.
  if (!holdsForMost(values, (value) => value !== null)) return collector.wrap([]);
  for (const [index, { text, place }] of items.entries()) {
    if (values[index] === null) collector.add("enum-member-unreadable", { text }, place);
  }
  return collector.wrap(values.flatMap((value) => value ?? []));
}

function listValue(item: ListBlock["items"][number]): EnumMemberFacts | null {
  const [first] = item.tokens;
  const isMarked = first !== undefined && (first.kind === "code" || (first.kind === "text" && first.style !== "plain"));
  const name = (isMarked ? first.text : item.text).trim().replace(/[.,;:]$/, "");
  if (!/^[\w.#+-]{1,80}$/.test(name)) return null;
  const description = item.text.slice(item.text.indexOf(name) + name.length).replace(/^[\s:.,;–—-]+/, "");
  return { name, value: null, description: description === "" ? null : description, source: item.place };
}
