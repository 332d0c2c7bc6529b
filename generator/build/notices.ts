import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { compareStrings } from "../util/compare.ts";

/** Path of the folder of a package, with or without a scope. */
const PACKAGE = /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/**
 * Lists the libraries in a bundle with their licences, as the licences require.
 *
 * @param files absolute POSIX paths of the files in the bundle
 * @throws Error if a library has neither a licence file nor a readme
 */
export function bundleNotices(files: readonly string[]): string {
  const folders = new Set(files.flatMap((file) => PACKAGE.exec(file)?.[0] ?? []));
  const notices = [...folders].map(notice).toSorted(compareStrings);
  return `The program contains code of these libraries.\n\n${notices.join("\n")}`;
}

function notice(folder: string): string {
  const about: unknown = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const named = (name: string): string => {
    const value: unknown = typeof about === "object" && about !== null ? Reflect.get(about, name) : undefined;
    return typeof value === "string" ? value : "";
  };
  const files = readdirSync(folder).toSorted(compareStrings);
  // Some libraries state their licence only in the readme.
  const terms = [/^licen[cs]e\b/i, /^readme\b/i].flatMap((name) => files.find((file) => name.test(file)) ?? [])[0];
  if (terms === undefined) throw new Error(`Expected the licence of ${named("name")} in ${folder}`);
  const text = readFileSync(path.join(folder, terms), "utf8").trim();
  return `## ${named("name")} ${named("version")}\n\n${text}\n`;
}
