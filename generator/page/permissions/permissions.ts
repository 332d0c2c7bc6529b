import { createCollector, type Result } from "../../diagnostics/diagnostic.ts";
import type { Section } from "../../markdown/model.ts";
import type { PermissionFacts } from "../model.ts";
import { isKeyedByResource, readRowsByResource } from "./rows-by-resource.ts";
import { readRowsByScheme } from "./rows-by-scheme.ts";

/**
 * Entry point of this folder: reads the permission tables of a page. Each shape of table has its own file.
 *
 * @param sections the Permissions section and its subsections
 * @returns one fact for each scheme and resource
 */
export function readPermissions(sections: readonly Section[]): Result<readonly PermissionFacts[]> {
  const collector = createCollector();
  const found: PermissionFacts[] = [];
  for (const [index, section] of sections.entries()) {
    const resource = index === 0 ? null : section.heading.text;
    for (const block of section.blocks) {
      if (block.kind !== "table") continue;
      found.push(
        ...(isKeyedByResource(block)
          ? readRowsByResource(block, collector)
          : readRowsByScheme(block, resource, collector)),
      );
    }
  }
  return collector.wrap(found);
}
