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

/** Bytes, encoded as base64 or base64url. */
export type BinaryString = string;
