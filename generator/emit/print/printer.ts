// Turns declarations as plain data, or the source of a script, into text. No other file prints structures.
// This file loads the compiler, so it is imported only if needed, and on a worker thread if that is faster.

import { printStructure } from "ts-morph";
import { INDENT } from "../syntax/layout.ts";
import type { PrintItem } from "./print-item.ts";
import { printScript } from "./script.ts";
import { StructureKind } from "../syntax/structure-kind.ts";

/** Prints the statements of a module, or a script. */
export function printItem(item: PrintItem): string {
  switch (item.kind) {
    case "module":
      return printStructure(
        { kind: StructureKind.SourceFile, statements: [...item.statements] },
        { indentNumberOfSpaces: INDENT },
      );
    case "script":
      return printScript(item.name, item.source);
  }
}
