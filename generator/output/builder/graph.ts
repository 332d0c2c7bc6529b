/** For each node, the nodes that it leads to. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** All nodes that some nodes lead to, themselves among them. */
export function reachedFrom(starts: Iterable<string>, graph: Graph): ReadonlySet<string> {
  const seen = new Set(starts);
  // A set gives what is added to it while it is walked.
  for (const node of seen) for (const to of graph.get(node) ?? []) seen.add(to);
  return seen;
}
