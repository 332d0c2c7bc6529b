/** Gives what was made last, for as long as it would be made of the very same things; otherwise makes it. */
export type Last<T> = (inputs: readonly unknown[], make: () => T) => T;

/** The same for many things of a kind, each by its name. */
export type LastByName<T> = (name: string, inputs: readonly unknown[], make: () => T) => T;

/** Makes everything anew: for whoever runs once. */
export const anew = <T>(_: readonly unknown[], make: () => T): T => make();
export const anewByName = <T>(_: string, __: readonly unknown[], make: () => T): T => make();

interface Made<T> {
  readonly inputs: readonly unknown[];
  readonly result: T;
}

/**
 * Remembers one thing.
 *
 * @param isSame tells whether what was made anew equals what was made last, which then stays
 */
export function createLast<T>(isSame?: (a: T, b: T) => boolean): Last<T> {
  let last: Made<T> | undefined;
  return (inputs, make) => {
    last = renew(last, inputs, make, isSame);
    return last.result;
  };
}

/** Remembers many things; what is asked for under a name takes the place of what that name had before. */
export function createLastByName<T>(isSame?: (a: T, b: T) => boolean): LastByName<T> {
  const all = new Map<string, Made<T>>();
  return (name, inputs, make) => {
    const before = all.get(name);
    const now = renew(before, inputs, make, isSame);
    if (now !== before) all.set(name, now);
    return now.result;
  };
}

function renew<T>(
  before: Made<T> | undefined,
  inputs: readonly unknown[],
  make: () => T,
  isSame: (a: T, b: T) => boolean = () => false,
): Made<T> {
  if (before !== undefined && areSame(before.inputs, inputs)) return before;
  const made = make();
  return { inputs, result: before !== undefined && isSame(before.result, made) ? before.result : made };
}

/** Whether two lists hold the very same things. */
export function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
}
