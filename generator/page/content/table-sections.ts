import { createCollector, type Result } from "../../diagnostics/diagnostic.ts";
import { type Block, type Document, type Section, type TableBlock, plainPhrase } from "../../markdown/model.ts";
import { holdsForHalf, holdsForMost } from "../../util/group.ts";
import { schemesOf } from "../permissions/schemes.ts";
import { readColumns } from "./columns.ts";
import { exampleSections, titleOf } from "./sections.ts";
import { CANONICAL_HEADINGS, NO_FACTS, sectionKind, type SectionKind } from "./vocabulary.ts";

/** Kinds of sections to which a table may state that it belongs. */
type TableKind = Extract<
  SectionKind,
  "permissions" | "requestHeaders" | "requestBody" | "members" | "properties" | "relationships" | "methods"
>;

/** Request header fields of HTTP and of services in the style of Microsoft Graph. */
const HEADER_NAME =
  /^(?:authorization|accept(?:-[a-z]+)?|content-[a-z]+|if-(?:none-)?match|if-modified-since|prefer|range|consistencylevel|client-request-id|workbook-session-id|x-[\w-]+)\b/i;

/** A section with the kind of the section that contains it. */
interface Placed {
  readonly section: Section;
  readonly kind: SectionKind | null;
  readonly blocks: Block[];
}

/**
 * Moves tables whose header states what they are to the section of that kind, if their heading is missing or another one
 * is between it and the table.
 */
export function placeTables(document: Document): Result<Document> {
  const collector = createCollector();
  const placed = placeSections(document);
  const facts: PageFacts = {
    isOperation: placed.some(({ kind }) => kind === "httpRequest"),
    isEnum: /^\S+\s+enum(?:eration)?\b/i.test(titleOf(document)?.heading.text ?? ""),
  };
  const examples = exampleSections(document);
  let moved = 0;
  for (const [index, each] of placed.entries()) {
    if (examples.has(each.section)) continue;
    for (const block of each.section.blocks) {
      if (block.kind !== "table") continue;
      const kind = otherKind(block, each, facts);
      const above = kind === null ? headingAbove(block, each, placed[index - 1], facts) : null;
      const home = kind === null ? above : sectionOfKind(placed, kind, block);
      if (home === null) continue;
      each.blocks.splice(each.blocks.indexOf(block), 1);
      home.blocks.push(block);
      collector.add("table-heading-missing", { heading: home.section.heading.text }, block.place);
      moved++;
    }
  }
  if (moved === 0) return [document, []];
  return collector.wrap({ ...document, sections: placed.map(({ section, blocks }) => ({ ...section, blocks })) });
}

interface PageFacts {
  readonly isOperation: boolean;
  readonly isEnum: boolean;
}

function placeSections({ sections }: Document): Placed[] {
  let open: Placed | null = null;
  return sections.map((section) => {
    const own = section.depth > 1 ? sectionKind(section.heading.text) : null;
    if (open !== null && (section.depth <= open.section.depth || own !== null)) open = null;
    const placed: Placed = { section, kind: own ?? open?.kind ?? null, blocks: [...section.blocks] };
    if (own !== null) open = placed;
    return placed;
  });
}

/** The section of a kind, which is added if the page has none. */
function sectionOfKind(placed: Placed[], kind: TableKind, { place }: TableBlock): Placed {
  const home = placed.find(({ section }) => section.depth > 1 && sectionKind(section.heading.text) === kind);
  if (home !== undefined) return home;
  const heading = plainPhrase(CANONICAL_HEADINGS[kind], place);
  const added: Placed = { section: { heading, depth: 2, blocks: [], place }, kind, blocks: [] };
  placed.push(added);
  return added;
}

const VALUES = /\b(?:values?|members?|enum(?:eration)?|options)\b/i;
const TYPED_KINDS: readonly (SectionKind | null)[] = [
  "requestBody",
  "queryParameters",
  "pathParameters",
  "functionParameters",
];

/** The section above, if its heading announces the table and another heading is between them. */
function headingAbove(
  table: TableBlock,
  { section, kind }: Placed,
  above: Placed | undefined,
  { isOperation }: PageFacts,
): Placed | null {
  if (above === undefined || above.section.blocks.some((block) => block.kind === "table" || block.kind === "code")) {
    return null;
  }
  if (titleIs(table, /^members?$/i)) {
    const isAnnounced = VALUES.test(above.section.heading.text) && !VALUES.test(section.heading.text);
    return isAnnounced ? above : null;
  }
  if (kind !== null) return null;
  const isAnnounced = isOperation ? TYPED_KINDS.includes(above.kind) : isEmptyRelationships(above);
  return (isAnnounced && isTyped(table)) || (above.kind === "queryParameters" && listsOptions(table)) ? above : null;
}

