import { crc32 } from "node:zlib";

/** A text as it is kept: its bytes, and a checksum of them and of their key. */
export interface Entry {
  readonly body: Buffer;
  readonly check: number;
}

/** What could be read of a file of entries. */
export interface KeptEntries {
  /** By key; the last one where a key stands twice. Whether a body is whole is found out when it is needed. */
  readonly entries: Map<string, Entry>;
  /** Bytes of the file. */
  readonly size: number;
  /** Whether it ends with an entry: what is added to it will be found. */
  readonly isWhole: boolean;
}

const HEADER = /^([0-9a-f]{64}) (\d{10}) ([0-9a-f]{8})\n$/;
const HEADER_LENGTH = 64 + 1 + 10 + 1 + 8 + 1;
const END = Buffer.from("\n");

/** Checksum of an entry. It finds what a disk or a killed run did, and takes a tenth of the time of a hash. */
export function checkOf(key: string, body: Uint8Array): number {
  return crc32(body, crc32(key));
}

/** An entry as it stands in the file. */
export function entryBytes(key: string, { body, check }: Entry): readonly Buffer[] {
  const [length, sum] = [String(body.length).padStart(10, "0"), check.toString(16).padStart(8, "0")];
  return [Buffer.from(`${key} ${length} ${sum}\n`, "latin1"), body, END];
}

/** Bytes of an entry in the file. */
export function entrySize({ body }: Entry): number {
  return HEADER_LENGTH + body.length + END.length;
}

/**
 * Hops from header to header; one that is damaged ends the list.
 *
 * @param bytes the file, or null without one
 */
export function readEntries(bytes: Uint8Array | null): KeptEntries {
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
