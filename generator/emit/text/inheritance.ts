import { sentencesOf } from "./sentences.ts";

const BASE =
  "(?:the )?(?:base (?:class|type) )?[`*]*([\\w .]+?)[`*]*(?:(?: abstract| base)? (?:class|type|resource|object|entity))?";
/** A sentence that says no more than the base. */
const SENTENCE = new RegExp(
  `^(?:[\`*\\w]+ ){0,6}?(?:is )?(?:inherits|derives|derived|extends|inherited)(?: from)? ${BASE}\\.?$`,
  "i",
);
const CLAUSE = new RegExp(`,? (?:which (?:is )?|and )?(?:inherits|derived|inherited) from ${BASE}(?=[.,]|$)`, "gi");

/** The remark of a row that a base type defines its property. */
const INHERITED = /(\S?)\s*\bInherited from (?:the )?[`*\w.]*\w[`*]*(?: (?:entity|type|resource|class))?(?:\.|$)/;

/** Removes the remark that a property is inherited. */
export function withoutInherited(line: string): string {
  return line.replace(INHERITED, (_, before: string, at: number, whole: string) => {
    const isLast = /Inherited from [^.]*\.?$/.test(whole.slice(at));
    return isLast || /[.:!?]|^$/.test(before) ? before : `${before}.`;
  });
}

/**
 * Removes sentences that name a base of a type, which the `extends` clause of its interface names.
 *
 * @param text description of the type
 * @param bases names of the types that it inherits from
 */
export function withoutBases(text: string, bases: readonly string[]): string {
  const names = new Set(bases.map(compact));
  const isBase = (name: string | undefined): boolean => names.has(compact(name ?? ""));
  const lines = text.split("\n").map((line) => {
    const others = sentencesOf(line).filter((sentence) => !isBase(SENTENCE.exec(sentence.trim())?.[1]));
    return others.join(" ").replace(CLAUSE, (clause, name: string) => (isBase(name) ? "" : clause));
  });
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function compact(name: string): string {
  return (name.split(".").at(-1) ?? name).replace(/\s+/g, "").toLowerCase();
}
