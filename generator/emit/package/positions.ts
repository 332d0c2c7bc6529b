import type { OperationModel, ParameterModel } from "../../api/model.ts";
import type { Place } from "../../diagnostics/diagnostic.ts";
import { jsonText } from "../../util/visible.ts";
import { sortBy } from "../../util/compare.ts";
import { distinctMembers } from "../types/enum.ts";
import { planned, type Part, type EnumPlan, type OperationPlan, type Plan, type TypePlan } from "../plan/plan.ts";
import type { OutputFile } from "../model.ts";
import { queryName } from "../requests/query.ts";
import { shownBodyPlaces, shownQueryPlaces } from "./shown-places.ts";
import type { TypeSymbol } from "../syntax/type-expression.ts";

/** Places of the members of a declaration, such as `displayName` or `path/userId`. */
type MemberPlaces = readonly (readonly [name: string, place: Place])[];

/** A declaration of the package, with its places on the page. */
interface DeclarationPlaces {
  readonly symbol: TypeSymbol | null;
  /** Where the page of the declaration begins. */
  readonly page: Place;
  readonly place: Place;
  readonly members: MemberPlaces;
}

function named(items: readonly { readonly name: string; readonly source: Place }[], parent = ""): MemberPlaces {
  return items.map(({ name, source }) => [`${parent}${name}`, source]);
}

function typePlaces(type: TypePlan): readonly DeclarationPlaces[] {
  const place = type.model.source;
  const relationship = [...type.properties.own.values()].find((property) => property.relationship);
  return [
    {
      symbol: type.symbol,
      page: place,
      place,
      members: [...named([...type.properties.own.values()]), ["@odata.type", place]],
    },
    { symbol: type.subtypePropertyNames, page: place, place, members: [] },
    { symbol: type.relationships, page: place, place: relationship?.source ?? place, members: [] },
  ];
}

/** A union and its guard, and the guards of the subtypes in the same module. */
function unionPlaces(base: TypePlan, plan: Plan): readonly DeclarationPlaces[] {
  const place = base.model.source;
  const subtypes = base.subtypes.flatMap((name) => plan.types.get(name) ?? []);
  return [
    { symbol: base.union, page: place, place, members: [] },
    { symbol: base.unionGuard, page: place, place, members: [] },
    ...subtypes.map(({ guard, model: { source } }) => ({ symbol: guard, page: source, place: source, members: [] })),
  ];
}

function enumPlaces(plan: EnumPlan): DeclarationPlaces {
  const members = distinctMembers(plan.model.members).map(({ identifier, source }) => [identifier, source] as const);
  return { symbol: plan.symbol, page: plan.model.source, place: plan.model.source, members };
}

/** The place of a path key is its row in a table, or the URL of the request if there is no row. */
function pathPlaces(model: OperationModel): MemberPlaces {
  const rows = new Map<string, ParameterModel>();
  for (const parameter of model.functionParameters) rows.set(parameter.name.toLowerCase(), parameter);
  return model.requests.flatMap((request) =>
    request.parameters.map(({ name }) => {
      const row = rows.get(name.toLowerCase());
      return [`path/${name}`, row?.source ?? request.source] as const;
    }),
  );
}

function permissionPlaces({ model, permissions }: OperationPlan): DeclarationPlaces {
  const page = model.source;
  return { symbol: permissions, page, place: model.permissions[0]?.source ?? page, members: [] };
}

function operationPlaces({ model, ...symbols }: OperationPlan, plan: Plan): readonly DeclarationPlaces[] {
  const page = model.source;
  const place = page;
  const body = model.requestBody?.source ?? place;
  const options = [
    ...pathPlaces(model),
    ...model.query.map(({ name, source }) => [`query/${queryName(name)}`, source] as const),
    ...shownQueryPlaces(model).map(([name, at]) => [`query/${name}`, at] as const),
    ...named(model.headers, "headers/"),
    ["route", model.requests[0]?.source ?? place] as const,
    ["path", model.requests[0]?.source ?? place] as const,
    ["query", model.query[0]?.source ?? place] as const,
    ["headers", model.headers[0]?.source ?? place] as const,
    ["body", body] as const,
  ];
  const rows = named(model.requestBody?.properties ?? []);
  const members = [...rows, ["@odata.type", body] as const, ...shownBodyPlaces(model, plan)];
  return [
    { symbol: symbols.symbol, page, place, members: [] },
    { symbol: symbols.options, page, place, members: options },
    { symbol: symbols.contentOptions, page, place, members: options },
    { symbol: symbols.body, page, place: body, members },
  ];
}

/** An include from outside the docs is not copied, so its places refer to the page that includes it. */
function inDocs({ page, place, ...rest }: DeclarationPlaces): DeclarationPlaces {
  const inside = (at: Place): Place => (at.file.startsWith("../") ? page : at);
  return { ...rest, page, place: inside(place), members: rest.members.map(([name, at]) => [name, inside(at)]) };
}

/** If a name has several places, the first one wins, as does the first of several rows on a page. */
function printMembers({ place, members }: DeclarationPlaces): Readonly<Record<string, string>> {
  const printed = new Map([["", `${place.file}:${place.line}:${place.column}`]]);
  for (const [name, { file, line, column }] of members) {
    if (!printed.has(name)) printed.set(name, `${file === place.file ? "" : `${file}:`}${line}:${column}`);
  }
  return Object.fromEntries(printed);
}

function partPlaces([kind, name]: Part, plan: Plan): readonly DeclarationPlaces[] {
  switch (kind) {
    case "type":
      return typePlaces(planned(plan.types, name));
    case "operation":
      return operationPlaces(planned(plan.operations, name), plan);
    case "enum":
      return [enumPlaces(planned(plan.enums, name))];
    case "union":
      return unionPlaces(planned(plan.types, name), plan);
    case "permissions":
      return [permissionPlaces(planned(plan.operations, name))];
  }
}

/** The name of a declaration, with its places in the format of `positions.json`. */
export type PlacedName = readonly [name: string, text: string];

/** Declarations with their places, and the pages of these places. */
export interface Places {
  readonly names: readonly PlacedName[];
  readonly pages: readonly string[];
}

/** Indentation of a name's places in the file. */
const NAME_INDENT = "    ";

/**
 * Lists the places on pages that document a part of a module.
 *
 * @param shipDocs whether the docs are copied into the package; if so, all places are inside them
 */
export function placesOf(part: Part, plan: Plan, shipDocs: boolean): Places {
  const found = partPlaces(part, plan).filter(({ symbol }) => symbol !== null);
  const places = shipDocs ? found.map(inDocs) : found;
  const files = places.flatMap(({ place, members }) => [place.file, ...members.map(([, { file }]) => file)]);
  const textOf = (item: DeclarationPlaces): string => jsonText(printMembers(item)).replaceAll("\n", `\n${NAME_INDENT}`);
  return { names: places.map((item) => [item.symbol?.name ?? "", textOf(item)]), pages: [...new Set(files)] };
}

/**
 * Prints the file of positions, from which the build creates declaration maps.
 *
 * @param names all declarations of the package
 * @param docs folder of the docs, relative to the folder of the package
 */
export function positionsFile(names: readonly PlacedName[], docs: string): OutputFile {
  const lines = sortBy(names, ([name]) => name).map(([name, text]) => `${NAME_INDENT}${jsonText(name)}: ${text}`);
  const printed = lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n  }`;
  const text = `{\n  "docs": ${jsonText(docs)},\n  "names": ${printed}\n}\n`;
  return { path: "positions.json", text, formatted: true };
}
