import type { Node } from "jsonc-parser";
import type { JsonText, OperationModel } from "../api/model.ts";

/** A JSON body of an example, and the type against which it is checked. */
export interface ExampleBody {
  readonly operation: OperationModel;
  readonly part: "request" | "response";
  readonly json: JsonText;
  readonly root: Node;
  /** Text of the type, which refers to exports of the wire types. */
  readonly type: string;
}

/** Reason why a JSON body is not checked. */
export type Unheld = "another request" | "an error" | "no type documented";

/** A JSON body that is not checked. */
export interface UnheldBody {
  readonly operation: OperationModel;
  readonly part: "request" | "response";
  readonly json: JsonText;
  readonly reason: Unheld;
}

/** Parts of examples with reported faults, which the next round excludes to find the faults that they hide. */
export interface Masks {
  /** Values that are not checked. */
  readonly values: Set<Node>;
  /** Properties that are omitted. */
  readonly properties: Set<Node>;
  /** Names of properties that are added to an object. */
  readonly added: Map<Node, readonly string[]>;
}

/** A position in the printed text that belongs to a node of an example. */
export interface Anchor {
  readonly start: number;
  readonly body: number;
  readonly node: Node;
}

/** Examples as one TypeScript module, which is only checked. */
export interface PrintedBodies {
  readonly text: string;
  /** In the order of the text. */
  readonly anchors: readonly Anchor[];
}

/** A fault of a node of an example. */
export interface Fault {
  readonly body: number;
  /** The wrong value or property. */
  readonly node: Node;
  readonly cause: Cause;
  /** The declaration that the example contradicts: the name of the interface and of the property. */
  readonly stated: { readonly owner: string; readonly property: string } | null;
}

/** A fault as plain JSON. */
export interface NumberedFault extends Omit<Fault, "body" | "node"> {
  /** Index of the node in the tree of the body, in preorder. */
  readonly node: number;
}

export type Cause =
  | { readonly kind: "surplus"; readonly suggestion: string | null; readonly owners: readonly string[] }
  | { readonly kind: "twice" }
  /** Foreign if the object has no property of the type, as it may be another body that the operation accepts. */
  | { readonly kind: "missing"; readonly names: readonly string[]; readonly foreign: boolean }
  /** A value with a type other than the described one. */
  | { readonly kind: "type"; readonly expected: string }
  | { readonly kind: "null"; readonly expected: string }
  | { readonly kind: "unlisted"; readonly expected: string }
  /** Documented text in a different letter case. */
  | { readonly kind: "case"; readonly expected: string }
  /** An object that states a type that is not derived from the expected one. */
  | { readonly kind: "unrelated"; readonly expected: string };
