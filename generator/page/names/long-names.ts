import { createCollector, type Place, type Result } from "../../diagnostics/diagnostic.ts";
import { operationsOf, type Page } from "../model.ts";

/** Names of files have at most 255 bytes, and the built package adds endings such as `.d.ts.map`. */
const MOST_CHARACTERS = 200;

/** Characters of a long name that a message shows. */
const SHOWN = 40;

/** Leaves out the types, enums and operations of a page whose names are too long for the names of files. */
export function dropLongNames(page: Page): Result<Page> {
  const collector = createCollector();
  const isShort = (kind: string, names: readonly string[], source: Place): boolean => {
    const name = names.find((each) => each.length > MOST_CHARACTERS);
    if (name === undefined) return true;
    const params = { kind, name: `${name.slice(0, SHOWN)}…`, characters: name.length, most: MOST_CHARACTERS };
    collector.add("name-too-long", params, source);
    return false;
  };
  const idOf = (named: { readonly name: string; readonly namespace: string | null }): string =>
    [named.namespace ?? page.namespace ?? "", named.name].join(".");
  const types = page.types.filter((type) => isShort("type", [idOf(type)], type.source));
  const enums = page.enums.filter((each) => isShort("enum", [idOf(each)], each.source));
  const [operation = null, ...others] = operationsOf(page).filter(({ naming, source }) =>
    isShort("operation", [naming.name, naming.qualified, naming.resource], source),
  );
  if (collector.diagnostics.length === 0) return collector.wrap(page);
  return collector.wrap({ ...page, types, enums, operation, otherOperations: others });
}
