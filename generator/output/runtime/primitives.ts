/** A point in time, such as `2024-02-29T13:05:00.1234567Z`. Text keeps the digits that a `Date` would lose. */
export type DateTimeString = string;

/** A date, such as `2024-02-29`. */
export type DateString = string;

/** A time of day, such as `13:05:00`. */
export type TimeString = string;

/** An ISO 8601 duration, such as `PT1H30M`. */
export type DurationString = string;

/** A UUID, such as `6e7b768e-07e2-4810-8459-485f84f8f204`. */
export type GuidString = string;

/** Types of numbers, which a program that uses {@link exactIntegers} can extend. */
// A type alias could not be extended.
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface NumberTypes {}

/**
 * An integer of 64 bits. Beyond ±2^53 (`Number.MAX_SAFE_INTEGER`), a number is not exact: such an integer is rounded when
 * a response is read, unless the client uses {@link exactIntegers}.
 */
export type Int64 = NumberTypes extends { int64: infer Type } ? Type : number;

/** Bytes, encoded as base64 or base64url. */
export type BinaryString = string;
