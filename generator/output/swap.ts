import path from "node:path";
import type { FileChange, Host } from "../host/host.ts";
import { retiredPath, stagedPath } from "./staging.ts";

/** A folder with more changed files than this is replaced as a whole, as two moves take less time than many. */
const MANY = 16;

/**
 * Completes the staged folders that replace whole folders: the top-level folders of a package in which many files
 * change. Their other files, generated or not, are staged as well.
 *
 * @param host file access
 * @param out folder of the package, absolute
 * @param changed files that are staged or removed
 * @returns the folders to replace; files of folders that cannot be staged are moved one by one
 */
export async function stageFolders(host: Host, out: string, changed: readonly string[]): Promise<readonly string[]> {
  const swapped: string[] = [];
  for (const folder of new Set(changed.flatMap((file) => /^[^/]+(?=\/)/.exec(file) ?? []))) {
    const files = changed.filter((file) => file.startsWith(`${folder}/`));
    if (files.length <= MANY) continue;
    const old = path.join(out, folder);
    const except = new Set(files.map((file) => file.slice(folder.length + 1)));
    const isStaged =
      (await host.kind(old)) === null || (await host.mirror(old, path.join(out, stagedPath(folder)), except));
    // A folder that becomes empty is not replaced.
    if (isStaged && (await host.kind(path.join(out, stagedPath(folder)))) !== null) swapped.push(folder);
  }
  return swapped;
}

/** The two moves that replace a folder, without those that a killed run completed. */
export async function swapChanges(host: Host, out: string, folder: string): Promise<readonly FileChange[]> {
  const { placed, staged, retired } = placesOf(out, folder);
  if ((await host.kind(staged)) === null) return [];
  const replace: FileChange = { kind: "move", from: staged, to: placed };
  return (await host.kind(retired)) === null ? [{ kind: "move", from: placed, to: retired }, replace] : [replace];
}

/** Restores a folder that was moved away but not replaced. */
export async function undoSwap(host: Host, out: string, folder: string): Promise<void> {
  const { placed, retired } = placesOf(out, folder);
  if ((await host.kind(placed)) === null) await host.change([{ kind: "move", from: retired, to: placed }]);
}

/** Restores files that other programs created in a folder shortly before it was replaced. */
export async function finishSwap(host: Host, out: string, folder: string, removed: readonly string[]): Promise<void> {
  const { placed, retired } = placesOf(out, folder);
  if ((await host.kind(retired)) === null) return;
  const ours = new Set(removed);
  for (const file of await host.list(retired)) {
    if (ours.has(`${folder}/${file}`) || (await host.kind(path.join(placed, file))) !== null) continue;
    await host.change([{ kind: "move", from: path.join(retired, file), to: path.join(placed, file) }]);
  }
}

function placesOf(out: string, folder: string): { placed: string; staged: string; retired: string } {
  return {
    placed: path.join(out, folder),
    staged: path.join(out, stagedPath(folder)),
    retired: path.join(out, retiredPath(folder)),
  };
}
