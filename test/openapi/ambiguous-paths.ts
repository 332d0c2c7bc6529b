/** Two paths that one URL can match, and why the docs have both. */
export interface AmbiguousPair {
  readonly paths: readonly [string, string];
  readonly cause: string;
}

const PLACEHOLDER = /\{[^{}]*\}/g;

/** What a segment of a path is. */
function kindOf(segment: string): "literal" | "key" | "part" {
  if (!segment.includes("{")) return "literal";
  return segment.replace(PLACEHOLDER, "") === "" ? "key" : "part";
}

function canMatchBoth(a: string, b: string): boolean {
  const kinds = [kindOf(a), kindOf(b)];
  return a === b || kinds.includes("key") || a.replace(PLACEHOLDER, "{}") === b.replace(PLACEHOLDER, "{}");
}

/** Names the segments in which two paths differ. */
function causeOf(a: readonly string[], b: readonly string[]): string {
  const causes = a.flatMap((segment, index) => {
    const other = b[index] ?? "";
    if (segment === other) return [];
    const literal = kindOf(segment) === "key" ? other : segment;
    if (kindOf(literal) === "part") return ["a key and a call with parameters"];
    return [literal.includes("(") ? "a key and a call" : "a key and a name"];
  });
  return [...new Set(causes)].toSorted().join(", ");
}

/** Pairs of templates of the same length that one URL can match. */
export function ambiguousPaths(paths: readonly string[]): readonly AmbiguousPair[] {
  const split = paths.map((path) => [path, path.split("/")] as const);
  return split.flatMap(([path, segments], index) =>
    split
      .slice(index + 1)
      .filter(
        ([, others]) =>
          others.length === segments.length &&
          segments.every((segment, position) => canMatchBoth(segment, others[position] ?? "")),
      )
      .map(([other, others]) => ({ paths: [path, other] as const, cause: causeOf(segments, others) })),
  );
}
