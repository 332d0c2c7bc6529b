import type { Node } from "jsonc-parser";
import ts from "typescript";
import { describeType, listedTexts, type ResourceNames } from "./describe.ts";
import { isAnnotation, membersOf, statedType, valueOf } from "./json-node.ts";
import type { Anchor, Cause, Fault } from "./model.ts";
import type { Checked } from "./program.ts";

/** Error codes of the compiler that have their own cause; all others are about the type of a value. */
const SURPLUS = new Set([2353, 2561]);
const MISSING = new Set([2741, 2739, 2740]);
const TWICE = 1117;
const UNFIT = 2322;

/**
 * Converts a compiler error to a fault of an example.
 *
 * @param error error in the checked module
 * @param anchor node of the example at the position of the error
 * @param names names of resources for messages
 */
export function readFault(error: ts.Diagnostic, anchor: Anchor, checked: Checked, names: ResourceNames): Fault {
  const place = findExpression(checked.file, error.start ?? 0);
  const type = place === null ? undefined : checked.checker.getContextualType(place);
  const cause = causeOf(error, anchor.node, { place, type, checked, names });
  return { body: anchor.body, node: anchor.node, cause, stated: place === null ? null : statedBy(place, checked) };
}

interface Found {
  readonly place: ts.Expression | null;
  /** Expected type at the position of the error. */
  readonly type: ts.Type | undefined;
  readonly checked: Checked;
  readonly names: ResourceNames;
}

function causeOf(error: ts.Diagnostic, node: Node, found: Found): Cause {
  if (SURPLUS.has(error.code)) {
    const text = ts.flattenDiagnosticMessageText(error.messageText, "\n");
    const near = /Did you mean to write '(.+)'\?/.exec(text)?.[1] ?? null;
    // A suggested property that the object already has is not useful.
    const suggestion = membersOf(node.parent ?? node).some(({ name }) => name === near) ? null : near;
    return { kind: "surplus", suggestion, owners: ownersOf(found.place, found.checked) };
  }
  if (error.code === TWICE) return { kind: "twice" };
  const missing = saysMissing(error) ? readMissing(valueOf(node), found) : null;
  return missing ?? wrongValue(valueOf(node), found);
}

/** For a body of an intersection type, the compiler nests the message about a missing property. */
function saysMissing({ code, messageText }: ts.Diagnostic): boolean {
  let message: ts.DiagnosticMessageChain | undefined = typeof messageText === "string" ? undefined : messageText;
  while (message?.code === UNFIT) message = message.next?.[0];
  return MISSING.has(message?.code ?? code);
}

function wrongValue(value: Node, { type, checked, names }: Found): Cause {
  const expected = type === undefined ? "a value of the documented type" : describeType(type, checked.checker, names);
  if (value.type === "null") return { kind: "null", expected };
  if (statedType(value) !== null || isTypeName(value)) return { kind: "unrelated", expected };
  const listed = type === undefined || value.type !== "string" ? null : listedTexts(type);
  if (listed === null) return { kind: "type", expected };
  const text = String(value.value).toLowerCase();
  const other = listed.find((candidate) => candidate.toLowerCase() === text);
  return other === undefined ? { kind: "unlisted", expected } : { kind: "case", expected: other };
}

function isTypeName(value: Node): boolean {
  return value.parent?.type === "property" && value.parent.children?.[0]?.value === "@odata.type";
}

/**
 * Lists the properties that an object lacks.
 *
 * @returns null for a value that is not an object, or that should be a list
 */
function readMissing(object: Node, { type, checked }: Found): Cause | null {
  const { checker } = checked;
  if (type === undefined || object.type !== "object" || checker.isArrayType(type)) return null;
  const present = new Set(membersOf(object).map(({ name }) => name));
  const properties = checker.getPropertiesOfType(checker.getNonNullableType(type));
  const names = properties
    .filter((property) => (property.flags & ts.SymbolFlags.Optional) === 0 && !present.has(property.name))
    .map((property) => property.name);
  const foreign = !properties.some(({ name }) => !isAnnotation(name) && present.has(name));
  // `boat@odata.bind` sets the relationship `boat` by a URL.
  const unset = names.filter((name) => !present.has(`${name}@odata.bind`));
  return names.length === 0 ? null : { kind: "missing", names: unset, foreign };
}

/** Finds the expression at a position, or that of the property or constant whose name is at the position. */
function findExpression(file: ts.SourceFile, position: number): ts.Expression | null {
  const token = tokenAt(file, position);
  const { parent } = token;
  if (ts.isComputedPropertyName(parent) && ts.isPropertyAssignment(parent.parent)) return parent.parent.initializer;
  const isName = (ts.isPropertyAssignment(parent) || ts.isVariableDeclaration(parent)) && parent.name === token;
  if (isName) return parent.initializer ?? null;
  return ts.isExpression(token) ? token : null;
}

function tokenAt(file: ts.SourceFile, position: number): ts.Node {
  let found: ts.Node = file;
  for (;;) {
    const inner = ts.forEachChild(found, (child) =>
      child.getStart(file) <= position && position < child.getEnd() ? child : undefined,
    );
    // The error is about the outermost expression that begins here.
    if (inner === undefined || (ts.isExpression(found) && found.getStart(file) === position)) return found;
    found = inner;
  }
}

/** Finds the interface that declares the property whose value is checked. */
function statedBy(place: ts.Expression, { checker }: Checked): Fault["stated"] {
  const assignment = place.parent;
  if (!ts.isPropertyAssignment(assignment) || ts.isComputedPropertyName(assignment.name)) return null;
  const name = assignment.name.text;
  const owner = checker.getContextualType(assignment.parent);
  const property = owner === undefined ? undefined : checker.getPropertyOfType(checker.getNonNullableType(owner), name);
  const declared = property?.declarations?.[0]?.parent;
  if (declared === undefined || !ts.isInterfaceDeclaration(declared)) return null;
  return { owner: declared.name.text, property: name };
}

/** Names of the interfaces that the object of a property can have. */
function ownersOf(place: ts.Expression | null, { checker }: Checked): readonly string[] {
  const object = place?.parent.parent;
  if (object === undefined || !ts.isObjectLiteralExpression(object)) return [];
  const type = checker.getContextualType(object);
  const parts = type === undefined ? [] : type.isUnion() ? type.types : [type];
  return parts
    .flatMap((part) => (part.isIntersection() ? part.types : [part]))
    .flatMap((part) => part.getSymbol()?.name ?? []);
}
