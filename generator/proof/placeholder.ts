/** Words that the docs write as placeholders for values of any type. */
const TYPE_WORD =
  /^(?:string|boolean|bool|int(?:eger)?(?:16|32|64)?|long|double|decimal|float|single|number|guid|uuid|enum|object|binary|stream|url|duration|(?:date|time)(?:time)?(?:offset|stamp|ofday)?|edm\.\w+|(?:#|graph\.|microsoft\.graph\.)[\w.]+)(?:\s*\(.*\))?$/i;

/** `"@odata.type: microsoft.graph.x"`, `"… value"`, `<name>`, `{name}`, `"a | b"` and an ellipsis. */
const PLACEHOLDER = /^@odata\.type:|\bvalues?$|^<.*>$|^\{.*\}$|^\S+(?: \| \S+)+$|^(?:\.{3,}|…)$|^$/i;

/** Whether text is a placeholder for a value. */
export function isPlaceholder(text: string): boolean {
  const trimmed = text.trim();
  return TYPE_WORD.test(trimmed) || PLACEHOLDER.test(trimmed);
}

/** Whether text or a name marks an omission in an example. */
export function isEllipsis(text: string): boolean {
  return /^\s*(?:\.{2,}|…)\s*$/.test(text);
}
