import path from "node:path";
import { FORMAT_VERSION, type ApiModel } from "../../api/model.ts";
import type { Api } from "../../diff/model.ts";
import { packageSurface } from "../../emit/emit.ts";
import type { SurfaceItem } from "../../emit/model.ts";
import { parseRecord, RECORD_PATH } from "../../emit/package/record.ts";
import { locateTree } from "../../git/locate.ts";
import { GitError, runGit } from "../../git/run.ts";
import type { Context } from "../context.ts";
import { CommandFailure } from "../failure.ts";
import { selectApis, type Selection } from "./api-selection.ts";

/**
 * Reads the public API of a package.
 *
 * @param given folder of the package, from the current folder, or a folder in a Git revision, `REV:PATH`
 * @returns null if the folder has no record of one
 * @throws CommandFailure if the record cannot be read
 */
export async function readSurface(context: Context, given: string): Promise<readonly SurfaceItem[] | null> {
  const bytes = await readRecord(context, given);
  if (bytes === null) return null;
  const items = parseRecord(new TextDecoder().decode(bytes));
  if (items !== null) return items;
  throw new CommandFailure({
    problem: `${given}/${RECORD_PATH}: Unexpected content, expected the API of a package`,
    remedy: "Generate the package again.",
  });
}

async function readRecord({ host, cwd }: Context, given: string): Promise<Uint8Array | null> {
  const folder = path.resolve(cwd, given);
  const kind = await host.kind(folder);
  if (kind === "folder") return host.read(path.join(folder, RECORD_PATH));
  return kind === null && given.includes(":") ? readCommitted(cwd, given) : null;
}

/** The record in a revision; also null if Git cannot read the revision, which is reported when it is read as docs. */
async function readCommitted(cwd: string, given: string): Promise<Uint8Array | null> {
  try {
    const { top, commit, folder } = await locateTree(cwd, given);
    return await runGit(top, ["cat-file", "blob", `${commit}:${path.posix.join(folder, RECORD_PATH)}`]);
  } catch (error) {
    if (error instanceof GitError) return null;
    throw error;
  }
}

/**
 * Lists the public API of the package that this version of the program generates from an API.
 *
 * @param whole the API, which determines all names
 * @param selection the part that the package contains
 */
export function surfaceOfApi(whole: Api, selection: Selection): readonly SurfaceItem[] {
  const { after } = selectApis({ before: whole, after: whole }, selection);
  return selectedSurface(after, whole);
}

/** The same for an API whose selected part is known. */
export function selectedSurface(selected: Api, whole: Api): readonly SurfaceItem[] {
  const complete = (api: Api): ApiModel => ({ ...api, formatVersion: FORMAT_VERSION, diagnostics: [] });
  return packageSurface(complete(selected), { whole: complete(whole) });
}
