import { fingerprint } from "./fingerprint.ts";

/**
 * Reads of an input: the fingerprint of a value that was read as a whole, or the reads of its parts by field
 * or key. A part that was missing has the fingerprint of `undefined`.
 */
export type Reads = string | { readonly [part: string]: Reads };

/** An input whose reads are recorded. */
export interface Tracked<T> {
  readonly view: T;
  /** Returns the reads so far. */
  reads(): Reads;
}

/**
 * Levels of an input that are tracked part by part. A deeper value counts as one read: tracking each of its fields
 * costs more than it saves.
 */
const LEVELS = 6;

type Node = string | Map<string, Node>;

/**
 * Wraps an input in a view that notes which of its parts are read: entries of maps by key, members of sets, fields of
 * objects, and everything else as a whole. The view compares by value, not by identity.
 *
 * @param input plain data that does not change
 */
export function track<T extends object>(input: T): Tracked<T> {
  const root = new Map<string, Node>();
  let all: string | null = null;
  const view = wrap(input, 1, root, () => (all = fingerprint(input)));
  return { view, reads: () => all ?? toReads(root) };
}

/** Wraps an object whose parts are noted in `parts`; `noteAll` notes it as a whole. */
function wrap<T extends object>(value: T, level: number, parts: Map<string, Node>, noteAll: () => void): T {
  return new Proxy<T>(value, handlerOf(value, createReader(level, parts), noteAll));
}

function handlerOf(value: object, read: Reader, noteAll: () => void): ProxyHandler<object> {
  if (value instanceof Map) return mapHandler(value, read, noteAll);
  if (value instanceof Set) return setHandler(value, read, noteAll);
  return {
    get: (_, name) => {
      const item: unknown = Reflect.get(value, name);
      return typeof name === "string" ? read(name, item) : item;
    },
    has: (_, name) => {
      noteAll();
      return Reflect.has(value, name);
    },
    ownKeys: () => {
      noteAll();
      return Reflect.ownKeys(value);
    },
  };
}

type Reader = (part: string, item: unknown) => unknown;

/** Returns a part: wrapped if its own parts are tracked, otherwise noted as read. */
function createReader(level: number, parts: Map<string, Node>): Reader {
  const views = new Map<string, object>();
  return (part, item) => {
    if (!isTracked(item, level)) {
      if (!parts.has(part)) parts.set(part, fingerprint(item));
      return item;
    }
    const before = views.get(part);
    if (before !== undefined) return before;
    const inner = new Map<string, Node>();
    parts.set(part, inner);
    const view = wrap(item, level + 1, inner, () => parts.set(part, fingerprint(item)));
    views.set(part, view);
    return view;
  };
}

function isTracked(item: unknown, level: number): item is object {
  return level < LEVELS && typeof item === "object" && item !== null && !Array.isArray(item);
}

/** Behaves like the map itself: a lookup reads one entry, any other access reads the whole map. */
function mapHandler(map: Map<unknown, unknown>, read: Reader, noteAll: () => void): ProxyHandler<object> {
  return {
    get: (_, name) => {
      if (name === "get") return (key: unknown) => read(keyText(key), map.get(key));
      if (name === "has") {
        return (key: unknown) => {
          read(keyText(key), map.get(key));
          return map.has(key);
        };
      }
      noteAll();
      return bound(map, name);
    },
  };
}

function setHandler(set: Set<unknown>, read: Reader, noteAll: () => void): ProxyHandler<object> {
  return {
    get: (_, name) => {
      if (name === "has") return (member: unknown) => read(keyText(member), set.has(member));
      noteAll();
      return bound(set, name);
    },
  };
}

function bound(target: object, name: string | symbol): unknown {
  const item: unknown = Reflect.get(target, name, target);
  return typeof item === "function"
    ? (...args: readonly unknown[]): unknown => Reflect.apply(item, target, args)
    : item;
}

function keyText(key: unknown): string {
  if (typeof key === "string") return key;
  throw new Error(`Unexpected ${typeof key} as a key of an input, expected a string`);
}

function toReads(node: Node): Reads {
  if (typeof node === "string") return node;
  return Object.fromEntries([...node].map(([part, inner]) => [part, toReads(inner)]));
}

/**
 * Whether every part that was read from an earlier input is equal in the current one.
 *
 * @param reads reads of the earlier input
 * @param value current input
 */
export function areUnchanged(reads: Reads, value: unknown): boolean {
  if (typeof reads === "string") return fingerprint(value) === reads;
  if (typeof value !== "object" || value === null) return false;
  const part = partOf(value);
  return Object.entries(reads).every(([name, inner]) => areUnchanged(inner, part(name)));
}

function partOf(value: object): (name: string) => unknown {
  if (value instanceof Map) return (name): unknown => value.get(name);
  if (value instanceof Set) return (name) => value.has(name);
  return (name): unknown => Reflect.get(value, name);
}
