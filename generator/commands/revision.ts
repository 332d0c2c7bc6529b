import { execFile } from "node:child_process";
import path from "node:path";
import type { Host } from "../host.ts";
import { ConfigError } from "../settings.ts";

/** A repository may be large; its pages are not. */
const MOST_BYTES = 1 << 30;

/**
 * Makes a host that holds the Markdown of a git revision, at the paths at which it stands now.
 *
 * @param folder absolute path of a folder of the repository
 * @param revision name of a commit
 * @throws ConfigError when the folder lies in no repository, or the revision does not exist
 */
export async function hostAtRevision(folder: string, revision: string): Promise<Host> {
  const top = (await git(folder, ["rev-parse", "--show-toplevel"], revision)).toString().trim();
  const commit = (await git(folder, ["rev-parse", "--verify", "--end-of-options", `${revision}^{commit}`], revision))
    .toString()
    .trim();
  const tree = (await git(top, ["ls-tree", "-r", "-z", "--full-tree", commit], revision)).toString();
  const entries = tree.split("\0").flatMap((entry) => {
    const match = /^100\d+ blob ([0-9a-f]+)\t(.*\.md)$/is.exec(entry);
    return match?.[1] === undefined || match[2] === undefined ? [] : [{ id: match[1], file: match[2] }];
  });
  const contents = await readBlobs(
    top,
    entries.map(({ id }) => id),
    revision,
  );
  return frozenHost(
    new Map(entries.map(({ file }, index) => [path.join(top, file), contents[index] ?? new Uint8Array()])),
  );
}

/** Contents of blobs, in the order of their ids. */
async function readBlobs(top: string, ids: readonly string[], revision: string): Promise<readonly Uint8Array[]> {
  const out = await git(top, ["cat-file", "--batch"], revision, `${ids.join("\n")}\n`);
  const blobs: Uint8Array[] = [];
  for (let at = 0; blobs.length < ids.length;) {
    const end = out.indexOf("\n", at);
    const size = Number(out.subarray(at, end).toString().split(" ")[2] ?? 0);
    blobs.push(out.subarray(end + 1, end + 1 + size));
    at = end + size + 2;
  }
  return blobs;
}

function git(cwd: string, args: readonly string[], revision: string, input?: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { cwd, encoding: "buffer", maxBuffer: MOST_BYTES } as const;
    const child = execFile("git", [...args], options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new ConfigError(`--changed-since ${revision} cannot be read: ${reasonOf(error, stderr.toString())}`));
    });
    // A command that ends before it has read all says so by its exit.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input ?? "");
  });
}

function reasonOf(error: Error, stderr: string): string {
  return (
    stderr
      .split("\n")
      .find((line) => line.trim() !== "")
      ?.trim() ?? error.message
  );
}

function frozenHost(files: ReadonlyMap<string, Uint8Array>): Host {
  const isBelow = (folder: string) => (file: string) => file.startsWith(folder + path.sep);
  const refuse = (): Promise<never> => Promise.reject(new Error("a revision cannot be written to"));
  const kind: Host["kind"] = (at) =>
    Promise.resolve(files.has(at) ? "file" : [...files.keys()].some(isBelow(at)) ? "folder" : null);
  return {
    kind,
    list: (folder) => {
      const inner = [...files.keys()].filter(isBelow(folder)).map((file) => path.relative(folder, file));
      return Promise.resolve(inner.map((file) => file.replaceAll(path.sep, "/")).toSorted());
    },
    real: async (at) => ((await kind(at)) === null ? null : at),
    read: (file) => Promise.resolve(files.get(file) ?? null),
    write: refuse,
    create: refuse,
    mirror: refuse,
    change: refuse,
    removeTree: refuse,
  };
}
