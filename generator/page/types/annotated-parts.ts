import { type Block, type Document, type Section, type TableBlock, plainPhrase } from "../../markdown/model.ts";
import { cellOf, readColumns } from "../content/columns.ts";
import { annotatedTypes, simpleName, type AnnotatedType } from "./annotated-types.ts";
import { isPropertyTable } from "./property-table.ts";

/** A part of a page that describes one type: the heading that names the type is the title of the document. */
export interface TypePart {
  readonly document: Document;
  /** Name according to the title of the part, or null. */
  readonly name: string | null;
  /** Whether the part is the page itself, with its title. */
  readonly isPage: boolean;
  /** The annotated fence with the JSON representation, or null. */
  readonly annotated: AnnotatedType | null;
}

/**
 * Splits a part with several annotated JSON representations: each receives the property tables whose names it contains,
 * or the tables next to it.
 */
export function splitByAnnotation(part: Omit<TypePart, "annotated">): readonly TypePart[] {
  const { sections } = part.document;
  const types = annotatedTypes(sections);
  const [first] = types;
  if (types.length < 2) return [{ ...part, annotated: first ?? null }];
  const owners = assignTables(sections, types);
  const documentOf = (type: AnnotatedType): Document => ({
    ...part.document,
    sections: sections.flatMap((section) => keepBlocks(section, type, type === first, owners)),
  });
  return types.map((type) => {
    const document = documentOf(type);
    if (type === first) return { ...part, document, annotated: type };
    return { document: { ...document, sections: [titleFor(type), ...document.sections] }, ...named(type) };
  });
}

function named(annotated: AnnotatedType): Omit<TypePart, "document"> {
  return { name: simpleName(annotated), isPage: false, annotated };
}

function titleFor(type: AnnotatedType): Section {
  const { place } = type.block;
  const heading = plainPhrase(simpleName(type), place);
  return { heading, depth: 1, blocks: [], place };
}

type Owners = ReadonlyMap<Block, AnnotatedType>;

/** The blocks of a section that belong to a type; everything that is not assigned belongs to the first type. */
function keepBlocks(section: Section, type: AnnotatedType, isFirst: boolean, owners: Owners): readonly Section[] {
  const blocks = section.blocks.filter((block) => (owners.get(block) ?? (isFirst ? type : null)) === type);
  return isFirst || blocks.length > 0 ? [{ ...section, blocks }] : [];
}

function assignTables(sections: readonly Section[], types: readonly AnnotatedType[]): Owners {
  const owners = new Map<Block, AnnotatedType>(types.map((type) => [type.block, type]));
  const blocks = sections.flatMap((section) => section.blocks);
  const isTable = (block: Block) => block.kind === "table" && isPropertyTable(block);
  const tablesFirst = blocks.findIndex(isTable) < blocks.findIndex((block) => owners.has(block));
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== "table" || !isTable(block)) continue;
    const isBeside = ({ block: fence }: AnnotatedType) => blocks.indexOf(fence) > index === tablesFirst;
    const beside = tablesFirst ? types.find(isBeside) : types.findLast(isBeside);
    const owner = mostSimilar(block, types) ?? beside ?? (tablesFirst ? types.at(-1) : types[0]);
    if (owner !== undefined) owners.set(block, owner);
  }
  return owners;
}

/** The type whose JSON contains more names of the table than that of any other type, or null. */
function mostSimilar(table: TableBlock, types: readonly AnnotatedType[]): AnnotatedType | null {
  const columns = readColumns(table);
  const names = table.rows.map((row) => cellOf(row, columns, "name").text);
  const counts = types.map(({ block }) => names.filter((name) => block.value.includes(`"${name}"`)).length);
  const most = Math.max(...counts);
  const [best, ...others] = types.filter((_, index) => counts[index] === most);
  return best !== undefined && others.length === 0 ? best : null;
}
