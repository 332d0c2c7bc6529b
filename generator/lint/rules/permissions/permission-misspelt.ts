import leven from "leven";
import { siteRule } from "../../rule.ts";

/** A name on at most this many pages may be misspelt. */
const RARE = 2;
/** The correct name occurs on at least this many times as many pages. */
const TIMES = 8;

export const permissionMisspelt = siteRule({
  name: "permission-misspelt",
  severity: "warning",
  message: "Unexpected permission {name}, expected {expected} as on most pages",
  description: "A permission is spelled almost like a permission that many pages name.",
  why: "A permission that does not exist cannot be granted.",
  advice: "Spell the permission as the other pages do.",
  example: { page: "api/boat-get.md", ok: "Boats.ReadWrite.All", notOk: "Boats.Read.WriteAll" },
  check: ({ model: { operations } }) => {
    const counts = new Map<string, number>();
    for (const { permissions } of operations) {
      const scopes = new Set(permissions.flatMap((each) => each.scopes));
      for (const scope of scopes) counts.set(scope, (counts.get(scope) ?? 0) + 1);
    }
    const expected = new Map<string, string>();
    for (const [scope, count] of counts) {
      const near = [...counts].find(
        ([name, many]) => name !== scope && many >= TIMES * count && isMisspelling(scope, name),
      );
      if (near !== undefined && count <= RARE) expected.set(scope, near[0]);
    }
    return operations.flatMap(({ permissions }) =>
      permissions.flatMap(({ scopes, source }) =>
        scopes.flatMap((name) => {
          const near = expected.get(name);
          return near === undefined ? [] : [{ params: { name, expected: near }, place: source }];
        }),
      ),
    );
  },
});

/** Whether two names differ only in case or dots, or by one letter of a long word. */
function isMisspelling(name: string, other: string): boolean {
  const [bare, otherBare] = [name, other].map((text) => text.replaceAll(".", "").toLowerCase());
  if (bare === otherBare) return true;
  const parts = name.split(".");
  const others = other.split(".");
  const wrong = parts.flatMap((part, index) => (part === others[index] ? [] : [{ part, other: others[index] ?? "" }]));
  const [only] = wrong;
  if (parts.length !== others.length || wrong.length !== 1 || only === undefined || only.part.length < 7) return false;
  return leven(only.part, only.other) === 1;
}
