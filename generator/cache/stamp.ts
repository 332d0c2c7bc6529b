import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { compareStrings } from "../util/compare.ts";
import { keyOf } from "./store.ts";

const PROGRAM = path.resolve(import.meta.dirname, "..");

/** Hash of the program itself, the libraries it was installed with and its Node: another program, other results. */
export function programStamp(): string {
  const files = readdirSync(PROGRAM, { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.[cm]?[jt]s$/.test(file),
  );
  const locks = ["../package.json", "../package-lock.json", "../node_modules/.package-lock.json"];
  const read = (file: string): readonly string[] => [file, readFileSync(path.join(PROGRAM, file), "utf8")];
  return keyOf(
    process.version,
    ...files.toSorted(compareStrings).flatMap(read),
    ...locks.filter((file) => existsSync(path.join(PROGRAM, file))).flatMap(read),
  );
}
