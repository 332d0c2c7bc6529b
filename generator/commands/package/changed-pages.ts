import { changeOf, type OutputPlan, type PlannedFile } from "../../output/model.ts";
import { visible } from "../../util/visible.ts";

/** File of the package with the places in the pages that document each declaration. */
const POSITIONS = "positions.json";
/** Maximum number of pages to list on a line. */
const LISTED = 3;

/** Page and all places by the name of a declaration. */
type Positions = ReadonlyMap<string, { readonly page: string; readonly places: string }>;

/**
 * Finds the pages that document the changed declarations of each file of a package.
 *
 * @param plan compared output
 * @returns pages by file, as paths from the docs folder; files without such a page are missing
 */
export function changedPagesOf(plan: OutputPlan): ReadonlyMap<string, readonly string[]> {
  const positions = plan.files.find(({ path }) => path === POSITIONS);
  const [before, after] = [parsePositions(positions?.before ?? null), parsePositions(positions?.text ?? null)];
  const changed = new Map<string, readonly string[]>();
  for (const file of plan.files) {
    if (changeOf(file) === "unchanged") continue;
    const names = file.path === POSITIONS ? movedNames(before, after) : changedNames(file);
    const pages = [...names].flatMap((name) => (after.get(name) ?? before.get(name))?.page ?? []);
    if (pages.length > 0) changed.set(file.path, [...new Set(pages)].toSorted());
  }
  return changed;
}

/** Prints pages in parentheses, to append to the name of a file; empty without pages. */
export function printPages(pages: readonly string[] = []): string {
  if (pages.length === 0) return "";
  const more = pages.length > LISTED ? ` and ${pages.length - LISTED} more` : "";
  return ` (${pages.slice(0, LISTED).map(visible).join(", ")}${more})`;
}

/** Names of declarations that only one of the texts contains, or that differ. */
function changedNames({ before, text }: PlannedFile): ReadonlySet<string> {
  const old = blocksOf(before ?? "");
  const now = blocksOf(text ?? "");
  return new Set([...old.keys(), ...now.keys()].filter((name) => old.get(name) !== now.get(name)));
}

/** Exported declarations with their comments, by name; a re-exported name is a block of its own. */
function blocksOf(text: string): ReadonlyMap<string, string> {
  const blocks = new Map<string, string>();
  for (const block of text.replaceAll("\r\n", "\n").split(/\n(?=\/\*\*|export )(?<!\*\/\n)/)) {
    const [, name, exported] = /^export (?:[a-z]+ )+(\w+)|^export (?:type )?\{([^}]*)\}/m.exec(block) ?? [];
    if (name !== undefined) blocks.set(name, `${blocks.get(name) ?? ""}${block.trimEnd()}`);
    for (const item of exported?.match(/\w+/g) ?? []) blocks.set(item, item);
  }
  return blocks;
}

function movedNames(before: Positions, after: Positions): ReadonlySet<string> {
  const names = [...before.keys(), ...after.keys()];
  return new Set(names.filter((name) => before.get(name)?.places !== after.get(name)?.places));
}

function parsePositions(text: string | null): Positions {
  const positions = new Map<string, { page: string; places: string }>();
  const entries: readonly (readonly [string, unknown])[] = Object.entries(namesOf(text));
  for (const [name, places] of entries) {
    const place: unknown = typeof places === "object" && places !== null ? Object.values(places)[0] : null;
    const page = typeof place === "string" ? place.replace(/:\d+:\d+$/, "") : null;
    if (page !== null) positions.set(name, { page, places: JSON.stringify(places) });
  }
  return positions;
}

/** Reads the names of a positions file; none if the file is damaged. */
function namesOf(text: string | null): object {
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    const names: unknown = typeof value === "object" && value !== null && "names" in value ? value.names : null;
    return typeof names === "object" && names !== null ? names : {};
  } catch {
    return {};
  }
}
