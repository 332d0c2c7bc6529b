import { sentencesOf } from "./sentences.ts";

const INHERITS =
  /^(?:(?:this|the|it|an?)\b(?: [`*\w]+){0,4}? )?(?:is )?(?:inherits|derives|derived|extends|inherited)(?: from)? (?:the )?(?:base (?:class|type) )?[`*]*([\w .]+?)[`*]*(?: (?:base )?(?:class|type|resource|object|entity)(?: type)?)?\.?$/i;

/** The remark of a row that a base type defines its property. */
const INHERITED = /(?:^|\s+)Inherited from (?:the )?[`*\w.]+(?: (?:entity|type|resource|class))?\.?$/;

/** Removes the remark that a property is inherited, at the end of a line. */
export function withoutInherited(line: string): string {
  return line.replace(INHERITED, "");
}

/**
 * Removes sentences that name a base of a type, which the `extends` clause of its interface names.
 *
 * @param text description of the type
 * @param bases names of the types that it inherits from
 */
export function withoutBases(text: string, bases: readonly string[]): string {
  const names = new Set(bases.map(compact));
  const namesBase = (sentence: string): boolean => names.has(compact(INHERITS.exec(sentence.trim())?.[1] ?? ""));
  const lines = text.split("\n").map((line) => {
    const kept = sentencesOf(line).filter((sentence) => !namesBase(sentence));
    return kept.join(" ");
  });
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function compact(name: string): string {
  return (name.split(".").at(-1) ?? name).replace(/\s+/g, "").toLowerCase();
}
