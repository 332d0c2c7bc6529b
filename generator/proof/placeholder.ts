/** Words that the templates of the docs write in place of a value, whatever its type. */
const TYPE_WORD =
  /^(?:string|boolean|bool|int(?:eger)?(?:16|32|64)?|long|double|decimal|float|single|number|guid|uuid|enum|object|binary|stream|url|duration|(?:date|time)(?:time)?(?:offset|stamp|ofday)?|edm\.\w+|(?:#|graph\.|microsoft\.graph\.)[\w.]+)(?:\s*\(.*\))?$/i;

/** `"@odata.type: microsoft.graph.x"`, `"… value"`, `<name>`, `{name}`, `"a | b"` and an ellipsis. */
const STAND_IN = /^@odata\.type:|\bvalues?$|^<.*>$|^\{.*\}$|^\S+(?: \| \S+)+$|^(?:\.{3,}|…)$|^$/i;

/** Whether a text only shows where a value belongs. */
export function isPlaceholder(text: string): boolean {
  const trimmed = text.trim();
  return TYPE_WORD.test(trimmed) || STAND_IN.test(trimmed);
}

/** Whether a text or a name stands for what an example leaves out. */
export function isEllipsis(text: string): boolean {
  return /^\s*(?:\.{2,}|…)\s*$/.test(text);
}
