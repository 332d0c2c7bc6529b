import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { compareStrings } from "../util/compare.ts";

/** Path up to the folder of a package, whether or not its name has a scope. */
const PACKAGE = /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/**
 * Writes down whose code a bundle holds and on what terms, as those terms ask for.
 *
 * @param files what the bundle was made of, absolute, POSIX
 * @throws Error when a library says nothing of its terms
 */
export function bundleNotices(files: readonly string[]): string {
  const folders = new Set(files.flatMap((file) => PACKAGE.exec(file)?.[0] ?? []));
  const notices = [...folders].map(notice).toSorted(compareStrings);
  return `The program holds code of these libraries.\n\n${notices.join("\n")}`;
}

function notice(folder: string): string {
  const about: unknown = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const named = (name: string): string => {
    const value: unknown = typeof about === "object" && about !== null ? Reflect.get(about, name) : undefined;
    return typeof value === "string" ? value : "";
  };
  const files = readdirSync(folder).toSorted(compareStrings);
  // Some say it in their readme alone.
  const terms = [/^licen[cs]e\b/i, /^readme\b/i].flatMap((name) => files.find((file) => name.test(file)) ?? [])[0];
  if (terms === undefined) throw new Error(`Expected the licence of ${named("name")} in ${folder}`);
  const text = readFileSync(path.join(folder, terms), "utf8").trim();
  return `## ${named("name")} ${named("version")}\n\n${text}\n`;
}
