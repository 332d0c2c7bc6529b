import type { Place } from "../diagnostics/diagnostic.ts";
import type { Annotation, Block, Phrase } from "./model.ts";

/** Flow content of a document in reading order, before headings group it into sections. */
export type Flow =
  | { readonly kind: "block"; readonly block: Block }
  | { readonly kind: "heading"; readonly heading: Phrase; readonly depth: number; readonly place: Place }
  | { readonly kind: "tab"; readonly id: string }
  | { readonly kind: "rule" }
  | { readonly kind: "include"; readonly path: string; readonly place: Place }
  | { readonly kind: "annotation"; readonly annotation: Annotation }
  | { readonly kind: "yaml"; readonly value: string; readonly place: Place };
