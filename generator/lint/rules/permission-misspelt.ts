import leven from "leven";
import { createDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { SiteRule } from "../model.ts";

/** A name that is used on no more pages than this may be a slip … */
const RARE = 2;
/** … of one that is used so many times as often. */
const TIMES = 8;

/** A permission that hardly any page names is spelled nearly like one that many pages name. */
export const permissionMisspelt: SiteRule = {
  name: "permission-misspelt",
  check: ({ model: { operations } }) => {
    const counts = new Map<string, number>();
    for (const { permissions } of operations) {
      const scopes = new Set(permissions.flatMap((each) => each.scopes));
      for (const scope of scopes) counts.set(scope, (counts.get(scope) ?? 0) + 1);
    }
    const expected = new Map<string, string>();
    for (const [scope, count] of counts) {
      const near = [...counts].find(([name, many]) => name !== scope && many >= TIMES * count && isSlip(scope, name));
      if (near !== undefined && count <= RARE) expected.set(scope, near[0]);
    }
    return operations.flatMap(({ permissions }) =>
      permissions.flatMap(({ scopes, source }) =>
        scopes.flatMap((name) => {
          const near = expected.get(name);
          return near === undefined ? [] : [createDiagnostic("permission-misspelt", { name, expected: near }, source)];
        }),
      ),
    );
  },
};

/** The same letters in another case or with the dots elsewhere, or one letter that differs in a long word. */
function isSlip(name: string, other: string): boolean {
  const [bare, otherBare] = [name, other].map((text) => text.replaceAll(".", "").toLowerCase());
  if (bare === otherBare) return true;
  const parts = name.split(".");
  const others = other.split(".");
  const wrong = parts.flatMap((part, index) => (part === others[index] ? [] : [{ part, other: others[index] ?? "" }]));
  const [only] = wrong;
  if (parts.length !== others.length || wrong.length !== 1 || only === undefined || only.part.length < 7) return false;
  return leven(only.part, only.other) === 1;
}
