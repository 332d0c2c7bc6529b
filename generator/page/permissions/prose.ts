import type { Collector } from "../../diagnostics/diagnostic.ts";
import type { Phrase, Section } from "../../markdown/model.ts";
import type { PermissionFacts } from "../model.ts";
import { factOf } from "./cell.ts";
import { labelledParts } from "./labels.ts";
import { schemesOf } from "./schemes.ts";
import { namedScopes } from "./scopes.ts";

/** Reads lines such as `Application: Boats.Read.All` of a section without a table; reports other permissions. */
export function readProse(sections: readonly Section[], collector: Collector): readonly PermissionFacts[] {
  return sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => {
      if (block.kind === "list") return block.items.flatMap((item) => readLine(item, collector));
      return block.kind === "paragraph" ? readLine(block.phrase, collector) : [];
    });
}

function readLine(line: Phrase, collector: Collector): readonly PermissionFacts[] {
  return labelledParts(line).flatMap(({ resource, text }) => {
    const { alternatives } = namedScopes(text);
    const [leastPrivileged] = alternatives;
    if (leastPrivileged === undefined) return [];
    const schemes = schemesOf(resource ?? "");
    const scopes = [...new Set(alternatives.flat())];
    if (schemes.length === 0) collector.add("permission-without-type", { text: scopes.join(", ") }, line.place);
    const grant = { scopes, leastPrivileged, supported: true };
    return schemes.map((scheme) => factOf(scheme, grant, null, line.place));
  });
}
