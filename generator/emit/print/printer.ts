import { printStructure } from "ts-morph";
import { INDENT } from "../syntax/layout.ts";
import type { PrintItem } from "./print-item.ts";
import { printScript } from "./script.ts";
import { StructureKind } from "../syntax/structure-kind.ts";

/**
 * Prints what the package holds; the only place where structures become text. It is loaded when there is something to
 * print, and on a thread of its own where that pays: the compiler comes with it.
 */
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
