import type { Random } from "../seeds.ts";
import { drawPayload } from "./payloads.ts";

/** Where on a page a text stands, which decides how it is written there. */
export type Place = "prose" | "cell" | "name" | "path" | "json" | "front matter" | "line" | "file";

/** Writes the texts of pages. */
export interface Words {
  /**
   * Writes a text.
   *
   * @param field what the text is on its page, such as "property name"
   */
  text(place: Place, field: string): string;
}

const NOUNS = ["badge", "gate", "tower", "harbour", "signal", "route", "crew", "pilot", "cargo", "berth"] as const;
const MORE = [
  "Level",
  "Code",
  "Owner",
  "Count",
  "Plan",
  "State",
  "Note",
  "Zone",
  "Limit",
  "Kind",
  "Time",
  "X",
] as const;
const SINGLE = [
  "id",
  "name",
  "class",
  "delete",
  "type",
  "default",
  "value",
  "kind",
  "constructor",
  "__proto__",
] as const;
const ODD = ["@odata.type", "connection-id", "x.y", "2fa", "first name", "list[]", "@odata.bind", "a@b.c"] as const;
const PROSE = ["opens", "the", "of", "each", "when", "late", "only", "a", "with", "no", "`code`", "**id**"] as const;

/** A name of letters, or rarely one that must be quoted in code. */
function drawName({ below, of }: Random): string {
  const draw = below(6);
  if (draw === 0) return of(SINGLE);
  if (draw === 1) return of(ODD);
  const noun = of(NOUNS) + of(MORE);
  return below(2) === 0 ? noun : `${noun}${of(MORE)}`;
}

function drawSentence(random: Random): string {
  const words = Array.from({ length: 2 + random.below(6) }, () =>
    random.below(2) === 0 ? random.of(NOUNS) : random.of(PROSE),
  );
  return `The ${words.join(" ")}.`;
}

function drawPlain(place: Place, random: Random): string {
  switch (place) {
    case "json":
      return random.below(2) === 0 ? drawName(random) : drawSentence(random);
    case "prose":
    case "cell":
    case "front matter":
    case "line":
      return random.below(5) === 0 ? drawName(random) : drawSentence(random);
    case "path":
    case "file":
      return random.of(NOUNS) + random.of(MORE);
    case "name":
      return drawName(random);
  }
}

/** Texts without any character that could end a literal or a comment: all code that they lead to is the generator's. */
export function plainWords(random: Random): Words {
  return { text: (place) => drawPlain(place, random) };
}

/** Texts with payloads, and which field each marker stands in. */
export interface HostileWords extends Words {
  readonly fields: readonly string[];
}

/** How many of 100 texts contain a payload. A page with a hostile name or URL says less than one without. */
const SHARE: Readonly<Record<Place, number>> = {
  ...{ prose: 75, cell: 75, json: 75, "front matter": 75, line: 75 },
  ...{ name: 30, path: 10, file: 20 },
};

/** Percent of that share in a set of pages. Among few payloads, one that works is not hidden by others that break code. */
const LEVELS = [100, 100, 100, 30, 3] as const;

export function hostileWords(random: Random): HostileWords {
  const fields: string[] = [];
  const level = random.of(LEVELS);
  const text = (place: Place, field: string): string => {
    const plain = drawPlain(place, random);
    if (random.below(10_000) >= SHARE[place] * level) return plain;
    fields.push(field);
    const payload = drawPayload(random).replaceAll("§", `pwn${fields.length - 1}x`);
    const written = writeAt(place, join(plain, payload, random), random);
    return random.below(1000) === 0 ? written : written.replace(SLOW, (sign) => `&#${sign.charCodeAt(0)};`);
  };
  return { fields, text };
}

/** Fields whose markers a text contains. */
export function fieldsIn(text: string, fields: readonly string[]): readonly string[] {
  return [...new Set([...text.matchAll(/pwn(\d+)x/gi)].map(([, index]) => fields[Number(index)] ?? "unknown"))];
}

function join(plain: string, payload: string, { below }: Random): string {
  return [payload, `${plain}${payload}`, `${plain} ${payload}`, `${payload} ${plain}`, payload + plain][below(5)] ?? "";
}

/** A page with a NUL counts as binary, and with one of the others it is read by another, slower reader. */
const SLOW = /[\u0000\r\ufeff]/g;

/** Writes a text so that it reaches its field, in most cases: a line break would end a row, and a slash a file name. */
function writeAt(place: Place, text: string, random: Random): string {
  const rarely = random.below(20) === 0;
  switch (place) {
    case "prose":
      return rarely ? text : proseText(text, random);
    case "cell":
    case "name":
      return rarely ? text : cellText(text, random);
    case "path":
      return rarely ? text : text.replace(/\s+/g, random.of(["", "%20", "-"]));
    case "json":
      return rarely ? text : JSON.stringify(text).slice(1, -1);
    case "front matter":
      return rarely ? text : text.replace(/[\n\r]/g, " ").replaceAll('"', random.of(['\\"', "'", '"']));
    case "line":
      return rarely ? text : text.replace(/[\n\r]/g, " ");
    case "file":
      return text.replace(/[/\u0000]/g, "-");
  }
}

/** What begins a line of prose may end the page: a comment, a fence, an element of HTML, a line of dashes. */
function proseText(text: string, random: Random): string {
  const inline = text.replace(/<(?=[!/a-z?])|^(?=`{3}|~{3}|-{3})/gim, "\\$&");
  return random.below(3) === 0 ? asEntities(inline) : inline;
}

function cellText(text: string, random: Random): string {
  const escaped = text.replaceAll("|", "\\|").replace(/[\n\r]+/g, random.of([" ", "<br/>", "&#10;", "&#13;"]));
  return [asEntities(escaped), `\`${escaped}\``, escaped.replace(/[*_`<[]/g, "\\$&")][random.below(6)] ?? escaped;
}

/** Writes signs as character references, which a reader of Markdown turns into the signs. */
function asEntities(text: string): string {
  return text.replace(/[*/`"'<>{}@\\$\u2028\u2029\u202e]/gu, (sign) => `&#${String(sign.codePointAt(0))};`);
}
