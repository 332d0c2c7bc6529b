import { isMap, isScalar, parseDocument } from "yaml";
import { createCollector, type Place, type Result } from "../diagnostics/diagnostic.ts";
import type { FrontMatter } from "./model.ts";

/**
 * Reads YAML front matter; scalars become trimmed text, lists and maps are left out.
 *
 * @param yaml text between the `---` lines
 * @param place place of the opening `---`
 */
export function readFrontMatter(yaml: string, place: Place): Result<FrontMatter> {
  const collector = createCollector();
  const document = parseDocument(yaml, { schema: "failsafe", prettyErrors: false });
  for (const error of document.errors.slice(0, 1)) {
    const line = place.line + 1 + yaml.slice(0, error.pos[0]).split("\n").length - 1;
    collector.add("front-matter-invalid", { reason: error.message.split("\n")[0] ?? "" }, { ...place, line });
  }
  const pairs = document.errors.length === 0 && isMap(document.contents) ? document.contents.items : [];
  const scalars = pairs.flatMap(({ key, value }) => {
    if (!isScalar(key) || !isScalar(value) || typeof value.value !== "string") return [];
    return [[String(key.value), value.value.trim()] as const];
  });
  return collector.wrap(Object.fromEntries(scalars));
}
