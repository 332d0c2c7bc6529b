import { crc32 } from "node:zlib";

/** A stored text: its bytes, and a checksum of its key and bytes. */
export interface Entry {
  readonly body: Buffer;
  readonly check: number;
}

/** Readable entries of a file. */
export interface StoredEntries {
  /** Entries by key; the last one if a key occurs twice. The checksum of a body is verified when the body is used. */
  readonly entries: Map<string, Entry>;
  /** Size of the file in bytes. */
  readonly size: number;
  /** Whether the file ends with a complete entry, so that appended entries can be read. */
  readonly isWhole: boolean;
}

const HEADER = /^([0-9a-f]{64}) (\d{10}) ([0-9a-f]{8})\n$/;
const HEADER_LENGTH = 64 + 1 + 10 + 1 + 8 + 1;
const END = Buffer.from("\n");

/** Checksum of an entry. It detects damage by a disk or a killed run, in a tenth of the time of a hash. */
export function checkOf(key: string, body: Uint8Array): number {
  return crc32(body, crc32(key));
}

/** Serializes an entry. */
export function entryBytes(key: string, { body, check }: Entry): readonly Buffer[] {
  const [length, sum] = [String(body.length).padStart(10, "0"), check.toString(16).padStart(8, "0")];
  return [Buffer.from(`${key} ${length} ${sum}\n`, "latin1"), body, END];
}

/** Size of an entry in the file, in bytes. */
export function entrySize({ body }: Entry): number {
  return HEADER_LENGTH + body.length + END.length;
}

/**
 * Reads the entries of a file from header to header, up to the first damaged header.
 *
 * @param bytes content of the file, or null if it does not exist
 */
export function readEntries(bytes: Uint8Array | null): StoredEntries {
  const entries = new Map<string, Entry>();
  if (bytes === null) return { entries, size: 0, isWhole: true };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at + HEADER_LENGTH <= buffer.length) {
    const [, key, length, check] = HEADER.exec(buffer.toString("latin1", at, at + HEADER_LENGTH)) ?? [];
    if (key === undefined || check === undefined) break;
    const start = at + HEADER_LENGTH;
    at = start + Number(length) + 1;
    entries.set(key, { body: buffer.subarray(start, at - 1), check: Number.parseInt(check, 16) });
  }
  return { entries, size: buffer.length, isWhole: at === buffer.length };
}
