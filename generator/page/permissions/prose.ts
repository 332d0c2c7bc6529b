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
  const found = readLabelled(line, null);
  const { alternatives, isUnclear } = namedScopes(line.text);
  if (isUnclear && found.length > 0) collector.add("permission-sets-unclear", { text: line.text }, line.place);
  const named = alternatives.flat();
  const lost = named.filter((scope) => found.every(({ scopes }) => !scopes.includes(scope)));
  if (lost.length > 0) {
    collector.add("permission-without-type", { text: [...new Set(lost)].join(", ") }, line.place);
  }
  return found;
}

/** Reads the permissions of a text that have the label of a permission type. */
export function readLabelled(text: Phrase, resource: string | null): readonly PermissionFacts[] {
  return labelledParts(text).flatMap((part) => {
    const { alternatives, isUnclear } = namedScopes(part.text);
    if (alternatives.length === 0) return [];
    const leastPrivileged = isUnclear ? [] : (alternatives[0] ?? []);
    const grant = { scopes: [...new Set(alternatives.flat())], leastPrivileged, alternatives, supported: true };
    return schemesOf(part.resource ?? "").map((scheme) => factOf(scheme, grant, resource, text.place));
  });
}
