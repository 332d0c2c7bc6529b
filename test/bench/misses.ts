import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../../generator/util/json.ts";

/** One miss of the score, with the reason for it. */
export interface Miss {
  readonly figure: string;
  readonly cause: string;
  /** Where and what, on one line. */
  readonly text: string;
}

/** What the sorter knows besides the miss: ids of the metadata's enums and of the model's types, in lower case. */
export interface Known {
  readonly enums: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
}

const ENTITY = "microsoft.graph.entity";

/** Sorts the misses that the score wrote, by figure and cause. */
export function sortMisses(misses: JsonObject, known: Known): readonly Miss[] {
  return Object.entries(misses).flatMap(([figure, list]) =>
    (isJsonArray(list) ? list.filter(isJsonObject) : []).map((miss) => ({
      figure,
      cause: causeOf(figure, miss, known),
      text: describe(miss),
    })),
  );
}

function causeOf(figure: string, miss: JsonObject, known: Known): string {
  const model = textOf(miss.model);
  const metadata = textOf(miss.metadata);
  switch (figure) {
    case "property type differs":
      return typeCause(model, metadata, known);
    case "base type differs":
      return baseCause(model, metadata, known);
    case "kind differs":
      return model === "entity" ? "the page states a key" : "the page states no key and no URL shows one";
    case "enum members differ":
      return memberCause(
        isJsonArray(miss.onlyModel) ? miss.onlyModel.length : 0,
        isJsonArray(miss.onlyMetadata) ? miss.onlyMetadata.length : 0,
      );
    case "property not in the metadata":
      return "the page states a property that the service does not have";
    case "response type differs":
      return responseCause(model, metadata);
    default:
      return "not read";
  }
}

function typeCause(model: string, metadata: string, { enums }: Known): string {
  if (bare(model) === bare(metadata)) return "page and service disagree about one or many";
  if (bare(model) === "edm.string" && enums.has(bare(metadata))) return "the page says String, the service has an enum";
  if (bare(metadata) === "edm.string") return "the page names an enum, the service has a String";
  return "the page names another type";
}

function baseCause(model: string, metadata: string, { types }: Known): string {
  if (metadata !== "" && metadata !== ENTITY && !types.has(metadata)) return "the service's base has no page";
  if (metadata === "") return "the page states a base or a key, the service has none";
  return model === "" || model === ENTITY ? "no page states the base" : "the page states another base";
}

function memberCause(surplus: number, missing: number): string {
  if (surplus > 0 && missing > 0) return "the page lists other members";
  return surplus > 0 ? "the page lists members that the service does not have" : "the page leaves members out";
}

function responseCause(model: string, metadata: string): string {
  if (model === "") return "the page names nothing that is returned";
  return bare(model) === bare(metadata) ? "page and service disagree about one or many" : "the page names another type";
}

function bare(type: string): string {
  return type.toLowerCase().replace("[]", "");
}

function textOf(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

function describe(miss: JsonObject): string {
  const place = [miss.file, miss.line].filter((part) => typeof part === "string" || typeof part === "number").join(":");
  const subject = [miss.type, miss.enum, miss.name, miss.method, miss.path, miss.scope]
    .map(textOf)
    .filter((part) => part !== "");
  const differs =
    "metadata" in miss ? `: ${textOf(miss.model) || "none"}, the service has ${textOf(miss.metadata) || "none"}` : "";
  return `${place} ${subject.join(" ")}${differs}`.trim();
}
