import { bodyRows } from "../../own-request.ts";
import { pageRule } from "../../rule.ts";

export const typeUnlinked = pageRule({
  name: "type-unlinked",
  severity: "info",
  message: "Unexpected type {name} without a link, expected a link to the page that describes it",
  description: "A type cell names a type without linking to its page.",
  why: "Readers cannot navigate to the page of the type.",
  advice: "Turn the name into a link.",
  example: { page: "resources/boat.md", ok: "[sailor](sailor.md)", notOk: "sailor" },
  check: ({ page }) =>
    [...page.types.flatMap(({ properties }) => properties), ...bodyRows(page)]
      .filter(({ type }) => type.target === null && type.primitive === null && /^[A-Za-z][\w.]*$/.test(type.name))
      .filter(({ type }) => !type.enumeration && type.alternatives.length === 0)
      .map(({ type }) => ({ params: { name: type.name }, place: type.place })),
});
