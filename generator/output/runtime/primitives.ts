/** A point in time, e.g. `2024-02-29T13:05:00.1234567Z`; digits that a `Date` cannot hold are kept. */
export type DateTimeString = string;

/** A day, e.g. `2024-02-29`. */
export type DateString = string;

/** A time of day, e.g. `13:05:00`. */
export type TimeString = string;

/** A length of time in the form of ISO 8601, e.g. `PT1H30M`. */
export type DurationString = string;

/** A UUID, e.g. `6e7b768e-07e2-4810-8459-485f84f8f204`. */
export type GuidString = string;

/** Bytes as base64 or base64url text. */
export type BinaryString = string;
