import type { Node } from "jsonc-parser";
import { isAnnotation, membersOf, statedType, type JsonMember } from "./json-node.ts";
import type { Anchor, ExampleBody, Masks, PrintedBodies } from "./model.ts";
import { isEllipsis, isPlaceholder } from "./placeholder.ts";
import type { FindType } from "./type-index.ts";

/** Information about the package that the printer needs. */
export interface PrintContext {
  /** Module specifier of the wire types. */
  readonly index: string;
  readonly typeOf: FindType;
  /** Annotations that a table or a type of the package declares. */
  readonly annotations: ReadonlySet<string>;
  readonly masks: Masks;
}

/** Values that are nested more deeply are not checked, so that no page exhausts the compiler. */
const DEPTH = 40;
/** A value of type `never`, which every type accepts; `any` would also disable the check of its list. */
const ANYTHING = "_";

interface Writer {
  readonly parts: string[];
  readonly anchors: Anchor[];
  length: number;
}

/**
 * Prints examples as typed constants. Only parsed values are printed, as literals, so that no text of a page becomes
 * code.
 *
 * @param bodies examples; anchors refer to them by index
 */
export function printBodies(bodies: readonly ExampleBody[], context: PrintContext): PrintedBodies {
  const writer: Writer = { parts: [], anchors: [], length: 0 };
  write(writer, `import type * as t from ${JSON.stringify(context.index)};\n`);
  write(writer, `declare const ${ANYTHING}: never;\ndeclare function is<T>(value: T): T;\n`);
  for (const [body, { root, type }] of bodies.entries()) {
    write(writer, "const ");
    writer.anchors.push({ start: writer.length, body, node: root });
    write(writer, `e${body}: ${type} = `);
    printValue(writer, root, { ...context, body, depth: 0, isRequest: bodies[body]?.part === "request" });
    write(writer, ";\n");
  }
  return { text: writer.parts.join(""), anchors: writer.anchors };
}

interface ValueContext extends PrintContext {
  readonly body: number;
  readonly depth: number;
  readonly isRequest: boolean;
}

function write(writer: Writer, text: string): void {
  writer.parts.push(text);
  writer.length += text.length;
}

function printValue(writer: Writer, node: Node, context: ValueContext): void {
  writer.anchors.push({ start: writer.length, body: context.body, node });
  if (context.masks.values.has(node) || context.depth > DEPTH || isEmptied(node, context.depth)) {
    write(writer, ANYTHING);
    return;
  }
  switch (node.type) {
    case "object":
      printTyped(writer, node, context);
      return;
    case "array":
      printArray(writer, node, context);
      return;
    case "string":
    case "number":
    case "boolean":
    case "null":
    case "property":
      write(writer, literal(node.value));
  }
}

/** Whether a nested object is empty, which is a placeholder. */
function isEmptied(node: Node, depth: number): boolean {
  return node.type === "object" && depth > 0 && membersOf(node).every(({ name }) => isEllipsis(name));
}

function literal(value: unknown): string {
  if (typeof value === "string") return isPlaceholder(value) ? ANYTHING : quote(value);
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "0";
  return typeof value === "boolean" ? String(value) : "null";
}

/** Prints a string literal in ASCII. */
function quote(text: string): string {
  return JSON.stringify(text).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/**
 * Prints an object that states its type as an argument of that type, so that the object is checked first, and then its
 * type. The body of a request need not be a complete object.
 */
function printTyped(writer: Writer, node: Node, context: ValueContext): void {
  const stated = statedType(node);
  const type = stated === null ? null : context.typeOf(stated);
  const isBody = context.isRequest && context.depth === 0;
  if (stated === null || isBody) {
    printObject(writer, node, context);
  } else if (type === null) {
    write(writer, ANYTHING);
  } else {
    write(writer, `is<t.${type.name}>(`);
    printObject(writer, node, context);
    write(writer, ")");
  }
}

function printObject(writer: Writer, node: Node, context: ValueContext): void {
  write(writer, "{");
  for (const member of membersOf(node)) {
    if (!isLeftOut(member, context)) printMember(writer, member, context);
  }
  for (const name of context.masks.added.get(node) ?? []) write(writer, ` ${propertyName(name)}: ${ANYTHING},`);
  write(writer, " }");
}

function isLeftOut({ node, name }: JsonMember, context: ValueContext): boolean {
  if (context.masks.properties.has(node) || isEllipsis(name)) return true;
  return isAnnotation(name) && name !== "@odata.type" && !context.annotations.has(name);
}

function printMember(writer: Writer, member: JsonMember, context: ValueContext): void {
  write(writer, " ");
  writer.anchors.push({ start: writer.length, body: context.body, node: member.node });
  write(writer, `${propertyName(member.name)}: `);
  if (member.name === "@odata.type") write(writer, typeAnnotation(member.value, context));
  else printValue(writer, member.value, { ...context, depth: context.depth + 1 });
  write(writer, ",");
}

/** Prints the name of a type with the leading `#`, which many pages omit; unknown names are not checked. */
function typeAnnotation(value: Node, context: ValueContext): string {
  const stated = typeof value.value === "string" ? value.value.trim().replace(/^#/, "") : "";
  const type = context.typeOf(stated);
  return type === null || context.masks.values.has(value) ? ANYTHING : quote(`#${type.fullName}`);
}

/** Prints identifiers without quotes, as the compiler suggests only such names; `__proto__` is not a property. */
function propertyName(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name);
}

function printArray(writer: Writer, node: Node, context: ValueContext): void {
  write(writer, "[");
  for (const item of node.children ?? []) {
    if (item.type === "string" && isEllipsis(String(item.value))) continue;
    printValue(writer, item, { ...context, depth: context.depth + 1 });
    write(writer, ", ");
  }
  write(writer, "]");
}
