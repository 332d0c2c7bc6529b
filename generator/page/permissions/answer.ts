/** What a cell without permissions states. */
export interface Answer {
  readonly supported: boolean | null;
  /** The text is a placeholder, or states something other than permissions. */
  readonly isUnclear: boolean;
}

const UNSUPPORTED =
  /^(?:(?:this|it|is|are|currently)\s+){0,3}(?:not\s+(?:(?:yet|currently)\s+)?(?:supported|applicable|available|allowed|permitted)|unsupported|unavailable|n\/?a|no(?=\W{0,3}$))(?!\w)/i;
/** A restriction after "Not supported": something else may be supported. */
const RESTRICTED = /\b(?:unless|except|until|without|with|only|but|if|when|for)\b/i;
const NOT_REQUIRED =
  /^(?:no\s+(?:\w+\s+)?permissions?\s+(?:is|are)?\s*(?:required|needed|necessary)|(?:not|none)\s+(?:required|needed|necessary))/i;
const NOT_REQUIRED_IN_PROSE =
  /\bno (?:\w+ )?permissions? (?:is|are) (?:needed|required|necessary)|\bpermissions? (?:is|are) not (?:needed|required|necessary)|\bdo(?:es)? not (?:need|require) any (?:\w+ )?permissions?/i;

/** Whether a paragraph states that a request requires no permission. */
export function statesNoPermission(text: string): boolean {
  return NOT_REQUIRED_IN_PROSE.test(text);
}

/**
 * What a cell without permissions states: "None" may mean that there is no such permission, or that none is required.
 *
 * @param isNoneRequired the section states that the request requires no permission
 */
export function answerOf(cell: string, isNoneRequired: boolean): Answer {
  const text = cell.replaceAll("*", "").trim();
  if (NOT_REQUIRED.test(text) || /^(?:yes|supported)\W{0,3}$/i.test(text)) return { supported: true, isUnclear: false };
  if (/^none\W{0,3}$/i.test(text) && isNoneRequired) return { supported: true, isUnclear: false };
  const [sentence = ""] = text.split(/[.;,:(]/);
  const isUnsupported = UNSUPPORTED.test(text) && !RESTRICTED.test(sentence);
  return isUnsupported ? { supported: false, isUnclear: false } : { supported: null, isUnclear: true };
}
