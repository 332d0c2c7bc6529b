import { randomUUID } from "node:crypto";
import type { Host } from "../host/host.ts";

// If results cannot be stored, the run does not fail; the next one is slower.

/** Appends to a file. If that is interrupted, the next run detects a damaged entry. */
export async function appendFile(host: Host, file: string, pieces: readonly Uint8Array[]): Promise<void> {
  await host.append(file, Buffer.concat(pieces)).catch(() => undefined);
}

/** Replaces a file atomically. */
export async function replaceFile(host: Host, file: string, pieces: readonly Uint8Array[]): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  try {
    await host.write(draft, Buffer.concat(pieces));
    await host.change([{ kind: "move", from: draft, to: file }]);
  } catch {
    await host.change([{ kind: "remove", path: draft }]).catch(() => undefined);
  }
}
