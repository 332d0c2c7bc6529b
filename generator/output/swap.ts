import path from "node:path";
import type { FileChange, Host } from "../host.ts";
import { retiredPath, stagedPath } from "./staging.ts";

/** With more changed files than this, a folder is replaced as a whole: two moves are over sooner than many. */
const MANY = 16;

/**
 * Makes the staged folders complete that are to be replaced as a whole: the top folders of a package in which many
 * files change. What stands in them besides, of ours or not, is carried along.
 *
 * @param host file access
 * @param out folder of the package, absolute
 * @param changed files that are staged or are to go
 * @returns the folders; where carrying along cannot be done, their files are moved one by one
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
    // A folder of which nothing would be left is none to put in place.
    if (isStaged && (await host.kind(path.join(out, stagedPath(folder)))) !== null) swapped.push(folder);
  }
  return swapped;
}

/** The two moves that replace a folder, or what a killed run left of them to do. */
export async function swapChanges(host: Host, out: string, folder: string): Promise<readonly FileChange[]> {
  const { placed, staged, retired } = placesOf(out, folder);
  if ((await host.kind(staged)) === null) return [];
  const replace: FileChange = { kind: "move", from: staged, to: placed };
  return (await host.kind(retired)) === null ? [{ kind: "move", from: placed, to: retired }, replace] : [replace];
}

/** Puts a folder back that was taken away and not replaced. */
export async function undoSwap(host: Host, out: string, folder: string): Promise<void> {
  const { placed, retired } = placesOf(out, folder);
  if ((await host.kind(placed)) === null) await host.change([{ kind: "move", from: retired, to: placed }]);
}

/** Saves the files that somebody else made in a folder while it was about to be replaced. */
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
