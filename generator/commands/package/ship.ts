import type { OutputFile } from "../../emit/model.ts";
import type { Host } from "../../host/host.ts";
import { isSafePath } from "../../output/manifest.ts";
import { SHIPPED_DOCS, type Settings } from "../../settings.ts";
import { readOriginal } from "../../source/text.ts";
import { mapInBatches } from "../../util/batch.ts";
import { visible } from "../../util/visible.ts";
import { CommandFailure } from "../failure.ts";

/**
 * Copies pages into the package byte for byte, so that an editor opens them at the right line.
 *
 * @param host file access
 * @param settings folders of the docs
 * @param pages POSIX paths relative to the docs folder
 * @throws CommandFailure if a page was removed, or has a name that is not valid on every system
 */
export async function shippedPages(
  host: Host,
  settings: Pick<Settings, "docs" | "root">,
  pages: readonly string[],
): Promise<readonly OutputFile[]> {
  assertNames(pages);
  return mapInBatches(pages, async (page) => {
    const text = await readOriginal({ host, ...settings }, page);
    if (text === null) {
      throw new CommandFailure({
        problem: `${visible(page)} was changed or removed during the run`,
        remedy: "Run again.",
      });
    }
    return { path: `${SHIPPED_DOCS}/${page}`, text };
  });
}

function assertNames(pages: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const page of pages) {
    if (!isSafePath(page))
      fail(`Unexpected name ${visible(page)}, expected one without ":", "\\" and control characters`);
    const other = seen.get(page.toLowerCase());
    if (other !== undefined)
      fail(
        `${visible(other)} and ${visible(page)} differ only in letter case, which makes them one file on some systems`,
      );
    seen.set(page.toLowerCase(), page);
  }
}

function fail(problem: string): never {
  throw new CommandFailure({
    problem: `--ship-docs cannot copy the pages: ${problem}`,
    remedy: "Rename it, or leave it out with --exclude.",
  });
}
