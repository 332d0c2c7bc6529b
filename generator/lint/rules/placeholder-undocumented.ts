import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { PathParameterFacts } from "../../page/model.ts";
import type { PageRule } from "../model.ts";
import { findInLine } from "../place.ts";

const bare = (text: string): string => text.replace(/[^A-Za-z0-9]/g, "").toLowerCase();

function namesOf({ placeholder, argument, name }: PathParameterFacts): readonly string[] {
  return [argument ?? "", name, ...placeholder.split("|")].map(bare);
}

/** The page describes parameters of its URLs, but not this one. */
export const placeholderUndocumented: PageRule = {
  name: "placeholder-undocumented",
  check: (page) => {
    const { operation } = page.page;
    if (operation === null) return [];
    const described = [...operation.pathParameters, ...operation.functionParameters].map(({ name }) => bare(name));
    const tables = { path: operation.pathParameters.length > 0, function: operation.functionParameters.length > 0 };
    const all = operation.requests.flatMap(({ parameters }) => parameters.flatMap(namesOf));
    // A table that describes none of them speaks of something else.
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
        return [createDiagnostic("placeholder-undocumented", { placeholder }, place)];
      }),
    );
  },
};
