/**
 * Finds the files that parts of a model originate from, including the files that their pages include.
 *
 * @param parts any objects of a model; each `source` inside them names a file
 */
export function filesIn(parts: readonly object[]): ReadonlySet<string> {
  const files = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("source" in value) visitSource(value.source);
    for (const inner of Object.values(value)) visit(inner);
  };
  const visitSource = (source: unknown): void => {
    if (typeof source === "object" && source !== null && "file" in source && typeof source.file === "string") {
      files.add(source.file);
    }
  };
  parts.forEach(visit);
  return files;
}
