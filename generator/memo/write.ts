import { randomUUID } from "node:crypto";
import type { Host } from "../host/host.ts";

// A run that cannot keep its results is slower next time, and no failure.

/** Adds to a file. Should that end half way, the file ends in what the next run takes for damage. */
export async function appendFile(host: Host, file: string, pieces: readonly Uint8Array[]): Promise<void> {
  await host.append(file, Buffer.concat(pieces)).catch(() => undefined);
}

/** Writes a file as a whole in the place of another. */
export async function replaceFile(host: Host, file: string, pieces: readonly Uint8Array[]): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  try {
    await host.write(draft, Buffer.concat(pieces));
    await host.change([{ kind: "move", from: draft, to: file }]);
  } catch {
    await host.change([{ kind: "remove", path: draft }]).catch(() => undefined);
  }
}
