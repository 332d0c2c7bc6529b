/** Opening a file costs a compiler about as much as reading this many characters of types. */
const FILE_COST = 8000;

/** A unit of declarations, and the programs that need it. */
export interface Item {
  readonly name: string;
  /** Length of the text. */
  readonly size: number;
  /** Numbers of the programs that read the item. */
  readonly readers: ReadonlySet<number>;
}

/** Items of one file. */
interface Cluster {
  readonly names: readonly string[];
  readonly size: number;
  readonly readers: ReadonlySet<number>;
  /** The partner whose merge saves most, and how much it saves; null if no merge saves anything. */
  best: { readonly partner: Cluster; readonly saved: number } | null;
}

/**
 * Groups items into files. Starts with one file per item and repeatedly merges the two files whose merge saves all
 * programs together the most reading.
 *
 * @param items items to group
 * @returns the names of the items of each file, sorted
 */
export function clusterItems(items: readonly Item[]): readonly (readonly string[])[] {
  const byReader = new Map<number, Set<Cluster>>();
  const clusters = new Set<Cluster>();
  const add = (cluster: Cluster): void => {
    clusters.add(cluster);
    for (const reader of cluster.readers) byReader.set(reader, (byReader.get(reader) ?? new Set()).add(cluster));
  };
  const remove = (cluster: Cluster): void => {
    clusters.delete(cluster);
    for (const reader of cluster.readers) byReader.get(reader)?.delete(cluster);
  };
  for (const { name, size, readers } of items) add({ names: [name], size, readers, best: null });
  for (const cluster of clusters) cluster.best = bestPartner(cluster, byReader);
  for (
    let first = mostSaving(clusters);
    first?.best !== undefined && first.best !== null;
    first = mostSaving(clusters)
  ) {
    const { partner } = first.best;
    const merged = merge(first, partner);
    remove(first);
    remove(partner);
    add(merged);
    const touched = new Set([...merged.readers].flatMap((reader) => [...(byReader.get(reader) ?? [])]));
    for (const cluster of touched) {
      const isStale = cluster === merged || cluster.best?.partner === first || cluster.best?.partner === partner;
      if (isStale) cluster.best = bestPartner(cluster, byReader);
      else improve(cluster, merged);
    }
  }
  return [...clusters].map(({ names }) => names.toSorted()).sort(byFirst);
}

function byFirst([a = ""]: readonly string[], [b = ""]: readonly string[]): number {
  return a < b ? -1 : 1;
}

function merge(first: Cluster, second: Cluster): Cluster {
  const readers = new Set([...first.readers, ...second.readers]);
  return { names: [...first.names, ...second.names], size: first.size + second.size, readers, best: null };
}

/** Characters that a merge saves: one file less for readers of both, minus what other readers read unnecessarily. */
function savedBy(a: Cluster, b: Cluster, shared: number): number {
  return FILE_COST * shared - b.size * (a.readers.size - shared) - a.size * (b.readers.size - shared);
}

function bestPartner(cluster: Cluster, byReader: ReadonlyMap<number, ReadonlySet<Cluster>>): Cluster["best"] {
  const shared = new Map<Cluster, number>();
  for (const reader of cluster.readers) {
    for (const other of byReader.get(reader) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  shared.delete(cluster);
  let best: Cluster["best"] = null;
  for (const [partner, count] of shared) {
    const saved = savedBy(cluster, partner, count);
    if (saved > (best?.saved ?? 0)) best = { partner, saved };
  }
  return best;
}

function improve(cluster: Cluster, partner: Cluster): void {
  const [small, large] = cluster.readers.size < partner.readers.size ? [cluster, partner] : [partner, cluster];
  let shared = 0;
  for (const reader of small.readers) if (large.readers.has(reader)) shared += 1;
  const saved = savedBy(cluster, partner, shared);
  if (saved > (cluster.best?.saved ?? 0)) cluster.best = { partner, saved };
}

function mostSaving(clusters: ReadonlySet<Cluster>): Cluster | undefined {
  let most: Cluster | undefined;
  for (const cluster of clusters) if ((cluster.best?.saved ?? 0) > (most?.best?.saved ?? 0)) most = cluster;
  return most;
}
