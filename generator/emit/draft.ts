import { joinContributions, NO_CONTRIBUTION, type Contribution } from "./contribution.ts";
import type { OutputFile } from "./model.ts";
import type { PrintItem } from "./print-item.ts";
import type { TypeSymbol } from "./type-expression.ts";

/** Name of something that many files may depend on, such as a type or one of its properties. */
export type Input = string;

/** A part of a module as text, and what the module has to know of it; plain JSON, so that it can be kept. */
export interface PrintedPart {
  readonly text: string;
  /** Whether its first statement was text before it was printed, and whether its last was. */
  readonly edges: readonly [first: boolean, last: boolean];
  /** What it refers to in types alone, and what at run time. */
  readonly types: readonly TypeSymbol[];
  readonly values: readonly TypeSymbol[];
  readonly contribution: Contribution;
  /** What was needed to make it. */
  readonly inputs: readonly Input[];
}

/** A part on its way to text: what the printer is given, and what becomes of what it prints. */
export interface PartOrder {
  readonly item: PrintItem;
  readonly finish: (printed: string) => PrintedPart;
}

/** A part before it is made. */
export interface PartDraft {
  /** Stands for everything that it depends on, the program and its inputs aside; no two parts of a module share it. */
  readonly content: string;
  readonly order: () => PartOrder;
}

/** How a file comes to be: it is there, is printed as a whole, or is put together from parts that are printed. */
export type Making =
  | { readonly kind: "file"; readonly file: OutputFile }
  | { readonly kind: "print"; readonly item: PrintItem; readonly finish: (printed: string) => OutputFile }
  | {
      readonly kind: "module";
      readonly parts: readonly PartDraft[];
      readonly join: (parts: readonly PrintedPart[]) => OutputFile;
    };

/** A file before its text is made: that takes longer than knowing whether it would be another. */
export interface Draft {
  readonly path: string;
  /** Stands for everything that the text depends on, the program and the inputs of its parts aside. */
  readonly content: string;
  readonly making: Making;
}

/** A file, what it adds to others, and the parts that it was put together from. */
export interface Printed {
  readonly file: OutputFile;
  readonly contribution: Contribution;
  readonly parts: readonly PrintedPart[];
}

/** A draft that has begun: what is to be printed for it, and what becomes of that. */
export interface Begun {
  readonly items: readonly PrintItem[];
  readonly finish: (texts: readonly string[]) => Printed;
}

/**
 * Begins to make a file.
 *
 * @param known parts that need not be made anew, by their content
 */
export function begin({ making }: Draft, known: ReadonlyMap<string, PrintedPart> = new Map()): Begun {
  switch (making.kind) {
    case "file":
      return { items: [], finish: () => plainFile(making.file) };
    case "print":
      return { items: [making.item], finish: ([text = ""]) => plainFile(making.finish(text)) };
    case "module": {
      const steps = making.parts.map(({ content, order }) => known.get(content) ?? order());
      const finish = (texts: readonly string[]): Printed => {
        const rest = texts.values();
        const parts = steps.map((step) => ("item" in step ? step.finish(rest.next().value ?? "") : step));
        const contribution = joinContributions(parts.map((part) => part.contribution));
        return { file: making.join(parts), contribution, parts };
      };
      return { items: steps.flatMap((step) => ("item" in step ? [step.item] : [])), finish };
    }
  }
}

/** A file that nothing else depends on. */
export function plainFile(file: OutputFile): Printed {
  return { file, contribution: NO_CONTRIBUTION, parts: [] };
}
