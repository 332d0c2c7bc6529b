import { operationsOf, type PathParameterFacts } from "../../../page/model.ts";
import { findInLine } from "../../place.ts";
import { pageRule } from "../../rule.ts";

const bare = (text: string): string => text.replace(/[^A-Za-z0-9]/g, "").toLowerCase();

function namesOf({ placeholder, argument, name }: PathParameterFacts): readonly string[] {
  return [argument ?? "", name, ...placeholder.split("|")].map(bare);
}

export const placeholderUndocumented = pageRule({
  name: "placeholder-undocumented",
  severity: "info",
  message: "Unexpected placeholder {placeholder}, expected a row in the parameters table",
  description: "A placeholder has no row in the parameters table of the page.",
  why: "Callers do not learn which value to pass.",
  advice: "Add a row for the placeholder.",
  example: { page: "api/boat-moor.md", ok: "|harbourId|String|The harbour.|\n", notOk: "" },
  check: (page) =>
    operationsOf(page.page).flatMap((operation) => {
      const described = [...operation.pathParameters, ...operation.functionParameters].map(({ name }) => bare(name));
      const tables = { path: operation.pathParameters.length > 0, function: operation.functionParameters.length > 0 };
      const all = operation.requests.flatMap(({ parameters }) => parameters.flatMap(namesOf));
      // A table that describes none of the placeholders has a different purpose.
      if (!described.some((name) => all.includes(name))) return [];
      const seen = new Set<string>();
      return operation.requests.flatMap(({ parameters, source }) =>
        parameters.flatMap((parameter) => {
          const { placeholder, argument } = parameter;
          if (!(argument === null ? tables.path : tables.function)) return [];
          const names = namesOf(parameter);
          if (described.some((known) => names.includes(known)) || seen.has(placeholder)) return [];
          seen.add(placeholder);
          const place = findInLine(page, source, placeholder);
          return [{ params: { placeholder }, place }];
        }),
      );
    }),
});
