import type { Impact } from "./model.ts";
import type { Relation } from "./view/relation.ts";
import type { Use } from "./view/uses.ts";

/** The compiler rejects a program that compiled before. */
function breaks(reason = ""): Impact {
  return { class: "breaking", noticed: "compile", reason };
}

/** A program still compiles, but the service behaves differently. */
function breaksAtRun(reason: string): Impact {
  return { class: "breaking", noticed: "run", reason };
}

/** The package offers more than before and still offers everything that it offered. */
function adds(reason = ""): Impact {
  return { class: "additive", noticed: null, reason };
}

/** Programs are not affected. */
function docs(reason = ""): Impact {
  return { class: "docs", noticed: null, reason };
}

const SAME_TYPE = docs("the TypeScript type does not change");
const ANY_TEXT = docs("any text is still allowed");

/** Class of a kind that depends on the case; one of the functions below determines it. */
const JUDGED = null;

/**
 * Every kind of change with its class and sentence. `{subject}`, `{before}` and `{after}` are replaced by names from
 * the docs, which are shown as code.
 */
export const KINDS = {
  "base-url-changed": [
    breaksAtRun("requests go to another service unless the client sets `baseUrl`"),
    "The base URL of the service changed from {before} to {after}",
  ],

  "type-added": [adds(), "Type {subject} was added"],
  "type-removed": [breaks(), "Type {subject} was removed"],
  "type-kind-changed": [SAME_TYPE, "The kind of type {subject} changed from {before} to {after}"],
  "base-type-changed": [JUDGED, "The base type of {subject} changed from {before} to {after}"],
  "type-became-abstract": [breaks("only its subtypes have values"), "{subject} became abstract"],
  "type-became-concrete": [adds(), "{subject} is no longer abstract"],
  "type-opened": [adds(), "{subject} allows undocumented properties"],
  "type-closed": [breaks("undocumented properties are rejected"), "{subject} no longer allows undocumented properties"],

  "property-added": [JUDGED, "Property {subject} was added"],
  "property-removed": [breaks(), "Property {subject} was removed"],
  "property-moved": [docs("it is inherited"), "Property {subject} moved to a base type"],
  "property-type-changed": [JUDGED, "The type of {subject} changed from {before} to {after}"],
  "property-collection-changed": [breaks(), "{subject} changed from {before} to {after}"],
  "property-became-nullable": [JUDGED, "{subject} can be null"],
  "property-became-non-nullable": [JUDGED, "{subject} can no longer be null"],
  "property-became-required": [JUDGED, "{subject} became required"],
  "property-became-optional": [JUDGED, "{subject} is no longer required"],
  "property-became-read-only": [JUDGED, "{subject} became read-only"],
  "property-became-writable": [JUDGED, "{subject} is no longer read-only"],
  "property-values-changed": [ANY_TEXT, "The documented values of {subject} changed from {before} to {after}"],

  "enum-added": [adds(), "Enum {subject} was added"],
  "enum-removed": [breaks(), "Enum {subject} was removed"],
  "enum-opened": [JUDGED, "Enum {subject} became evolvable: `unknownFutureValue` was added"],
  "enum-closed": [
    breaks("a constant was removed"),
    "Enum {subject} is no longer evolvable: `unknownFutureValue` was removed",
  ],
  "enum-became-flags": [JUDGED, "The values of enum {subject} can be combined"],
  "enum-became-single": [JUDGED, "The values of enum {subject} can no longer be combined"],
  "enum-member-added": [JUDGED, "Enum member {subject} was added"],
  "enum-member-removed": [breaks(), "Enum member {subject} was removed"],
  "enum-member-identifier-changed": [
    breaks("programs use the old name"),
    "The name of enum member {subject} changed from {before} to {after}",
  ],
  "enum-member-value-changed": [
    docs("the service sends and accepts names, not numbers"),
    "The number of enum member {subject} changed from {before} to {after}",
  ],

  "operation-added": [adds(), "Operation {subject} was added"],
  "operation-removed": [breaks(), "Operation {subject} was removed"],
  "operation-kind-changed": [
    docs("changes of its URLs and types are listed separately"),
    "The kind of operation {subject} changed from {before} to {after}",
  ],
  "identifier-changed": [breaks(), "The TypeScript name of {subject} changed from {before} to {after}"],
  "module-changed": [breaks(), "{subject} moved from module {before} to {after}"],

  "export-added": [adds(), "Export {subject} was added"],
  "export-removed": [breaks(), "Export {subject} was removed"],
  "export-renamed": [breaks(), "Export {before} was renamed to {after}"],
  "option-added": [JUDGED, "Option {subject} was added"],
  "option-removed": [breaks(), "Option {subject} was removed"],
  "option-type-changed": [JUDGED, "The type of option {subject} changed from {before} to {after}"],
  "option-became-required": [breaks(), "Option {subject} became required"],
  "option-became-optional": [adds(), "Option {subject} is no longer required"],

  "url-added": [adds(), "{subject} can be called at {after}"],
  "url-removed": [JUDGED, "{subject} can no longer be called at {before}"],
  "url-changed": [JUDGED, "The URL of {subject} changed from {before} to {after}"],
  "default-url-changed": [
    breaksAtRun("calls without a `route` use it"),
    "The default URL of {subject} changed from {before} to {after}",
  ],
  "path-parameter-renamed": [breaks(), "Path parameter {before} of {subject} was renamed to {after}"],
  "path-parameter-type-changed": [JUDGED, "The type of path parameter {subject} changed from {before} to {after}"],
  "query-parameter-added": [JUDGED, "Query parameter {subject} was added"],
  "query-parameter-removed": [
    breaksAtRun("the service may ignore or reject it"),
    "Query parameter {subject} was removed",
  ],
  "query-parameter-type-changed": [JUDGED, "The type of query parameter {subject} changed from {before} to {after}"],
  "query-parameter-became-required": [breaks(), "Query parameter {subject} became required"],
  "query-parameter-became-optional": [adds(), "Query parameter {subject} is no longer required"],
  "header-added": [JUDGED, "Request header {subject} was added"],
  "header-removed": [docs("it can still be sent"), "Request header {subject} was removed"],
  "header-became-required": [breaks(), "Request header {subject} became required"],
  "header-became-optional": [adds(), "Request header {subject} is no longer required"],

  "body-added": [JUDGED, "{subject} accepts a request body: {after}"],
  "body-removed": [breaks(), "{subject} no longer accepts a request body, which was {before}"],
  "body-type-changed": [JUDGED, "The request body of {subject} changed from {before} to {after}"],
  "body-property-added": [JUDGED, "Body property {subject} was added"],
  "body-property-removed": [JUDGED, "Body property {subject} was removed"],
  "body-property-type-changed": [JUDGED, "The type of body property {subject} changed from {before} to {after}"],
  "body-property-collection-changed": [breaks(), "Body property {subject} changed from {before} to {after}"],
  "body-property-became-nullable": [JUDGED, "Body property {subject} can be null"],
  "body-property-became-non-nullable": [JUDGED, "Body property {subject} can no longer be null"],
  "body-property-became-required": [breaks(), "Body property {subject} became required"],
  "body-property-became-optional": [adds(), "Body property {subject} is no longer required"],
  "body-property-became-read-only": [JUDGED, "Body property {subject} became read-only"],
  "body-property-became-writable": [JUDGED, "Body property {subject} is no longer read-only"],
  "body-property-values-changed": [
    ANY_TEXT,
    "The documented values of body property {subject} changed from {before} to {after}",
  ],

  "response-type-changed": [JUDGED, "The response of {subject} changed from {before} to {after}"],
  "response-status-changed": [SAME_TYPE, "The response status of {subject} changed from {before} to {after}"],

  "permission-added": [adds("any one of the permissions is sufficient"), "{subject} accepts permission {after}"],
  "permission-removed": [JUDGED, "{subject} no longer accepts permission {before}"],
  "permission-required": [
    breaksAtRun("it requires consent, which was not necessary before"),
    "{subject} requires permission {after}",
  ],
  "least-privileged-changed": [JUDGED, "The least privileged permission of {subject} changed from {before} to {after}"],
  "permission-support-added": [adds(), "{subject} is supported"],
  "permission-support-removed": [
    breaksAtRun("the service rejects this kind of sign-in"),
    "{subject} is no longer supported",
  ],
  "permission-support-denied": [docs("the page did not state it before"), "{subject} is not supported"],
  "permission-support-unknown": [JUDGED, "It is unknown whether {subject} is supported"],

  deprecated: [adds(), "{subject} is deprecated: {after}"],
  undeprecated: [docs(), "{subject} is no longer deprecated"],
  "documentation-changed": [docs(), "The documentation of {subject} changed from {before} to {after}"],
} as const satisfies Readonly<Record<string, readonly [impact: Impact | null, sentence: string]>>;

