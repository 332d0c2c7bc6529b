import { createCollector, type Place, type Result } from "../../diagnostics/diagnostic.ts";
import type { CodeBlock } from "../../markdown/model.ts";
import { isJsonArray, isJsonObject, type Json } from "../../util/json.ts";
import { parseTolerantJson } from "../content/tolerant-json.ts";
import type { ListedValue, SketchMember, TypeExpression } from "../model.ts";
import { typeExpressionOf } from "./type-expression.ts";

const UNION = /^\s*[\w.-]+(?:\s*\|\s*[\w.-]+)+\s*$/;

/**
 * Reads a JSON representation: the name of each member and the type that its sample value implies.
 *
 * @param block the fence
 * @param rows names of the properties that a table describes
 */
export function readSketch(block: CodeBlock, rows: readonly string[]): Result<readonly SketchMember[]> {
  const collector = createCollector();
  const json = parseTolerantJson(block.value);
  const value = isJsonObject(json.value) ? json.value : {};
  if (json.quality !== "strict" && json.reason !== null) {
    const line = block.place.line + block.value.slice(0, json.offset).split("\n").length;
    const place = { ...block.place, line };
    const known = new Set([...Object.keys(value), ...rows].map((name) => name.toLowerCase()));
    const lost =
      json.quality === "broken" ? shownNames(block.value).filter((name) => !known.has(name.toLowerCase())) : [];
    if (lost.length === 0) collector.add("sketch-invalid", { reason: json.reason }, place);
    else collector.add("sketch-unreadable", { reason: json.reason, names: lost.join(", ") }, place);
  }
  const members = Object.entries(value).filter(([name]) => !name.includes("@"));
  return collector.wrap(members.map(([name, each]) => readMember(name, each, block.place)));
}

/** Names of members on the lines of broken JSON that are indented least, so that members of members are left out. */
function shownNames(text: string): readonly string[] {
  const shown = [...text.matchAll(/^([^\S\n]*)(?:\{[^\S\n]*)?["'“]?([A-Za-z_]\w*)["'”]?[^\S\n]*:/gm)];
  const least = Math.min(...shown.map(([, indent = ""]) => indent.length));
  return shown.flatMap(([, indent = "", name = ""]) => (indent.length === least ? [name] : []));
}

function readMember(name: string, value: Json, place: Place): SketchMember {
  const sample = isJsonArray(value) ? (value[0] ?? null) : value;
  const values = typeof sample === "string" && UNION.test(sample) ? sample.split("|").map(toValue) : [];
  const type = values.length > 0 ? typeExpressionOf("String", place) : typeOfSample(sample ?? null, place);
  return { name, type: { ...type, collection: type.collection || isJsonArray(value) }, values };
}

function toValue(text: string): ListedValue {
  return { name: text.trim(), description: null };
}

/** Type of a sample value; a string may contain the name of the type. */
function typeOfSample(value: Json, place: Place): TypeExpression {
  if (typeof value === "boolean") return typeExpressionOf("Boolean", place);
  if (typeof value === "number") return typeExpressionOf(Number.isInteger(value) ? "Int32" : "Double", place);
  if (typeof value === "string") return typeOfText(value, place);
  if (isJsonObject(value)) {
    const odataType = value["@odata.type"];
    return typeExpressionOf(typeof odataType === "string" ? odataType : "Json", place);
  }
  return typeExpressionOf("Json", place);
}

function typeOfText(text: string, place: Place): TypeExpression {
  if (/^(?:String\s*\()?(?:timestamp|datetime(?:offset)?)\)?$/i.test(text))
    return typeExpressionOf("DateTimeOffset", place);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?$/.test(text)) return typeExpressionOf("DateTimeOffset", place);
  const named = typeExpressionOf(text, place);
  return named.primitive !== null || /^#?microsoft\.graph\.[\w.]+$/i.test(text)
    ? named
    : typeExpressionOf("String", place);
}
