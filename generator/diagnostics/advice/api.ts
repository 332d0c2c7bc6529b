import type { apiEntries } from "../catalog/api.ts";
import type { Advice } from "./model.ts";

/** What to know of the diagnostics of linking pages. */
export const apiAdvice: { readonly [C in keyof typeof apiEntries]: Advice } = {
  "symbol-defined-twice": {
    why: "Two pages say what one thing is: a reader may find the wrong one.",
    mend: "Keep one page and link to it from the other.",
  },
  "property-stated-twice": { why: "One of the two types is wrong; the first is used.", mend: "Correct the wrong one." },
  "property-redeclared": {
    why: "A derived type cannot change the type of a property: one of the two is wrong.",
    mend: "Take the row out of the derived type, or correct it.",
  },
  "relationship-collection": {
    why: "Callers would read one object where the service sends a list.",
    mend: "Write `collection` after the type in the Relationships table.",
  },
  "key-undefined": {
    why: "Nobody can tell by what an object is found.",
    mend: "Name a property of the type or its base as `keyProperty`.",
  },
  "enum-list-longer": {
    why: "The definition may lack values that the service sends.",
    mend: "Complete the table of members, or shorten the list.",
  },
  "enum-of-string": {
    why: "The property could be typed, and is not.",
    mend: "Write the enum as the type, with a link.",
  },
  "type-undefined": {
    why: "The property accepts anything: no completion and no check.",
    mend: "Correct the name, or write a page for the type.",
  },
  "type-unreadable": {
    why: "The property accepts anything.",
    mend: "Write a primitive such as String, or the name of a type with a link.",
  },
  "type-alternatives": {
    why: "A property has one type; the common base of those named is used.",
    mend: "Name the base type.",
  },
  "enum-values-missing": {
    why: "The property is a plain text: no completion and no check.",
    mend: 'List the values after "Possible values are:", or link to the enum.',
  },
  "enum-lists-differ": {
    why: "One of the lists is old: who trusts it sends or expects a wrong value.",
    mend: "Bring both lists to what the service has; better, link and do not repeat.",
  },
  "base-by-family": {
    why: "Without a base type, what accepts the one does not accept the other.",
    mend: "Name the base type in the annotation and in the text.",
  },
  "base-cycle": {
    why: "No chain of bases can be made; the base is dropped.",
    mend: "Correct the base type of one of the pages.",
  },
  "base-conflict": {
    why: "One of the two is wrong; the annotation is used.",
    mend: "Make the sentence and the annotation agree.",
  },
  "response-type-missing": {
    why: "The function returns something that nobody knows.",
    mend: "Say what is returned, with a link to the resource.",
  },
  "response-types-differ": {
    why: "One of the two is wrong; callers may read what is not there.",
    mend: "Make the sentence and the annotation of the response agree.",
  },
  "name-clash": {
    why: "One of the two functions gets a longer name that nobody expects.",
    mend: "Give the pages titles that tell the operations apart.",
  },
};
