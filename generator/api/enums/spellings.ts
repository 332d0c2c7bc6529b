interface Named {
  readonly name: string;
}

/**
 * Returns the values of one statement that another one does not have. A name that differs only in case is the same
 * value in another spelling, unless its own statement contains both spellings.
 *
 * @param values a table or a list of values
 * @param others the values to compare them with
 */
export function missingFrom<T extends Named>(values: readonly T[], others: readonly Named[]): readonly T[] {
  const exact = new Set(others.map(({ name }) => name));
  const spelled = new Set([...exact].map((name) => name.toLowerCase()));
  const counts = new Map<string, number>();
  for (const name of new Set(values.map((value) => value.name))) {
    const key = name.toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const isSpelling = (key: string) => spelled.has(key) && counts.get(key) === 1;
  return values.filter(({ name }) => !exact.has(name) && !isSpelling(name.toLowerCase()));
}
