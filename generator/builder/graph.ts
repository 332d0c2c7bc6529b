/** For each node, the nodes that it leads to. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** A node on the way of the search, with how many of its edges are done. */
interface Step {
  readonly node: string;
  next: number;
}

/**
 * Finds the strongly connected components of a graph: groups of nodes that all lead to each other.
 * Tarjan's algorithm without recursion, as a chain of types may be long: https://doi.org/10.1137/0201010.
 *
 * @returns every node in one group
 */
export function connectedGroups(graph: Graph): readonly (readonly string[])[] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const groups: string[][] = [];
  const enter = (node: string): Step => {
    low.set(node, order.size);
    order.set(node, order.size);
    open.push(node);
    isOpen.add(node);
    return { node, next: 0 };
  };
  const lower = (node: string, to: number | undefined): void => {
    low.set(node, Math.min(low.get(node) ?? 0, to ?? 0));
  };
  const leave = (trail: Step[]): void => {
    const node = trail.pop()?.node ?? "";
    const before = trail.at(-1);
    if (before !== undefined) lower(before.node, low.get(node));
    if (low.get(node) !== order.get(node)) return;
    const group = open.splice(open.indexOf(node));
    for (const member of group) isOpen.delete(member);
    groups.push(group);
  };
  const advance = (step: Step, trail: Step[]): void => {
    const to = graph.get(step.node)?.[step.next++];
    if (to === undefined) leave(trail);
    else if (!order.has(to)) trail.push(enter(to));
    else if (isOpen.has(to)) lower(step.node, order.get(to));
  };
  for (const root of graph.keys()) {
    const trail = order.has(root) ? [] : [enter(root)];
    for (let step = trail.at(-1); step !== undefined; step = trail.at(-1)) advance(step, trail);
  }
  return groups;
}

/** All nodes that some nodes lead to, themselves left out. */
export function reachedFrom(starts: readonly string[], graph: Graph): ReadonlySet<string> {
  const seen = new Set(starts);
  const waiting = [...starts];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const to of graph.get(node) ?? []) {
      if (seen.has(to)) continue;
      seen.add(to);
      waiting.push(to);
    }
  }
  for (const start of starts) seen.delete(start);
  return seen;
}
