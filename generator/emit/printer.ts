import type { Printer } from "./draft.ts";
import { printModule } from "./print.ts";
import { printScript } from "./script.ts";

/** What makes text of drafts. Loaded when there is something to print: the compiler comes with it. */
export const printer: Printer = { module: printModule, script: printScript };
