/** Middle one of some numbers. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** A number to three places. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
