import { declaredAt, qualifiedName, typePairs } from "../../metadata.ts";
import { metadataRule } from "../../rule.ts";

export const metadataKindDiffers = metadataRule({
  name: "metadata-kind-differs",
  severity: "warning",
  message: "Unexpected {kind} {name}, expected {expected} as in the metadata",
  description: "The docs and the metadata state different kinds of a type: an entity, a complex type or an enum.",
  why: "Only entities have an id and a URL, and only enums have a fixed list of values.",
  advice: "Correct the page: only an entity has a key property.",
  example: {
    page: "resources/sailor.md",
    ok: '"@odata.type": "microsoft.graph.sailor" }',
    notOk: '"@odata.type": "microsoft.graph.sailor", "keyProperty": "name" }',
  },
  check: (site) => [
    ...typePairs(site)
      .filter(({ docs, metadata }) => docs.kind !== metadata.kind)
      .map(({ docs, metadata }) => ({
        params: { kind: NOUNS[docs.kind], name: docs.name, expected: withArticle(metadata.kind) },
        place: docs.source,
        related: declaredAt(site.metadata, metadata),
      })),
    ...site.model.types.flatMap((docs) => {
      const found = docs.inferred ? undefined : site.metadata.enums.get(qualifiedName(docs).toLowerCase());
      if (found === undefined) return [];
      const params = { kind: NOUNS[docs.kind], name: docs.name, expected: "an enum" };
      return [{ params, place: docs.source, related: declaredAt(site.metadata, found) }];
    }),
    ...site.model.enums.flatMap((docs) => {
      const found = docs.inline ? undefined : site.metadata.types.get(qualifiedName(docs).toLowerCase());
      if (found === undefined) return [];
      const params = { kind: "enum", name: docs.name, expected: withArticle(found.kind) };
      return [{ params, place: docs.source, related: declaredAt(site.metadata, found) }];
    }),
  ],
});

const NOUNS = { entity: "entity", complex: "complex type" } as const;

function withArticle(kind: keyof typeof NOUNS): string {
  return `${kind === "entity" ? "an" : "a"} ${NOUNS[kind]}`;
}
