import { Document, visit } from "yaml";
import type { Json } from "./json.ts";
import { escapeQuoted, terminalText } from "./visible.ts";

/** Prints a value as YAML. Only quoted strings can have escapes, so each text that needs one is quoted. */
export function printYaml(value: Json): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === "string" && terminalText(node.value) !== node.value) node.type = "QUOTE_DOUBLE";
    },
  });
  return escapeQuoted(document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER }));
}
