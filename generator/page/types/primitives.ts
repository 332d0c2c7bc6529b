/** Edm types by every spelling that the dialect uses, in lower case and without `Edm.`. */
const PRIMITIVES: ReadonlyMap<string, string> = new Map([
  ["string", "Edm.String"],
  ["strings", "Edm.String"],
  ["text", "Edm.String"],
  ["url", "Edm.String"],
  ["uri", "Edm.String"],
  ["boolean", "Edm.Boolean"],
  ["bool", "Edm.Boolean"],
  ["byte", "Edm.Byte"],
  ["sbyte", "Edm.SByte"],
  ["int16", "Edm.Int16"],
  ["int", "Edm.Int32"],
  ["int32", "Edm.Int32"],
  ["integer", "Edm.Int32"],
  ["int64", "Edm.Int64"],
  ["long", "Edm.Int64"],
  ["single", "Edm.Single"],
  ["float", "Edm.Single"],
  ["double", "Edm.Double"],
  ["number", "Edm.Double"],
  ["decimal", "Edm.Decimal"],
  ["guid", "Edm.Guid"],
  ["uuid", "Edm.Guid"],
  ["datetimeoffset", "Edm.DateTimeOffset"],
  ["datetime", "Edm.DateTimeOffset"],
  ["timestamp", "Edm.DateTimeOffset"],
  ["string (timestamp)", "Edm.DateTimeOffset"],
  ["date", "Edm.Date"],
  ["timeofday", "Edm.TimeOfDay"],
  ["duration", "Edm.Duration"],
  ["binary", "Edm.Binary"],
  ["bytes", "Edm.Binary"],
  ["stream", "Edm.Stream"],
  ["json", "Edm.Untyped"],
  ["json object", "Edm.Untyped"],
  ["untyped", "Edm.Untyped"],
  ["untyped json object", "Edm.Untyped"],
  ["object", "Edm.Untyped"],
  ["objects", "Edm.Untyped"],
  ["error object", "Edm.Untyped"],
  ["string/number", "Edm.Untyped"],
]);

/** Further spellings in type cells; elsewhere, these words have other meanings. */
const CELL_PRIMITIVES: ReadonlyMap<string, string> = new Map([
  ["numeric", "Edm.Decimal"],
  ["short", "Edm.Int16"],
  ["int 16", "Edm.Int16"],
  ["int 32", "Edm.Int32"],
  ["int 64", "Edm.Int64"],
  ["16-bit integer", "Edm.Int16"],
  ["32-bit integer", "Edm.Int32"],
  ["64-bit integer", "Edm.Int64"],
  ["long integer", "Edm.Int64"],
  ["integers", "Edm.Int32"],
  ["numbers", "Edm.Double"],
  ["booleans", "Edm.Boolean"],
  ["guids", "Edm.Guid"],
  ["true/false", "Edm.Boolean"],
  ["true or false", "Edm.Boolean"],
  ["char", "Edm.String"],
  ["email", "Edm.String"],
  ["html", "Edm.String"],
  ["hyperlink", "Edm.String"],
  ["url string", "Edm.String"],
  ["relative url", "Edm.String"],
  ["absolute url", "Edm.String"],
  ["json string", "Edm.String"],
  ["guid string", "Edm.Guid"],
  ["date-time", "Edm.DateTimeOffset"],
  ["date time", "Edm.DateTimeOffset"],
  ["date/time", "Edm.DateTimeOffset"],
  ["date and time", "Edm.DateTimeOffset"],
  ["datetime offset", "Edm.DateTimeOffset"],
  ["timespan", "Edm.Duration"],
  ["time of day", "Edm.TimeOfDay"],
  ["byte[]", "Edm.Binary"],
  ["byte array", "Edm.Binary"],
  ["array of bytes", "Edm.Binary"],
  ["base64 string", "Edm.Binary"],
  ["any", "Edm.Untyped"],
  ["dictionary", "Edm.Untyped"],
  ["map", "Edm.Untyped"],
]);

/** Edm types by the format that stands beside a wider type: `string (guid)`. */
const FORMATS: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  [
    "Edm.String",
    new Map([
      ["timestamp", "Edm.DateTimeOffset"],
      ["datetime", "Edm.DateTimeOffset"],
      ["date-time", "Edm.DateTimeOffset"],
      ["datetimeoffset", "Edm.DateTimeOffset"],
      ["date", "Edm.Date"],
      ["duration", "Edm.Duration"],
      ["guid", "Edm.Guid"],
      ["uuid", "Edm.Guid"],
      ["binary", "Edm.Binary"],
    ]),
  ],
  [
    "Edm.Int32",
    new Map([
      ["64-bit", "Edm.Int64"],
      ["int64", "Edm.Int64"],
      ["16-bit", "Edm.Int16"],
      ["int16", "Edm.Int16"],
    ]),
  ],
  [
    "Edm.Double",
    new Map([
      ["int32", "Edm.Int32"],
      ["integer", "Edm.Int32"],
      ["int64", "Edm.Int64"],
      ["decimal", "Edm.Decimal"],
      ["float", "Edm.Single"],
      ["single", "Edm.Single"],
    ]),
  ],
]);

/**
 * Edm type of a primitive, or null for any other name.
 *
 * @see https://docs.oasis-open.org/odata/odata-csdl-xml/v4.01/odata-csdl-xml-v4.01.html#sec_PrimitiveTypes
 */
export function primitiveOf(name: string): string | null {
  return PRIMITIVES.get(name.toLowerCase().replace(/^edm\./, "")) ?? null;
}

/** Edm type of the primitive in a type cell, which may also be one of the less exact words, or null. */
export function cellPrimitive(name: string): string | null {
  return primitiveOf(name) ?? CELL_PRIMITIVES.get(name.toLowerCase()) ?? null;
}

/** `string, maximum size 20`, `Int32 (bytes)`, `Decimal(10,2)`; not `number of bytes`. */
const WITH_NOTE = /^([A-Za-z][\w.]*)(?:\s*[(,;:]\s*|\s+[–-]\s+|\.\s+)([^()]+)\)?$/;

/**
 * Edm type of a primitive with a note beside it, such as a size, a unit or a format; null if the note names another
 * type.
 */
export function primitiveWithNote(text: string): string | null {
  const [, head = "", note = ""] = WITH_NOTE.exec(text) ?? [];
  const primitive = primitiveOf(head);
  if (primitive === null) return null;
  const format = FORMATS.get(primitive)?.get(note.trim().toLowerCase());
  if (format !== undefined) return format;
  const words = note.split(/[^\w.]+/);
  const namesType =
    /^or\b/i.test(note) || words.some((word) => isEdmName(word)) || primitiveOf(words[0] ?? "") !== null;
  return namesType && !NAMING.test(note) ? null : primitive;
}

/** `url` and `date` also describe the content of a string. */
const NAMING = /^(?:url|uri|text|json|number|timestamp|date|binary|object|bytes?)\b/i;

function isEdmName(word: string): boolean {
  return /^(?:Edm\.\w+|Int(?:16|32|64)|DateTimeOffset|TimeOfDay|Boolean)$/.test(word);
}

/** The only primitive in a sentence, if its name is not also an English word. */
export function primitiveInProse(text: string): string | null {
  const words = text.split(/[^\w.]+|\.(?=\s|$)/).filter((word) => primitiveOf(word) !== null);
  const [only = ""] = words;
  return words.length === 1 && isEdmName(only) && only !== "Boolean" ? primitiveOf(only) : null;
}
