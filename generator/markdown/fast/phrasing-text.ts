import type { PhrasingContent, Text } from "mdast";
import { pointAt, type Reader, type Step } from "./cursor.ts";

/** Reads characters as text; adjacent texts become one node. */
export function readText(reader: Reader, nodes: PhrasingContent[], length: number): Step {
  const start = pointAt(reader, reader.at);
  const value = reader.text.slice(reader.at, reader.at + length);
  reader.at += length;
  append(nodes, { type: "text", value, position: { start, end: pointAt(reader, reader.at) } });
  return "read";
}

/** Adds a node; a text is joined to the preceding text. */
export function append(nodes: PhrasingContent[], node: PhrasingContent): void {
  const last = nodes.at(-1);
  if (node.type !== "text" || last?.type !== "text") nodes.push(node);
  else nodes[nodes.length - 1] = joined(last, node);
}

function joined(first: Text, second: Text): Text {
  const [from, to] = [first.position, second.position];
  const value = first.value + second.value;
  return from === undefined || to === undefined
    ? { type: "text", value }
    : { type: "text", value, position: { start: from.start, end: to.end } };
}

/** Reads a line end: two or more spaces before it are a break, a single space is dropped. */
export function readLineEnd(reader: Reader, nodes: PhrasingContent[]): Step {
  const spaces = trimEnd(nodes);
  const { line, offset } = pointAt(reader, reader.at);
  const start = pointAt(reader, spaces > 1 ? reader.at - spaces : reader.at);
  const position = { start, end: { line: line + 1, column: 1, offset: offset + 1 } };
  reader.at += 1;
  reader.line += 1;
  reader.start = reader.at;
  if (spaces > 1) nodes.push({ type: "break", position });
  else append(nodes, { type: "text", value: "\n", position });
  return "read";
}

/** Removes trailing spaces. @returns their number */
export function trimEnd(nodes: PhrasingContent[]): number {
  const last = nodes.at(-1);
  if (last?.type !== "text" || last.position === undefined) return 0;
  let length = last.value.length;
  while (last.value.charAt(length - 1) === " ") length--;
  const spaces = last.value.length - length;
  if (spaces === 0) return 0;
  nodes.pop();
  if (length === 0) return spaces;
  const value = last.value.slice(0, length);
  const { start, end } = last.position;
  const point = { line: end.line, column: end.column - spaces, offset: (end.offset ?? 0) - spaces };
  nodes.push({ type: "text", value, position: { start, end: point } });
  return spaces;
}
