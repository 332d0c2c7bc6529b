import { createCollector, type Collector, type Result } from "../../diagnostics/diagnostic.ts";
import type { Block, Phrase, Section } from "../../markdown/model.ts";
import { PERMISSION_SCHEMES, type PermissionFacts } from "../model.ts";
import { statesNoPermission } from "./answer.ts";
import { factOf, UNKNOWN } from "./cell.ts";
import { readProse } from "./prose.ts";
import { joinResources, resourceOf } from "./labels.ts";
import { mergeRows } from "./merge.ts";
import { schemesOf } from "./schemes.ts";
import { readTable } from "./table.ts";

/** Permissions of the tables that apply to one resource or case. */
type Found = Map<string | null, PermissionFacts[]>;

/**
 * Entry point of this folder: reads the permission tables of a page. Each shape of table has its own file.
 *
 * @param sections the Permissions section and its subsections
 * @returns facts about each permission type and resource; every permission type has one, which is unknown if no row
 * states it; nothing if there is no section
 */
export function readPermissions(sections: readonly Section[]): Result<readonly PermissionFacts[]> {
  const collector = createCollector();
  const [first] = sections;
  if (first === undefined) return collector.wrap([]);
  const found = readSections(sections, collector);
  const listed = found.size === 0 ? readProse(sections, collector) : [];
  if (found.size === 0) found.set(null, [...listed]);
  const isEmpty = [...found.values()].every((facts) => facts.length === 0);
  if (isEmpty && collector.diagnostics.length === 0) reportNothing(sections, first, collector);
  return collector.wrap([...found].flatMap(([resource, facts]) => complete(resource, mergeRows(facts, false), first)));
}

/** Reports a section of which nothing is read: an error if it has a table. */
function reportNothing(sections: readonly Section[], first: Section, collector: Collector): void {
  const tables = sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === "table"));
  for (const { header, place } of tables) {
    collector.add("permission-table-unreadable", { title: header.map(({ text }) => text).join(" | ") }, place);
  }
  // `Prerequisites` may be about anything else.
  if (tables.length === 0 && /permission/i.test(textOf(sections)))
    collector.add("permissions-missing", {}, first.place);
}

/** Headings and texts of sections. */
function textOf(sections: readonly Section[]): string {
  return sections
    .flatMap(({ heading, blocks }) => [heading, ...textsOf(blocks)])
    .map(({ text }) => text)
    .join("\n");
}

function readSections(sections: readonly Section[], collector: Collector): Found {
  const found: Found = new Map();
  const isNoneRequired = sections.some(({ blocks }) => textsOf(blocks).some(({ text }) => statesNoPermission(text)));
  const several = sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === "table")).length > 1;
  for (const [index, section] of sections.entries()) {
    const headings = headingsOf(sections, index);
    for (const [position, block] of section.blocks.entries()) {
      if (block.kind !== "table") continue;
      const leadIn = leadInOf(section.blocks[position - 1]);
      const labels = [...headings, ...labelOfLeadIn(leadIn, several)];
      const resource = joinResources(...labels.map(resourceOfLabel));
      const schemes = labels.map(schemesOf).findLast((named) => named.length > 0) ?? [];
      const surroundings = { resource, schemes, leadIn: leadIn?.text ?? "", isNoneRequired, collector };
      const facts = readTable(block, surroundings);
      if (facts !== null) found.set(resource, [...(found.get(resource) ?? []), ...facts]);
    }
  }
  return found;
}

/** Texts of the headings from below the Permissions heading to a section. */
function headingsOf(sections: readonly Section[], index: number): readonly string[] {
  const path: Section[] = [];
  for (const section of sections.slice(1, index + 1)) {
    while ((path.at(-1)?.depth ?? 0) >= section.depth) path.pop();
    path.push(section);
  }
  return path.map(({ heading }) => heading.text);
}

function leadInOf(block: Block | undefined): Phrase | null {
  return block?.kind === "paragraph" ? block.phrase : null;
}

/** A short paragraph such as `For **user** resources:`, or a line in bold above one of several tables. */
function labelOfLeadIn(phrase: Phrase | null, several: boolean): readonly string[] {
  const text = phrase?.text.replace(/\s{0,5}:$/, "") ?? "";
  if (phrase === null || text === "" || text.length > 80 || /[.!?]$/.test(text)) return [];
  const isBold = phrase.tokens.every(
    (token) => token.kind === "text" && (token.style === "strong" || /^[\s:]*$/.test(token.text)),
  );
  return /^for\b/i.test(text) || schemesOf(text).length > 0 || (several && isBold) ? [text] : [];
}

/** Resource or case that a heading names; null if it names a permission type. */
function resourceOfLabel(label: string): string | null {
  if (schemesOf(label).length > 0) return null;
  return /^for\b/i.test(label) ? resourceOf(label.replace(/\s{0,5}:$/, "")) : label;
}

function textsOf(blocks: readonly Block[]): readonly Phrase[] {
  return blocks.flatMap((block) => {
    if (block.kind === "paragraph") return [block.phrase];
    if (block.kind === "alert") return block.phrases;
    return block.kind === "list" ? block.items : [];
  });
}

/** Adds an unknown entry for each permission type that no row states. */
function complete(
  resource: string | null,
  facts: readonly PermissionFacts[],
  section: Section,
): readonly PermissionFacts[] {
  const source = facts[0]?.source ?? section.place;
  const absent = PERMISSION_SCHEMES.filter((scheme) => facts.every((fact) => fact.scheme !== scheme));
  return [...facts, ...absent.map((scheme) => factOf(scheme, UNKNOWN, resource, source))];
}
