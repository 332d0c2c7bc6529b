/** Told what is read of a map: a key, or null for all that it holds. */
export type Note = (key: string | null) => void;

/** A map that tells what is read of it. */
export class RecordedMap<V> implements ReadonlyMap<string, V> {
  readonly #inner: ReadonlyMap<string, V>;
  readonly #note: Note;

  constructor(inner: ReadonlyMap<string, V>, note: Note) {
    this.#inner = inner;
    this.#note = note;
  }

  get(key: string): V | undefined {
    this.#note(key);
    return this.#inner.get(key);
  }

  has(key: string): boolean {
    this.#note(key);
    return this.#inner.has(key);
  }

  get size(): number {
    return this.#whole().size;
  }

  keys(): MapIterator<string> {
    return this.#whole().keys();
  }

  values(): MapIterator<V> {
    return this.#whole().values();
  }

  entries(): MapIterator<[string, V]> {
    return this.#whole().entries();
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  forEach(look: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    this.#whole().forEach(look);
  }

  #whole(): ReadonlyMap<string, V> {
    this.#note(null);
    return this.#inner;
  }
}
