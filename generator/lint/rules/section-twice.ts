import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { PageRule } from "../model.ts";

const ONCE =
  /^(?:permissions|http request|request headers|request body|response|properties|relationships|methods|json representation)$/i;

/** A page has two sections of the same heading where the dialect has one. */
export const sectionTwice: PageRule = {
  name: "section-twice",
  check: ({ document }) => {
    const top = document.sections.filter(({ depth, heading }) => depth === 2 && ONCE.test(heading.text));
    return top.flatMap(({ heading, place }, index) => {
      const name = heading.text;
      const first = top.findIndex((other) => other.heading.text.toLowerCase() === name.toLowerCase());
      const related = [{ message: "first here", place: top[first]?.place ?? place }];
      return first < index ? [createDiagnostic("section-twice", { name }, place, related)] : [];
    });
  },
};
