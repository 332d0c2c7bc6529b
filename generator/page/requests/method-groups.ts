import type { CodeBlock, Document, Section } from "../../markdown/model.ts";
import { sectionKind } from "../content/vocabulary.ts";
import type { HttpMethod } from "../model.ts";
import { splitRequestLine } from "./request-line.ts";

/** The part of a page that describes the requests of one method. */
export interface MethodGroup {
  readonly method: HttpMethod;
  /** The page without the sections that belong to other methods only. */
  readonly document: Document;
  /** The heading of the group. */
  readonly root: Section;
}

/** A section that contains request lines of one method, and the section whose heading separates it from the others. */
interface Root {
  readonly method: HttpMethod;
  readonly start: number;
  readonly end: number;
}

/**
 * Splits a page whose headings separate requests of different methods. A section that follows the requests of a group
 * belongs to it if each group has such a section; others apply to all groups.
 *
 * @param blocks the fences with the request lines
 * @returns a group for each method in page order; an empty list if headings do not separate the methods
 */
export function methodGroups(document: Document, blocks: readonly CodeBlock[]): readonly MethodGroup[] {
  const { sections } = document;
  const stated = new Map<number, readonly HttpMethod[]>();
  for (const [index, section] of sections.entries()) {
    const own = blocks.filter((block) => section.blocks.includes(block));
    if (own.length > 0) stated.set(index, [...new Set(own.flatMap(methodsOf))]);
  }
  const methods = [...new Set([...stated.values()].flat())];
  if (methods.length < 2 || [...stated.values()].some((own) => own.length !== 1)) return [];
  const roots = [...stated].map(([index, [method = "GET"]]) => rootOf(sections, index, method, stated));
  const owners = ownersOf(sections, roots);
  return methods.flatMap((method) => {
    const root = sections[roots.find((each) => each.method === method)?.start ?? -1];
    const own = sections.filter((_, index) => owners[index] === null || owners[index] === method);
    return root === undefined ? [] : [{ method, root, document: { ...document, sections: own } }];
  });
}

function methodsOf({ value }: CodeBlock): readonly HttpMethod[] {
  return value.split("\n").flatMap((line) => splitRequestLine(line).map(({ method }) => method));
}

/** Index after the last subsection of a section. */
function endOf(sections: readonly Section[], start: number): number {
  const depth = sections[start]?.depth ?? 0;
  const end = sections.findIndex((section, index) => index > start && section.depth <= depth);
  return end === -1 ? sections.length : end;
}

/** Climbs to the highest section that contains no request of another method. */
function rootOf(
  sections: readonly Section[],
  index: number,
  method: HttpMethod,
  stated: ReadonlyMap<number, readonly HttpMethod[]>,
): Root {
  let start = index;
  for (let above = index - 1; above > 0; above--) {
    const depth = sections[above]?.depth ?? 0;
    if (depth < 2 || depth >= (sections[start]?.depth ?? 0)) continue;
    const end = endOf(sections, above);
    const isShared = [...stated].some(([at, [other]]) => at >= above && at < end && other !== method);
    if (isShared) break;
    start = above;
  }
  return { method, start, end: endOf(sections, start) };
}

/** The method to which each section belongs, or null for a section that applies to all. */
function ownersOf(sections: readonly Section[], roots: readonly Root[]): readonly (HttpMethod | null)[] {
  const zones = sections.map((_, index) => roots.findLast(({ start }) => start <= index) ?? null);
  const kinds = kindsOf(sections);
  return sections.map((_, index) => {
    const zone = zones[index] ?? null;
    if (zone === null || index < zone.end) return zone?.method ?? null;
    const rivals = kinds.flatMap((kind, at) =>
      kind !== null && kind === kinds[index] ? (zones[at]?.method ?? []) : [],
    );
    return new Set(rivals).size > 1 ? zone.method : null;
  });
}

/** Kind of each section; a subsection of an unknown kind has that of the section above it. */
function kindsOf(sections: readonly Section[]): readonly (string | null)[] {
  let open: { readonly kind: string; readonly depth: number } | null = null;
  return sections.map(({ heading, depth }) => {
    const kind = sectionKind(heading.text);
    if (kind !== null && (open === null || depth <= open.depth)) open = { kind, depth };
    else if (open !== null && depth <= open.depth) open = null;
    return open?.kind ?? null;
  });
}
