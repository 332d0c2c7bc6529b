import { findNodeAtLocation, type Node } from "jsonc-parser";

/** A member of an object: the node of the property, its name and its value. */
export interface JsonMember {
  readonly node: Node;
  readonly name: string;
  readonly value: Node;
}

/** Lists the members of an object in the order of the page; empty for other values. */
export function membersOf(object: Node): readonly JsonMember[] {
  if (object.type !== "object") return [];
  return (object.children ?? []).flatMap((node) => {
    const [key, value] = node.children ?? [];
    return value === undefined ? [] : [{ node, name: String(key?.value), value }];
  });
}

/** Value of a node, which is a property or an array element. */
export function valueOf(node: Node): Node {
  return node.type === "property" ? (node.children?.[1] ?? node) : node;
}

/** Type that an object states in `@odata.type`, without the leading `#`; null if it states none. */
export function statedType(object: Node): string | null {
  if (object.type !== "object") return null;
  const stated: unknown = findNodeAtLocation(object, ["@odata.type"])?.value;
  return typeof stated === "string" ? stated.trim().replace(/^#/, "") : null;
}

/** Whether a name belongs to the protocol: an annotation, control information or an action. */
export function isAnnotation(name: string): boolean {
  return name.includes("@") || name.startsWith("#") || name.startsWith("odata.");
}
