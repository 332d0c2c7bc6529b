import { findNodeAtLocation, type Node } from "jsonc-parser";

/** Members of an object in the order of the page: the node of the property, its name and its value. */
export interface JsonMember {
  readonly node: Node;
  readonly name: string;
  readonly value: Node;
}

/** Reads the members of an object; none for another value. */
export function membersOf(object: Node): readonly JsonMember[] {
  if (object.type !== "object") return [];
  return (object.children ?? []).flatMap((node) => {
    const [key, value] = node.children ?? [];
    return value === undefined ? [] : [{ node, name: String(key?.value), value }];
  });
}

/** Value of a property or an array element, whichever a node is. */
export function valueOf(node: Node): Node {
  return node.type === "property" ? (node.children?.[1] ?? node) : node;
}

/** The type that an object names in `@odata.type`, without the leading `#`; null where it names none. */
export function statedType(object: Node): string | null {
  if (object.type !== "object") return null;
  const stated: unknown = findNodeAtLocation(object, ["@odata.type"])?.value;
  return typeof stated === "string" ? stated.trim().replace(/^#/, "") : null;
}

/** Whether a name belongs to the protocol: an annotation, a control information or an action. */
export function isAnnotation(name: string): boolean {
  return name.includes("@") || name.startsWith("#") || name.startsWith("odata.");
}
