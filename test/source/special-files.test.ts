import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { expect, it } from "vitest";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { pageTask } from "../../generator/read/page-task.ts";
import { findAllPages, findDocs, loadPages } from "../../generator/source/find.ts";

const PAGE = ["pipe", "device", "folder", "text"].map((name) => `[!INCLUDE [a](../includes/${name}.md)]\n`).join("\n");

// Reading a FIFO waits until something is written to it, and some devices never end.
it.skipIf(process.platform === "win32")(
  "reports includes that are FIFOs, devices and folders, and reads none",
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "graph-docs-special-"));
    await mkdir(path.join(folder, "docs/api"), { recursive: true });
    await mkdir(path.join(folder, "docs/includes/folder.md"), { recursive: true });
    await writeFile(path.join(folder, "docs/api/a.md"), PAGE);
    await writeFile(path.join(folder, "docs/includes/text.md"), "A text.");
    execFileSync("mkfifo", [path.join(folder, "docs/includes/pipe.md"), path.join(folder, "docs/api/pipe.md")]);
    // The root is that of the file system, or the device would be refused for its place.
    await symlink("/dev/zero", path.join(folder, "docs/includes/device.md"));
    const pages = await findAllPages({ host: createNodeHost(), docs: path.join(folder, "docs"), root: "/" });
    expect(pages.map((page) => page.path)).toEqual(["api/a.md", "api/pipe.md"]);
    const [page] = await loadPages(pages);
    const read = page === undefined ? null : pageTask(page);
    await rm(folder, { recursive: true });
    const missing = read?.[1]
      .filter(({ code }) => code === "include-missing")
      .map(({ place, message }) => [place.line, message]);
    const expected = "expected a text file inside the docs root (see --root)";
    expect(missing).toEqual([
      [1, `Unexpected include of includes/pipe.md, ${expected}`],
      [3, `Unexpected include of includes/device.md, ${expected}`],
      [5, `Unexpected include of includes/folder.md, ${expected}`],
    ]);
  },
);

it.skipIf(process.platform === "win32")(
  "reads pages that are links inside the docs, and reports all others",
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "graph-docs-links-"));
    const docs = path.join(folder, "docs");
    await mkdir(path.join(docs, "api"), { recursive: true });
    await mkdir(path.join(docs, "includes"));
    await mkdir(path.join(folder, "elsewhere"));
    await writeFile(path.join(docs, "includes/inside.md"), "# a");
    await writeFile(path.join(folder, "elsewhere/outside.md"), "# b");
    const links = [
      ["../includes/inside.md", "api/inside.md"],
      ["../../elsewhere/outside.md", "api/outside.md"],
      ["nothing.md", "api/dangling.md"],
      ["loop.md", "api/loop.md"],
      ["../elsewhere", "resources"],
      ["../elsewhere", "includes/folder"],
    ] as const;
    for (const [target, name] of links) await symlink(target, path.join(docs, name));
    const found = await findDocs({ host: createNodeHost(), docs, root: docs });
    const pages = await loadPages(found.pages);
    await rm(folder, { recursive: true });
    // Links of other pages may point to a page that is a link.
    expect(found.files).toContain("api/inside.md");
    expect(pages.map((page) => [page.path, page.text ?? page.problem])).toEqual([
      ["api/dangling.md", "a symbolic link that leads out of the docs root"],
      ["api/inside.md", "# a"],
      ["api/loop.md", "a symbolic link that leads out of the docs root"],
      ["api/outside.md", "a symbolic link that leads out of the docs root"],
      ["resources", "a symbolic link to a folder, whose pages are not read"],
    ]);
  },
);
