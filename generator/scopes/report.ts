import type { CheckReport } from "./granted.ts";
import type { CallReport, PermissionScheme, Place, ProgramUses, SchemeReport, ScopeReport, Unclear } from "./model.ts";

const TITLES: Readonly<Record<PermissionScheme, string>> = {
  delegatedWork: "delegated, work or school account (delegatedWork)",
  delegatedPersonal: "delegated, personal Microsoft account (delegatedPersonal)",
  application: "application (application)",
};

/** Maximum number of places that the text lists for a call. */
const SHOWN_PLACES = 5;

/** Formats a place as editors and terminals link it. */
function placeText({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

/** Formats the scopes of a program as text. */
export function prettyReport(reports: readonly SchemeReport[], { uses, unclear }: ProgramUses): string {
  const blocks = uses.length === 0 ? ["The program calls no request function.\n"] : reports.map(schemeText);
  return `${blocks.join("\n")}${unclearText(unclear)}`;
}

/** Lists the places at which the program may call more than is known. */
export function unclearText(unclear: readonly Unclear[]): string {
  if (unclear.length === 0) return "";
  const lines = unclear.map(({ place, reason }) => `  ${placeText(place)} ${reason}\n`);
  return `\nNot known from the source, and not included:\n${lines.join("")}`;
}

function schemeText(report: SchemeReport): string {
  const { scheme, scopes, withoutScope, unknown, unsupported } = report;
  const title = `${TITLES[scheme]}: ${counted(scopes.length, "scope")}\n`;
  const isUnsupported = scopes.length + withoutScope.length + unknown.length === 0;
  if (isUnsupported)
    return `${title}\n  Not supported by any function that the program uses, according to their pages.\n`;
  const lists = [
    listText("No scope is needed:", withoutScope),
    listText("Unknown, because the page does not state it:", unknown),
    listText("Not supported according to the page:", unsupported),
  ];
  return [title, ...scopes.map(scopeText), ...lists].join("");
}

function scopeText({ scope, neededBy, alsoServes }: ScopeReport): string {
  const needed = neededBy.flatMap((call) => callLines(call, setLines(call)));
  const served = alsoServes.flatMap((call) => callLines(call, [`alone, it would need ${setText(call.sets[0] ?? [])}`]));
  const also = served.length === 0 ? [] : ["    also serves:", ...served.map((line) => `  ${line}`)];
  return [`\n  ${scope}`, ...needed, ...also, ""].join("\n");
}

function setLines({ sets, chosen }: CallReport): readonly string[] {
  const others = sets.filter((set) => set !== chosen);
  return [
    ...(chosen.length > 1 ? [`needs ${setText(chosen)} together`] : []),
    ...(others.length === 0 ? [] : [`alternatives: ${others.map(setText).join(", ")}`]),
  ];
}

function setText(set: readonly string[]): string {
  return set.join(" + ");
}

function listText(title: string, calls: readonly CallReport[]): string {
  return calls.length === 0
    ? ""
    : [`\n  ${title}`, ...calls.flatMap((call) => callLines(call, listedLines(call))), ""].join("\n");
}

/** The scopes of a list that has two readings. */
function listedLines({ listed }: CallReport): readonly string[] {
  return listed.length === 0 ? [] : [`the page lists ${listed.join(", ")}, but not which belong together`];
}

/** A call with its page, what is known about it, and its places. */
function callLines(call: CallReport, more: readonly string[]): readonly string[] {
  const places = call.places.slice(0, SHOWN_PLACES).map(placeText);
  const rest = call.places.length > SHOWN_PLACES ? [`and ${call.places.length - SHOWN_PLACES} more places`] : [];
  const open = call.isOpen ? ["the source does not decide which of the cases of the page applies"] : [];
  const resource = call.resource === null ? "" : ` for ${JSON.stringify(call.resource)}`;
  const lines = [...places, ...rest, ...open, ...more].map((text) => `      ${text}`);
  return [`    ${call.operation}${resource} [${call.page}]`, ...lines];
}

/** Formats a comparison with granted scopes as text. */
export function checkText({ scheme, missing, excessive, undecided, required }: CheckReport): string {
  const lines = [
    ...missing.flatMap(({ scope, calls }) => [`  missing    ${scope}`, ...placeLines(calls)]),
    ...excessive.flatMap(({ scope, replaces, calls }) => [
      `  excessive  ${scope}: ${replaces.length === 0 ? "no call needs it" : `${replaces.join(", ")} is sufficient`}`,
      ...placeLines(calls),
    ]),
    ...undecided.map(
      (scope) => `  unknown    ${scope}: no call needs it, except perhaps those whose page does not tell`,
    ),
    ...required.unknown.flatMap((call) => [`  unknown    ${call.operation}: see ${call.page}`, ...placeLines([call])]),
    ...required.unsupported.flatMap((call) => [
      `  unsupported ${call.operation}: see ${call.page}`,
      ...placeLines([call]),
    ]),
  ];
  const count = missing.length + excessive.length;
  const result =
    count === 0 ? "as needed" : `${counted(missing.length, "missing scope")}, ${excessive.length} excessive`;
  return [`${TITLES[scheme]}: ${result}`, ...lines, ""].join("\n");
}

function placeLines(calls: readonly CallReport[]): readonly string[] {
  return calls.map(({ operation, places: [first, ...others] }) => {
    const more = others.length === 0 ? "" : ` and ${counted(others.length, "more place")}`;
    return `    ${operation} ${first === undefined ? "" : placeText(first)}${more}`;
  });
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** The scopes of a program as plain data for other programs. */
export function jsonReport(reports: readonly SchemeReport[], { unclear }: ProgramUses): object {
  const schemes = new Map<string, object>(reports.map((report) => [report.scheme, schemeData(report)]));
  return {
    schemes: Object.fromEntries(schemes),
    unclear: unclear.map(({ place, reason }) => ({ place: placeText(place), reason })),
  };
}

function schemeData({ scopes, withoutScope, unknown, unsupported }: SchemeReport): object {
  return {
    scopes: scopes.map(({ scope, neededBy, alsoServes }) => ({
      scope,
      neededBy: neededBy.map(callData),
      alsoServes: alsoServes.map(callData),
    })),
    withoutScope: withoutScope.map(callData),
    unknown: unknown.map(callData),
    unsupported: unsupported.map(callData),
  };
}

function callData({ places, ...call }: CallReport): object {
  return { ...call, places: places.map(placeText) };
}

/**
 * The scopes in the form of an app manifest. The documentation has no ids, so `id` and `resourceAppId` are null; `value`
 * is the name of each scope.
 */
export function manifestReport({ scheme, scopes }: SchemeReport): object {
  const type = scheme === "application" ? "Role" : "Scope";
  const resourceAccess = scopes.map(({ scope }) => ({ id: null, type, value: scope }));
  return { requiredResourceAccess: [{ resourceAppId: null, resourceAccess }] };
}
