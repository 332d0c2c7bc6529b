import { RecordedMap, type Note } from "./recorded-map.ts";

/** A map that grows while it is read. */
export interface Table<V> extends ReadonlyMap<string, V> {
  set(key: string, value: V): unknown;
}

/** A table that tells what is read of it, and which keys it is given. */
export class RecordedTable<V> extends RecordedMap<V> implements Table<V> {
  readonly #set: (key: string, value: V) => void;

  constructor(inner: Table<V>, note: Note, noteSet: (key: string) => void) {
    super(inner, note);
    this.#set = (key, value) => {
      noteSet(key);
      inner.set(key, value);
    };
  }

  set(key: string, value: V): void {
    this.#set(key, value);
  }
}
