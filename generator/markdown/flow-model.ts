import type { Place } from "../diagnostics/diagnostic.ts";
import type { Annotation, Block, Phrase } from "./model.ts";

/** A heading, with the anchor that it states. */
export interface HeadingFlow {
  readonly kind: "heading";
  readonly heading: Phrase;
  readonly depth: number;
  readonly anchor: string | null;
  readonly place: Place;
}

/** Flow content of a document in reading order, before headings group it into sections. */
export type Flow =
  | { readonly kind: "block"; readonly block: Block }
  | HeadingFlow
  /** `<a name="properties"></a>` on a line of its own. */
  | { readonly kind: "anchor"; readonly anchor: string }
  | { readonly kind: "tab"; readonly id: string }
  | { readonly kind: "rule" }
  | { readonly kind: "include"; readonly path: string; readonly place: Place }
  | { readonly kind: "annotation"; readonly annotation: Annotation }
  | { readonly kind: "yaml"; readonly value: string; readonly place: Place };
