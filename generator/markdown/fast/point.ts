import type { Node } from "mdast";

/** A point in a text, or the distance between two points. */
export interface Shift {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** Copies a tree and shifts its positions; a node without a position remains without one. */
export function shifted<T extends Node>(node: T, by: Shift): T {
  const { position } = node;
  const copy =
    position === undefined
      ? { ...node }
      : { ...node, position: { start: shiftedPoint(position.start, by), end: shiftedPoint(position.end, by) } };
  return hasChildren(copy) ? { ...copy, children: copy.children.map((child) => shifted(child, by)) } : copy;
}

function shiftedPoint(
  { line, column, offset }: Omit<Shift, "offset"> & { readonly offset?: number | undefined },
  by: Shift,
): Shift {
  return { line: line + by.line, column: column + by.column, offset: (offset ?? 0) + by.offset };
}

function hasChildren<T extends Node>(node: T): node is T & { readonly children: readonly Node[] } {
  return "children" in node && Array.isArray(node.children);
}
