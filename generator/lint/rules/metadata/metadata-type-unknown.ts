import { namesakes } from "../../../metadata/look-up.ts";
import { qualifiedName } from "../../metadata.ts";
import { metadataRule } from "../../rule.ts";

export const metadataTypeUnknown = metadataRule({
  name: "metadata-type-unknown",
  severity: "warning",
  message: "Unexpected {kind} {name}, expected one of the metadata{hint}",
  description: "The metadata has no type or enum with the name of a documented one.",
  why: "The service does not know the name, for example in `@odata.type`.",
  advice: "Correct the name or the namespace, or remove the page.",
  example: { page: "resources/boatrig.md", ok: "# boatRig enum type", notOk: "# rigOfBoat enum type" },
  check: ({ model, metadata }) => {
    const types = model.types.filter(({ inferred }) => !inferred).map((item) => ({ kind: "type", item }));
    const enums = model.enums.filter(({ inline }) => !inline).map((item) => ({ kind: "enum", item }));
    return [...types, ...enums].flatMap(({ kind, item }) => {
      const name = qualifiedName(item);
      if (metadata.types.has(name.toLowerCase()) || metadata.enums.has(name.toLowerCase())) return [];
      const [other] = namesakes(metadata, name);
      return [{ params: { kind, name, hint: other === undefined ? "" : ` such as ${other}` }, place: item.source }];
    });
  },
});
