import { getNodePath, type Node } from "jsonc-parser";
import type { JsonText } from "../api/model.ts";
import type { Place } from "../diagnostics/diagnostic.ts";

/** Place of a node of a body in its page. */
export function placeOf({ text, place }: JsonText, node: Node): Place {
  const before = text.slice(0, node.offset).split("\n");
  return { ...place, line: place.line + before.length - 1, column: place.column + (before.at(-1)?.length ?? 0) };
}

/** Path of a node in its body, such as `value[0].displayName`; null for the root. */
export function pathOf(node: Node): string | null {
  const path = getNodePath(node);
  const text = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
  return text === "" ? null : text.replace(/^\./, "");
}

const SHOWN = 40;

/** Text of a value on one line; long text is truncated. */
export function shownValue({ text }: JsonText, { offset, length }: Node): string {
  const line = text.slice(offset, offset + length).replace(/\s+/g, " ");
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN)}…`;
}
