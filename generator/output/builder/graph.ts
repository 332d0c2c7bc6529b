/** The successors of each node. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/**
 * Finds all nodes that can be reached from some nodes.
 *
 * @param starts nodes to start from
 * @param graph successors of each node
 * @returns the reachable nodes, including the starts
 */
export function reachedFrom(starts: Iterable<string>, graph: Graph): ReadonlySet<string> {
  const seen = new Set(starts);
  // Iterating over a set also visits items that are added during the iteration.
  for (const node of seen) for (const to of graph.get(node) ?? []) seen.add(to);
  return seen;
}
