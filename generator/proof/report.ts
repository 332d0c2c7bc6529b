import type { Node } from "jsonc-parser";
import type { ApiModel, PropertyModel, TypeModel } from "../api/model.ts";
import { createDiagnostic, type Diagnostic, type RelatedPlace } from "../diagnostics/diagnostic.ts";
import type { WireTypes } from "../emit/wire-types.ts";
import { fullName } from "../util/odata.ts";
import { statedType, valueOf } from "./json-node.ts";
import type { Cause, ExampleBody, Fault } from "./model.ts";
import { pathOf, placeOf, shownValue } from "./place.ts";
import type { Proof } from "./prove.ts";

/** Table rows by the name of the interface that is generated from them, and those of a type and its bases by its id. */
type Rows = ReadonlyMap<string, readonly PropertyModel[]>;

/** Converts faults to diagnostics with their places in the page. */
export function reportFaults(model: ApiModel, proof: Proof): readonly Diagnostic[] {
  const rows = indexRows(model, proof.wire);
  return proof.faults.flatMap((fault) => {
    const body = proof.held[fault.body];
    return body === undefined ? [] : (diagnosticOf(fault, body, rows) ?? []);
  });
}

/** @returns null if the page allows the value */
function diagnosticOf(fault: Fault, body: ExampleBody, rows: Rows): Diagnostic | null {
  const { node, cause } = fault;
  const path = pathOf(valueOf(node)) ?? "the body";
  switch (cause.kind) {
    case "surplus":
      return surplus(fault, body, cause, rows);
    case "twice":
      return createDiagnostic("example-property-twice", { path }, placeOf(body.json, node));
    case "missing": {
      const names = cause.names.join(", ");
      if (names === "") return null;
      return createDiagnostic("example-property-missing", { path, names }, placeOf(body.json, valueOf(node)));
    }
    case "null":
    case "unlisted":
    case "case":
    case "type":
    case "unrelated":
      return valueDiagnostic(cause, valueOf(node), body, rowOf(fault, rows));
  }
}

type ValueCause = Extract<Cause, { readonly expected: string }>;

function valueDiagnostic(
  cause: ValueCause,
  value: Node,
  body: ExampleBody,
  row: PropertyModel | undefined,
): Diagnostic | null {
  if (row === undefined) return wrongValue(cause, value, body, []);
  const isOfList = cause.kind === "case" || cause.kind === "unlisted";
  if (isOfList && lists(row, value)) return null;
  if (cause.kind === "type" && isAsInRow(row, value)) return null;
  return wrongValue(cause, value, body, [statedHere(row)]);
}

/** Diagnostics about values by the kind of cause. */
const VALUE_CODES = {
  null: "example-value-null",
  unlisted: "example-value-unlisted",
  case: "example-value-case",
  type: "example-value-type",
  unrelated: "example-type-unrelated",
} as const;

function wrongValue(
  { kind, expected }: ValueCause,
  node: Node,
  { json }: ExampleBody,
  related: readonly RelatedPlace[],
): Diagnostic {
  const value = kind === "unrelated" ? (statedType(node) ?? String(node.value)) : shownValue(json, node);
  const params = { path: pathOf(node) ?? "the body", value, expected };
  return createDiagnostic(VALUE_CODES[kind], params, placeOf(json, node), related);
}

function surplus(
  { node }: Fault,
  { json, part, operation }: ExampleBody,
  { suggestion, owners }: Extract<Cause, { readonly kind: "surplus" }>,
  rows: Rows,
): Diagnostic {
  const path = pathOf(valueOf(node)) ?? "the body";
  const place = placeOf(json, node);
  const name = path.slice(path.lastIndexOf(".") + 1);
  const sources = path === name ? [operation.requestBody?.type ?? "", ...owners] : owners;
  const ofType = sources.flatMap((source) => rows.get(source) ?? []).find((each) => each.name === name);
  const ofPage = operation.requestBody?.properties.find((each) => each.name === path);
  const row = part === "request" ? (ofPage ?? (ofType?.readOnly === true ? ofType : undefined)) : undefined;
  if (row !== undefined) return createDiagnostic("example-property-read-only", { path }, place, [statedHere(row)]);
  if (suggestion !== null) return createDiagnostic("example-property-misspelt", { path, suggestion }, place);
  return createDiagnostic("example-property-undefined", { path }, place);
}

function indexRows(model: ApiModel, wire: WireTypes): Rows {
  const types = model.types.flatMap((type) => {
    const declared = wire.types.get(fullName(type))?.declared;
    return declared === undefined ? [] : [[declared, type.properties] as const];
  });
  const byId = new Map(model.types.map((type) => [fullName(type), type]));
  const chains = model.types.map((type) => [fullName(type), rowsOfChain(type, byId)] as const);
  const bodies = model.operations.flatMap(({ name, requestBody }) => {
    const type = wire.operations.get(name)?.body;
    const declared = type?.kind === "json" ? type.declared : null;
    return requestBody === null || declared === null ? [] : [[declared, requestBody.properties] as const];
  });
  return new Map([...types, ...bodies, ...chains]);
}

/** Rows of a type and its bases, which have no cycles. */
function rowsOfChain(type: TypeModel, byId: ReadonlyMap<string, TypeModel>): readonly PropertyModel[] {
  const base = byId.get(type.baseType ?? "");
  return base === undefined ? type.properties : [...type.properties, ...rowsOfChain(base, byId)];
}

function rowOf({ stated }: Fault, rows: Rows): PropertyModel | undefined {
  return rows.get(stated?.owner ?? "")?.find(({ name }) => name === stated?.property);
}

const NUMBER = /^Edm\.(?:Byte|SByte|Int\d+|Single|Double|Decimal)$/;

/** Whether a value has the type of its row. The declaration may have that of the base type, which is reported there. */
function isAsInRow({ type, collection }: PropertyModel, value: Node): boolean {
  if (collection) return false;
  return (value.type === "number" && NUMBER.test(type)) || (value.type === "boolean" && type === "Edm.Boolean");
}

/** Whether a row lists text itself; its enum may spell it differently, which is a different fault. */
function lists({ description }: PropertyModel, { value }: Node): boolean {
  return typeof value === "string" && description.includes(`\`${value}\``);
}

function statedHere({ source }: PropertyModel): RelatedPlace {
  return { message: "stated here", place: source };
}
