import { createCollector, type Result } from "../diagnostics/diagnostic.ts";
import type { Document, Phrase, Section, TableBlock, TableRow } from "../markdown/model.ts";
import { reportTornNames } from "./content/torn-names.ts";
import { cellOf, readColumns, type Columns } from "./content/columns.ts";
import { introductionMarkdown, toMarkdown } from "./content/description.ts";
import type { EnumFacts, EnumMemberFacts } from "./model.ts";
import { holdsForMost } from "../util/group.ts";
import { exampleSections, titleOf } from "./content/sections.ts";
import { NAME_HEADING, VALUES_HEADING, columnKind, sectionKind } from "./content/vocabulary.ts";

const FLAGS = /\b(?:flags?\b|flagged\s+enum|bit ?mask|bitwise|multi-?valued enum)/i;

/**
 * Reads the enums that a page defines: the Members table of an enum page, and value tables below headings such as
 * `### chatType values`.
 */
export function readEnums(document: Document): Result<readonly EnumFacts[]> {
  const collector = createCollector();
  const title = titleOf(document);
  const pageEnum = /^(\S+)\s+enum(?:eration)?\b/i.exec(title?.heading.text ?? "")?.[1];
  const ownSections = pageEnum === undefined ? [] : memberSections(document);
  const enums: EnumFacts[] = [];
  for (const section of document.sections) {
    const isMembers = ownSections.includes(section);
    const name = isMembers ? pageEnum : nameInHeading(section);
    if (name === undefined) continue;
    const stated = collector.pipe(readMembers(section));
    const isOther = stated.length === 0 && !isMembers && isType(document, name);
    const members = isOther ? collector.pipe(readValueTables(section)) : stated;
    if (members.length > 0) enums.push(makeEnum(document, section, name, members, isMembers));
  }
  return collector.wrap(enums);
}

/** The enum that a heading names: by the word "values" or the like, or alone above a table of members. */
function nameInHeading({ depth, heading: { text }, blocks }: Section): string | undefined {
  if (depth === 1) return undefined;
  const hasMembers = blocks.some((block) => block.kind === "table" && /^members?$/i.test(block.header[0]?.text ?? ""));
  return VALUES_HEADING.exec(text)?.[1] ?? (hasMembers && NAME_HEADING.test(text) ? text : undefined);
}

/** Whether a row of the page has the type of a name, so that a table below its heading lists its values. */
function isType({ sections }: Document, name: string): boolean {
  return sections.some(({ blocks }) =>
    blocks.some((block) => {
      if (block.kind !== "table") return false;
      const columns = readColumns(block);
      return block.rows.some((row) => cellOf(row, columns, "type").text.replace(/ collection$/i, "") === name);
    }),
  );
}

/** The Members sections of an enum page; without one, the first section that has a table of names or values. */
function memberSections(document: Document): readonly Section[] {
  const stated = document.sections.filter(({ heading }) => sectionKind(heading.text) === "members");
  if (stated.length > 0) return stated;
  const inExamples = exampleSections(document);
  const other = document.sections.find(
    (section) =>
      sectionKind(section.heading.text) === null &&
      !inExamples.has(section) &&
      section.blocks.some((block) => block.kind === "table" && isMemberTable(block)),
  );
  return other === undefined ? [] : [other];
}

function makeEnum(
  document: Document,
  section: Section,
  name: string,
  members: readonly EnumMemberFacts[],
  isPage: boolean,
): EnumFacts {
  const texts = isPage ? introductionMarkdown(document) : paragraphs(section).map(toMarkdown);
  const description = texts.join("\n\n");
  const dot = name.lastIndexOf(".");
  return {
    name: name.slice(dot + 1),
    namespace: dot === -1 ? null : name.slice(0, dot),
    description,
    flags: FLAGS.test(description) || hasFlagNumbers(members),
    members,
    form: isPage ? "page" : "section",
    source: isPage ? (titleOf(document)?.place ?? section.place) : section.place,
  };
}

function paragraphs(section: Section) {
  return section.blocks.flatMap((block) => (block.kind === "paragraph" ? [block.phrase] : []));
}

/**
 * Whether the numbers are powers of two such as 1, 2, 4, 8; an enum with consecutive values would contain 3. One member
 * may be the sum of all others, as `everyDay` is.
 */
function hasFlagNumbers(members: readonly EnumMemberFacts[]): boolean {
  const numbers = members.filter(({ name }) => name !== "unknownFutureValue").map(({ value }) => value ?? -1);
  const powers = new Set(numbers.filter((value) => value > 0 && Number.isInteger(Math.log2(value))));
  const all = [...powers].reduce((sum, value) => sum + value, 0);
  return (
    powers.size >= 3 && powers.has(4) && numbers.every((value) => value === 0 || value === all || powers.has(value))
  );
}