export type ChangeKind = keyof typeof KINDS;
export type JudgedKind = { [K in ChangeKind]: (typeof KINDS)[K][0] extends null ? K : never }[ChangeKind];
export type FixedKind = Exclude<ChangeKind, JudgedKind>;

/**
 * Judges a changed value: more possible values break programs that read it, fewer break programs that send it.
 *
 * @param relation how the set of values after the change relates to the one before
 */
export function judgeValue(relation: Relation, use: Use): Impact {
  switch (relation) {
    case "same":
      return SAME_TYPE;
    case "wider":
      return use.read ? breaks("responses can contain more values than before") : adds("more values are accepted");
    case "narrower":
      return use.write ? breaks("fewer values are accepted than before") : adds("responses can contain fewer values");
    case "other":
      return breaks();
  }
}

export function judgeNullable(nullable: boolean, use: Use): Impact {
  return judgeValue(nullable ? "wider" : "narrower", use);
}

/** @param isAssignable whether values of the type are still values of the previous base type */
export function judgeBase(isAssignable: boolean): Impact {
  return isAssignable ? adds() : breaks("it is no longer assignable to its base and loses the inherited properties");
}

export function judgeNewProperty(required: boolean, use: Use): Impact {
  return required && use.created ? breaks("it must be sent") : adds();
}

