/** When a row of a body table is needed, according to its own text; null if it states nothing. */
export type Need = "always" | "create" | "sometimes";

const CREATE =
  /\b(?:is|must be|are|needs to be)?\s*(?:required|specified|provided|supplied|included)\s+(?:on|for|when|during|upon)\s+(?:(?:an?|the|you)\s+)?(?:[\w-]+\s+){0,3}(?:is\s+|are\s+|being\s+)?(?:creat\w+|creation)\b(?!\s+(?:an?|the)\b[^.]*\b(?:if|when)\b)/i;
const ALWAYS =
  /(?:^|[.;:(]\s*)\**(?:required|mandatory)\**\s*(?:$|[.;)])|\b(?:this )?(?:property|parameter|value|field) is (?:required|mandatory)\s*(?:$|[.;])/i;

/** Texts that make a row optional: a mark, a condition, a default, or what happens without the property. */
const SOMETIMES = [
  /(?:^|[.;:(]\s*)\**optional(?:ly)?\b|\b(?:is|are) optional\s*(?:$|[.;,])/i,
  /\bnot required\b|\bneed not\b|(?:doesn['’]t|does not|don['’]t|do not) (?:need|have) to\b/i,
  /\bonly\s+(?:needs?|needed|required|necessary|applicable|applies|valid|relevant|specif\w+|provided?|supply|supplied|set|includ\w+|if|when|for|on)\b/i,
  /\bonly\s+(?:used|supported)\s+(?:if|when|for|on|in|with|by)\b/i,
  /\b(?:required|need\w*|necessary|mandatory|specif\w+|suppl\w+|provid\w+|includ\w+|applicable|valid|used?|set)\b[^.]{0,20}\b(?:only\s+)?(?:if|when|unless|where)\b/i,
  /\b(?:required|needed|necessary|mandatory)\s+(?:only\s+)?(?:for|by|with|in case)\b/i,
  /(?:^|[.;:!?]\s+|\(\s*)(?:if|when|unless|in case)\b/i,
  /\bif\s+(?:(?:this|the|it|an?|no)\b[^.]{0,40})?\b(?:not|isn['’]t|aren['’]t|omitted|absent|missing|unspecified|empty|blank|null)\b/i,
  /\bcan(?:not)? be (?:omitted|left out|left empty|left blank|null|empty)\b|\bmay be (?:omitted|null|empty|supplied|specified|provided|set)\b/i,
];
const DEFAULT = /\bdefaults?\b/i;

/** Longer texts are not examined further. */
const LONGEST = 5000;

/**
 * Reads when a row is needed: always, when the resource is created, or only under a condition. A text such as "true if
 * the account is enabled" is not a condition, because it describes the value.
 *
 * @param text type and description of a row
 */
export function needOf(text: string): Need | null {
  const read = text.slice(0, LONGEST).replace(/\s+/g, " ");
  if (ALWAYS.test(read)) return "always";
  const creates = CREATE.test(read);
  const rest = creates ? read.replace(CREATE, "") : read;
  if (SOMETIMES.some((pattern) => pattern.test(rest))) return "sometimes";
  if (creates) return "create";
  return DEFAULT.test(read) ? "sometimes" : null;
}

/** Sentences that call all rows of the table below required. */
const REQUIRES = [
  /\b(?:properties|parameters|fields|values|members)\b[^.:]{0,30}\bthat(?: are|['’]re) required\b/i,
  /\b(?:following|listed|these|all)\b[^.:]*\b(?:properties|parameters|fields|values|members)\b[^.:]*\bare (?:all )?(?:required|mandatory)\b/i,
  /\b(?:following|lists?|shows?|provide|supply|specify|include)\b[^.:]*\b(?:required|mandatory) (?:\w+ )?(?:properties|parameters|fields|values|members|name-value pairs)\b/i,
  /\brequires the following (?:properties|parameters|fields|values|members)\b/i,
];
/** Sentences about something else: an update, or rows of which only some are required. */
const OTHER = /\b(?:when|if|to|while)\s+(?:you\s+)?(?:are\s+)?updat|\boptional\b|\bnot\b|\bnone\b|\bonly\b|n['’]t\b/i;
/** Splits the beginning of a paragraph into sentences. */
export function splitSentences(text: string): readonly string[] {
  return text
    .slice(0, LONGEST)
    .replace(/\s+/g, " ")
    .split(/(?<=[.!?])\s+/);
}

/** Whether a sentence calls all rows of a table required. */
export function isRequiring(sentence: string): boolean {
  return !OTHER.test(sentence) && REQUIRES.some((pattern) => pattern.test(sentence));
}