/** Reads the members in the tables of a section. */
export function readMembers(section: Section): Result<readonly EnumMemberFacts[]> {
  const collector = createCollector();
  const members = new Map<string, EnumMemberFacts>();
  for (const block of section.blocks) {
    if (block.kind !== "table" || !isMemberTable(block)) continue;
    const columns = describedColumns(block, readColumns(block));
    collector.pipe(reportTornNames(block, columns.get("name") ?? columns.get("value") ?? 0));
    collector.pipe(reportNumbers(block, columns));
    for (const row of block.rows) {
      const member = collector.pipe(readMember(row, columns, block));
      if (member !== null && !members.has(member.name)) members.set(member.name, member);
    }
  }
  return collector.wrap([...members.values()]);
}

/** Reads the values in the first columns of tables whose header does not say what they are, such as `Sail rig`. */
export function readValueTables(section: Section): Result<readonly EnumMemberFacts[]> {
  const collector = createCollector();
  const members = new Map<string, EnumMemberFacts>();
  for (const block of section.blocks) {
    if (block.kind !== "table" || block.header.length > 3) continue;
    const columns = describedColumns(block, new Map([...readColumns(block), ["name", 0]]));
    if (columns.has("type") || columns.has("returnType")) continue;
    for (const row of block.rows) {
      const member = collector.pipe(readMember(row, columns, block));
      if (member !== null && !members.has(member.name)) members.set(member.name, member);
    }
  }
  return collector.wrap([...members.values()]);
}

/** Of two columns, the one beside the values describes them, unless it contains their numbers. */
function describedColumns({ header, rows }: TableBlock, columns: Columns): Columns {
  const isOther = header.length === 2 && [...columns.values()].every((index) => index === 0);
  const hasWords = rows.some(({ cells: [, second] }) => /[a-z]/i.test(second?.text ?? ""));
  return isOther && hasWords ? new Map([...columns, ["description", 1]]) : columns;
}

function isMemberTable(table: TableBlock): boolean {
  const columns = readColumns(table);
  return !columns.has("type") && !columns.has("returnType") && (columns.has("name") || columns.has("value"));
}

function readMember(row: TableRow, columns: Columns, table: TableBlock): Result<EnumMemberFacts | null> {
  const collector = createCollector();
  const nameCell = columns.has("name") ? cellOf(row, columns, "name") : cellOf(row, columns, "value");
  const name = memberName(nameCell.text);
  if (name === "" || /^\(?null\)?$/.test(name)) return [null, []];
  if (name.length > 80 || /[<>{}]/.test(name) || name.split(" ").length > 5) {
    collector.add("enum-member-unreadable", { text: name }, nameCell.place);
    return collector.wrap(null);
  }
  const markdown = toMarkdown(cellOf(row, columns, "description"));
  const description = markdown === "" ? null : markdown;
  return collector.wrap({ name, value: memberNumber(row, columns, table), description, source: nameCell.place });
}

/** The text of a cell without markup and without a gloss such as "(default)". */
function memberName(text: string): string {
  const bare = text.replace(/^[*`'"]+|[*`'".]+$/g, "");
  return bare.replace(/\s*\((?:default|deprecated|obsolete)\)$/i, "").trim();
}

/** The Value column, or a second Member column, if it contains an integer. */
function memberNumber(row: TableRow, columns: Columns, table: TableBlock): number | null {
  const text = numberCell(row, columns, table)?.text.replace("\u2212", "-") ?? "";
  return /^(?:-?\d+|0x[\da-f]+)$/i.test(text) ? Number(text) : null;
}

function numberCell(row: TableRow, columns: Columns, table: TableBlock): Phrase | undefined {
  if (columns.has("name") && columns.has("value")) return cellOf(row, columns, "value");
  const second = table.header.findIndex((title, index) => index > 0 && columnKind(title.text) === "name");
  return row.cells[second];
}

/** Reports cells without an integer in a column of integers. */
function reportNumbers(table: TableBlock, columns: Columns): Result<null> {
  const collector = createCollector();
  const isNumber = (row: TableRow) => memberNumber(row, columns, table) !== null;
  if (!holdsForMost(table.rows, isNumber)) return collector.wrap(null);
  for (const row of table.rows) {
    const cell = numberCell(row, columns, table);
    if (cell !== undefined && cell.text !== "" && !isNumber(row))
      collector.add("enum-number-unreadable", { text: cell.text }, cell.place);
  }
  return collector.wrap(null);
}