/** Whether most rows of a table begin with query options of OData. */
function listsOptions({ rows }: TableBlock): boolean {
  return holdsForMost(rows, ({ cells: [first] }) => /^\W*\$[a-z]+\b/.test(first?.text ?? ""));
}

/** Whether a section has the heading of relationships, and neither a table nor a sentence that there are none. */
function isEmptyRelationships({ section, kind }: Placed): boolean {
  return kind === "relationships" && sectionKind(section.heading.text) === kind && section.blocks.length === 0;
}

/** The kind of section to which a table belongs, if it is in another one; otherwise null. */
function otherKind(table: TableBlock, at: Placed, page: PageFacts): TableKind | null {
  if (at.kind === "response" || at.kind === "examples") return null;
  if (!page.isOperation && isInMethods(table, at)) return "properties";
  const stated = kindOfTable(table, page);
  if (stated === "methods" && NO_FACTS.test(at.section.heading.text)) return null;
  // The only table of a Properties section may have another title.
  if (stated === "relationships" && isOnlyTable(table, at)) return null;
  if (stated !== null) return isAt(at, stated) ? null : stated;
  // Properties in the Request headers section are those of the body.
  const isBody = page.isOperation && at.kind === "requestHeaders" && titleIs(table, /^(?:property|parameter)\b/i);
  return isBody && isTyped(table) ? "requestBody" : null;
}

/** Whether a table is the first one of its section, which does not say that there is none. */
function isOnlyTable(table: TableBlock, { section: { blocks } }: Placed): boolean {
  const isNone = blocks.some((block) => block.kind === "paragraph" && /^none\.?$/i.test(block.phrase.text));
  return !isNone && blocks.find(({ kind }) => kind === "table") === table;
}

/** Whether a table of properties is below the heading of the methods. */
function isInMethods(table: TableBlock, { kind }: Placed): boolean {
  return kind === "methods" && isTyped(table) && titleIs(table, /^property\b/i);
}

function isAt({ section, kind }: Placed, stated: TableKind): boolean {
  if (stated !== "members") return kind === stated;
  return sectionKind(section.heading.text) === "members" || (section.depth > 1 && VALUES.test(section.heading.text));
}

function kindOfTable(table: TableBlock, { isOperation, isEnum }: PageFacts): TableKind | null {
  const columns = readColumns(table);
  if (isOperation && isPermissionTable(table)) return "permissions";
  if (isOperation && columns.has("name") && isHeaderTable(table)) return "requestHeaders";
  if (isEnum && titleIs(table, /^members?$/i)) return "members";
  if (!isOperation && titleIs(table, /^(?:methods?|(?:common )?tasks?)$/i) && beginsWithLinks(table)) return "methods";
  return !isOperation && titleIs(table, /^relationships?(?: name)?$/i) && columns.has("type") ? "relationships" : null;
}

function isPermissionTable(table: TableBlock): boolean {
  return (readColumns(table).has("permissionType") && hasPermissions(table)) || hasSchemeColumns(table);
}

/** Whether a column beside the permission types is that of the permissions: by its title, or because it is alone. */
function hasPermissions({ header }: TableBlock): boolean {
  const [other, ...more] = header.slice(1);
  return header.slice(1).some(({ text }) => /permissions?\b/i.test(text)) || (other !== undefined && more.length === 0);
}

/** Whether a table has a row for each resource or role, and columns for the permission types. */
function hasSchemeColumns({ header }: TableBlock): boolean {
  return header.slice(1).filter(({ text }) => schemesOf(text).length > 0).length > 1;
}

function titleIs(table: TableBlock, pattern: RegExp): boolean {
  return pattern.test(table.header[0]?.text ?? "");
}

/** Whether the rows of a table are request headers, at least half of them. */
export function isHeaderTable({ rows }: TableBlock): boolean {
  return holdsForHalf(rows, ({ cells: [first] }) => HEADER_NAME.test(first?.text.replace(/^[*_`]+/, "") ?? ""));
}

/** Whether most rows begin with a link to a page, as that of an operation. */
export function beginsWithLinks({ rows }: TableBlock): boolean {
  return holdsForMost(rows, ({ cells: [first] }) => first?.tokens.some((token) => token.kind === "link") === true);
}

function isTyped(table: TableBlock): boolean {
  const columns = readColumns(table);
  return columns.has("name") && columns.has("type");
}
