import type { Section } from "../../markdown/model.ts";
import { readColumns } from "../content/columns.ts";
import type { BodyNeeds, PropertyFacts } from "../model.ts";
import { isPropertyTable, readPropertyTables } from "../types/property-table.ts";
import { isRequiring, needOf, splitSentences, type Need } from "./need.ts";

/** Sentences that lift the requirement. */
const EXCEPTION =
  /\b(?:not|none|only)\b[^.]*\brequired\b|\brequired\b[^.]*\b(?:unless|except)\b|n['’]t (?:all )?(?:be )?required\b/i;
/** The condition of an exception: `If you're including an identities property`. */
const CONDITION =
  /\bif (?:you(?:['’]re| are)?|the request|the body) (?:includ|specify|specif|provid|suppl|send|set|us)\w*\s+(?:an?|the)\s+([A-Za-z]\w*)\s+property\b/i;
/** Sentences that allow properties that the table does not list. */
const OTHERS =
  /\b(?:specify|include|supply|provide|set|add|use)\b[^.]{0,40}\b(?:any )?other\b(?: (?:writable|optional|supported|valid))?(?: \w+)? properties\b|\bin addition\b[^.]*\b(?:can|may|provide|supply|include|specify)\b|\b(?:any|additional) custom data\b/i;
/** The promise of an update that a body need not repeat anything. */
const KEEPS = /\bnot included\b[^.]*\b(?:maintain|keep|retain|remain)/i;
/**
 * Reads what the sentences of a Request body section state about the rows of its tables: that all of them are required,
 * in which case they are not, and whether the body may have other properties.
 *
 * @param sections the Request body section and its subsections
 * @param rows the rows of its tables
 * @returns null if they state nothing
 */
export function readBodyNeeds(sections: readonly Section[], rows: readonly PropertyFacts[]): BodyNeeds | null {
  const sentences = sections.flatMap(sentencesOf);
  const listed = sections.flatMap(requiredRows);
  const onCreate = rows.filter((row) => needOfRow(row) === "create").map(({ name }) => name);
  const others = sentences.some((sentence) => OTHERS.test(sentence) && !/\bnot\b|n['’]t\b/i.test(sentence));
  const keeps = sentences.some((sentence) => KEEPS.test(sentence));
  if (listed.length === 0 && onCreate.length === 0 && !others && !keeps) return null;
  const isLifted = sentences.some((sentence) => EXCEPTION.test(sentence) && !isRequiring(sentence));
  const unless = isLifted ? sentences.flatMap((sentence) => CONDITION.exec(sentence)?.[1] ?? []) : [];
  return { listed, onCreate, others, keeps, isLifted, unless };
}

function needOfRow({ type, description }: PropertyFacts): Need | null {
  return needOf(`${type.text}. ${description}`);
}

function sentencesOf({ blocks }: Section): readonly string[] {
  return blocks.flatMap((block) => (block.kind === "paragraph" ? splitSentences(block.phrase.text) : []));
}

/** Names in the tables that follow such a sentence, except rows that state themselves when they are required. */
function requiredRows(section: Section): readonly string[] {
  const names: string[] = [];
  let isRequired = false;
  for (const block of section.blocks) {
    if (block.kind === "paragraph" && splitSentences(block.phrase.text).some(isRequiring)) isRequired = true;
    if (block.kind !== "table" || !isPropertyTable(block)) continue;
    // A column that says which rows are required says more than the sentence.
    if (isRequired && !readColumns(block).has("required")) {
      const [rows] = readPropertyTables({ ...section, blocks: [block] }, false);
      names.push(...rows.filter((row) => needOfRow(row) !== "sometimes").map(({ name }) => name));
    }
    isRequired = false;
  }
  return names;
}
