import type { Block, Document, Section, TableBlock } from "../../markdown/model.ts";
import { createCollector, type Result } from "../../diagnostics/diagnostic.ts";
import { holdsForHalf } from "../../util/group.ts";
import { cellOf, readColumns } from "../content/columns.ts";
import { exampleSections, sectionsOf } from "../content/sections.ts";
import { sectionKind, type SectionKind } from "../content/vocabulary.ts";
import type { PropertyFacts } from "../model.ts";
import { isPropertyTable, readPropertyTables } from "./property-table.ts";
import { parseTypeExpression } from "./type-expression.ts";

/** Kinds of sections whose tables state something other than members of a type. */
const OTHER_KINDS: readonly SectionKind[] = [
  ...(["permissions", "httpRequest", "queryParameters", "pathParameters", "functionParameters"] as const),
  ...(["requestHeaders", "requestBody", "response", "methods", "members", "derivedTypes", "examples"] as const),
];
const PROPERTY_TITLE = /^(?:property|attribute|field|facet|name)(?: name)?$/i;
const RELATIONSHIP_TITLE = /^(?:relationship|navigation property)(?: name)?$/i;

/** "Properties of a tide table definition", "definition members". */
const OF_VALUE = [
  /^(?:properties|members|fields|attributes|keys)\s+(?:of|for|in)\s+(?:\S+\s+){0,8}?(\w+)(?:\s+(?:property|object|string|value|json))?$/i,
  /^(?:the\s+)?(\w+)\s+(?:properties|members|fields|attributes|keys|object|json|format|structure|schema)$/i,
];
/** "The properties below form the JSON object", which "must be converted to a string". */
const JSON_VALUE = /\bform (?:the|an?) JSON (?:object|string)\b|\bJSON object (?:must|has to|needs to|should) be/i;

/**
 * Reads the properties and relationships of the type that a page describes: the tables below Properties and
 * Relationships, and every other table whose header and cells are those of a property table, whatever is above it.
 */
export function readMembers(document: Document): Result<readonly PropertyFacts[]> {
  const collector = createCollector();
  const properties = sectionsOf(document, "properties");
  const relationships = sectionsOf(document, "relationships");
  const names = new Set(properties.filter(isKnown).flatMap(namesOf));
  const isOwn = (section: Section) => isKnown(section) || !describesValue(section, names);
  const others = otherSections(document, [...properties, ...relationships]).filter(isOwn);
  const below = relationships
    .flatMap((section) => (isKnown(section) ? propertiesBelow(section) : [section]))
    .filter(isOwn);
  const read = (sections: readonly Section[], relationship: boolean) =>
    sections.flatMap((section) => {
      const rows = collector.pipe(readPropertyTables(section, relationship));
      // A property that a part of the resource requires is optional for the resource itself.
      return /^properties of\b/i.test(section.heading.text) ? rows.map((row) => ({ ...row, required: false })) : rows;
    });
  return collector.wrap([
    ...read(properties.filter(isOwn), false),
    ...read(keepTables([...others, ...below], PROPERTY_TITLE), false),
    ...read(dropTables(relationships.filter(isOwn), below), true),
    ...read(keepTables(others, RELATIONSHIP_TITLE), true),
  ]);
}

/** The section with the tables of properties below one of relationships, whose heading is missing. */
function propertiesBelow(section: Section): readonly Section[] {
  const isOf = (block: Block, title: RegExp) => block.kind === "table" && title.test(block.header[0]?.text ?? "");
  const first = section.blocks.findIndex((block) => isOf(block, RELATIONSHIP_TITLE));
  const blocks = section.blocks.filter((block, index) => first !== -1 && index > first && isOf(block, PROPERTY_TITLE));
  return blocks.length === 0 ? [] : [{ ...section, blocks }];
}

function isKnown({ heading }: Section): boolean {
  return sectionKind(heading.text) !== null;
}

function namesOf({ blocks }: Section): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind !== "table" || !isPropertyTable(block)) return [];
    const columns = readColumns(block);
    return block.rows.map((row) => cellOf(row, columns, "name").text);
  });
}

/**
 * Whether the table of a section lists members of a value: the heading names one of the properties, or the text says that
 * the members form a JSON object which is sent as a string.
 */
function describesValue({ heading, blocks }: Section, names: ReadonlySet<string>): boolean {
  if (heading.text.length > 200) return false;
  if (OF_VALUE.some((pattern) => names.has(pattern.exec(heading.text)?.[1] ?? ""))) return true;
  const texts = blocks.flatMap((block) => (block.kind === "paragraph" ? [block.phrase.text] : []));
  return texts.some((text) => JSON_VALUE.test(text) && /\bstring\b/i.test(text));
}

/** Sections that state neither properties, relationships nor anything else that is read. */
function otherSections(document: Document, read: readonly Section[]): readonly Section[] {
  const excluded = new Set([
    ...read,
    ...exampleSections(document),
    ...OTHER_KINDS.flatMap((kind) => sectionsOf(document, kind)),
  ]);
  return document.sections.filter((section) => !excluded.has(section));
}

/** Keeps the tables whose first column has the title and whose cells state types. */
function keepTables(sections: readonly Section[], title: RegExp): readonly Section[] {
  return sections.flatMap((section) => {
    const blocks = section.blocks.filter(
      (block) => block.kind === "table" && title.test(block.header[0]?.text ?? "") && statesTypes(block),
    );
    return blocks.length === 0 ? [] : [{ ...section, blocks }];
  });
}

/** Leaves out the tables of properties in some of the sections. */
function dropTables(sections: readonly Section[], some: readonly Section[]): readonly Section[] {
  const dropped = new Set(keepTables(some, PROPERTY_TITLE).flatMap(({ blocks }) => blocks));
  return sections.map((section) => ({ ...section, blocks: section.blocks.filter((block) => !dropped.has(block)) }));
}

/** Whether at least half of the cells of the Type column are primitives, links or single names. */
function statesTypes(table: TableBlock): boolean {
  const columns = readColumns(table);
  if (!isPropertyTable(table) || columns.has("returnType")) return false;
  const types = table.rows.map((row) => cellOf(row, columns, columns.has("type") ? "type" : "value"));
  return holdsForHalf(types, (cell) => {
    const { primitive, target, name } = parseTypeExpression(cell, cell.place.file);
    return primitive !== null || target !== null || /^[A-Za-z][\w.]*$/.test(name);
  });
}
