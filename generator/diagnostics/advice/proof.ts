import type { proofEntries } from "../catalog/proof.ts";
import type { Advice } from "./model.ts";

/** What to know of the diagnostics of holding examples against their types. */
export const proofAdvice: { readonly [C in keyof typeof proofEntries]: Advice } = {
  "example-property-undefined": {
    why: "The table is incomplete or the example is old: callers cannot rely on either.",
    mend: "Add a row, or take the property out of the example.",
  },
  "example-property-misspelt": {
    why: "Who copies the example sends a property that the service does not know.",
    mend: "Spell it as the table does, or correct the table.",
  },
  "example-property-read-only": {
    why: "Who copies the request gets an error, or a value that is not kept.",
    mend: "Take the property out of the request.",
  },
  "example-property-twice": { why: "JSON readers take one of the two without a word.", mend: "Take one out." },
  "example-property-missing": {
    why: "Who copies the request gets an error.",
    mend: "Add the property, or do not call it required.",
  },
  "example-value-type": {
    why: "Either the table or the example is wrong; the package follows the table.",
    mend: "Correct the one that is wrong.",
  },
  "example-value-null": {
    why: "A program that trusts the table does not expect null.",
    mend: "Show a value, or say that the property can be null.",
  },
  "example-value-unlisted": {
    why: "The list lacks a value that the service has, or the example shows one that it does not have.",
    mend: "Add the value to the list, or show one of the list.",
  },
  "example-value-case": {
    why: "Texts are compared letter by letter: the value is another one.",
    mend: "Write it as the list does.",
  },
  "example-type-unrelated": {
    why: "The object cannot stand where the example shows it.",
    mend: "Correct `@odata.type`, or say on the page of the type from what it is derived.",
  },
};