/** Properties of a type are optional in TypeScript, as a response may omit any of them. */
export function judgeRequired(required: boolean, use: Use): Impact {
  if (!use.write) return SAME_TYPE;
  if (!required) return adds();
  return use.created ? breaks("it must be sent") : breaksAtRun("the service rejects requests without it");
}

export function judgeReadOnly(readOnly: boolean, use: Use): Impact {
  if (!use.write) return SAME_TYPE;
  if (!readOnly) return adds();
  return use.body ? breaks("it can no longer be sent") : breaksAtRun("the service no longer accepts it in requests");
}

/**
 * Judges an enum that became evolvable, or whose values can be combined or no longer can be.
 *
 * @param open whether its type allows other text, before and after
 */
export function judgeOpenness(open: { readonly before: boolean; readonly after: boolean }, use: Use): Impact {
  if (open.before === open.after) return breaksAtRun("the service sends and accepts values in another form");
  return judgeValue(open.after ? "wider" : "narrower", use);
}

/** A program that reads a closed enum may handle each of its values, and no others. */
export function judgeNewMember(isOpen: boolean, use: Use): Impact {
  return isOpen || !use.read ? adds() : breaks("a `switch` over all values misses it, as the enum is not evolvable");
}

/** Judges a new query parameter, header or body property. */
export function judgeNewInput(required: boolean): Impact {
  return required ? breaks("it is required") : adds();
}

const NO_LONGER_ACCEPTED = "the service no longer accepts what it accepted before";

/** @param isOpen whether the body allows undocumented properties, so that a program still compiles */
export function judgeRemovedInput(isOpen: boolean): Impact {
  return isOpen ? breaksAtRun(NO_LONGER_ACCEPTED) : breaks();
}

/** @param isOpen whether the new type of the body allows undocumented properties */
export function judgeBodyType(relation: Relation, use: Use, isOpen: boolean): Impact {
  const impact = judgeValue(relation, use);
  return impact.class === "breaking" && isOpen ? breaksAtRun(NO_LONGER_ACCEPTED) : impact;
}

/** Judges a body of a different form by whether it accepts everything that the previous body accepted. */
export function judgeBodyForm(accepts: "all" | "any object" | "less"): Impact {
  if (accepts === "less") return breaks();
  return adds(accepts === "any object" ? "any object is accepted" : "");
}

export function judgeResultForm(before: "nothing" | "something"): Impact {
  return breaks(before === "nothing" ? "a function that returns the call as `void` no longer compiles" : "");
}

/** @param replacement the alternative for calls with the parameters of a removed URL */
export function judgeRemovedUrl(replacement: "none" | "other route" | "other URL"): Impact {
  switch (replacement) {
    case "none":
      return breaks("no remaining URL has the same path parameters");
    case "other route":
      return breaks("its `route` was removed");
    case "other URL":
      return breaksAtRun("calls with the same path parameters use another URL");
  }
}

/** @param isRoute whether callers choose the URL by its text */
export function judgeChangedUrl(isRoute: boolean): Impact {
  return isRoute
    ? breaks("the text of its `route` changed")
    : adds("calls with the same path parameters use the new URL");
}

/** @param isListed whether the page still lists permissions */
export function judgeRemovedPermission(isListed: boolean): Impact {
  return isListed
    ? breaksAtRun("clients that were granted only this permission need consent for another one")
    : breaks("the constant that lists its permissions was removed");
}

/** @param isListed whether the page still lists permissions */
export function judgeUnknownPermission(isListed: boolean): Impact {
  return isListed ? docs("the page no longer states it") : judgeRemovedPermission(false);
}

export function judgeLeastPrivileged(isStillAccepted: boolean): Impact {
  return docs(isStillAccepted ? "the previous one is still accepted" : "the previous one is no longer accepted");
}
