import path from "node:path";
import type { Host } from "../host/host.ts";
import { errorCode } from "../util/error-code.ts";
import { decode, type Decoded } from "./decode.ts";
import { realInside, type Folders } from "./place.ts";

/** Host and folders for reading pages. */
export interface ReadContext {
  readonly host: Host;
  /** Docs folder, absolute. */
  readonly docs: string;
  /** Folder that contains all includes, absolute. */
  readonly root: string;
}

/** Reads a page by its path relative to the docs folder. A link is followed if it stays inside the root. */
export async function readPageText({ host, docs, root }: ReadContext, file: string): Promise<Decoded> {
  const given = path.join(docs, file);
  if (!(await host.isLink(given))) return readText(host, given);
  const real = await realInside(host, root, new Map(), given);
  return real === null ? { problem: "a symbolic link that leads out of the docs root" } : readText(host, real);
}

/**
 * Reads an include by its path relative to the docs folder.
 *
 * @returns null if it does not exist, is outside the root or cannot be decoded
 */
export async function readIncludeText(
  { host, docs, root }: ReadContext,
  folders: Folders,
  file: string,
): Promise<string | null> {
  const real = await realInside(host, root, folders, path.resolve(docs, file));
  const decoded = real === null ? null : await readText(host, real);
  return decoded !== null && "text" in decoded ? decoded.text : null;
}

/**
 * Reads a page or an include with its byte order mark and its line endings.
 *
 * @param file path relative to the docs folder
 * @returns null if it does not exist, is outside the root or cannot be decoded
 */
export async function readOriginal({ host, docs, root }: ReadContext, file: string): Promise<string | null> {
  const absolute = path.resolve(docs, file);
  const folders: Folders = new Map();
  const real = (await realInside(host, docs, folders, absolute)) ?? (await realInside(host, root, folders, absolute));
  const bytes = real === null || (await host.isRegular(real)) !== true ? null : await host.read(real);
  if (bytes === null || "problem" in decode(bytes)) return null;
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

/** Errors that say nothing about the file: it would seem to be empty, and its part of the package would be removed. */
const OF_MACHINE = new Set(["EIO", "EMFILE", "ENFILE", "ENOMEM", "ESTALE", "ETIMEDOUT"]);

async function readText(host: Host, file: string): Promise<Decoded> {
  try {
    if ((await host.isRegular(file)) === false) return { problem: "not a regular file" };
    const bytes = await host.read(file);
    return bytes === null ? { problem: "the file is gone" } : decode(bytes);
  } catch (error) {
    if (OF_MACHINE.has(errorCode(error) ?? "")) throw error;
    return { problem: error instanceof Error ? error.message.replace(/,.*$/s, "") : "no permission" };
  }
}
