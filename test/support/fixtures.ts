import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { format } from "prettier";
import { expect } from "vitest";
import type { Diagnostic, Place } from "../../generator/diagnostics/diagnostic.ts";
import { compareStrings } from "../../generator/util/compare.ts";

const root = path.resolve(import.meta.dirname, "../fixtures");

/** A folder below `test/fixtures` that holds what goes in and what is expected to come out. */
export interface Fixture {
  /** POSIX path below the folder of its group, e.g. `operation/tabs`. */
  readonly name: string;
  /** POSIX path below `test/fixtures`, e.g. `page/operation/tabs`. */
  readonly folder: string;
}

/**
 * Lists the cases of a group: every folder at a depth below it.
 *
 * @param group folder below `test/fixtures`
 * @param depth 1 for `group/case`, 2 for `group/kind/case`
 */
export function listFixtures(group: string, depth: number): readonly Fixture[] {
  let names = [""];
  for (let level = 0; level < depth; level++) {
    names = names.flatMap((name) => folders(path.join(root, group, name)).map((inner) => path.posix.join(name, inner)));
  }
  return names.map((name) => ({ name, folder: path.posix.join(group, name) }));
}

/** Files of a fixture by POSIX path relative to its folder, as bytes. */
export function readInputs({ folder }: Fixture): Readonly<Record<string, Uint8Array>> {
  const files = filesBelow(path.join(root, folder));
  return Object.fromEntries(files.map((file) => [file, new Uint8Array(readFileSync(path.join(root, folder, file)))]));
}

/**
 * Compares what came out with the file that says what is expected. A missing one is written, except in CI;
 * `UPDATE=1` writes all.
 */
export function expectOutput({ folder }: Fixture, name: string, text: string): void {
  const file = path.join(root, folder, name);
  const isMissing = !existsSync(file);
  if (process.env.UPDATE === "1" || (isMissing && process.env.CI === undefined)) {
    writeFileSync(file, text);
    return;
  }
  expect(text, `${folder}/${name}`).toBe(isMissing ? null : readFileSync(file, "utf8"));
}

/**
 * Lists files of a group that belong to no case: neither input nor an output of a case that has input.
 *
 * @param group folder below `test/fixtures`
 * @param cases its cases
 * @param isInput whether a path, relative to a case's folder, is input
 * @param outputs names of the expected files
 */
export function unclaimedFiles(
  group: string,
  cases: readonly Fixture[],
  isInput: (file: string) => boolean,
  outputs: readonly string[],
): readonly string[] {
  const claimed = cases.flatMap(({ name, folder }) => {
    const files = filesBelow(path.join(root, folder));
    if (!files.some(isInput)) return [];
    return files.filter((file) => isInput(file) || outputs.includes(file)).map((file) => path.posix.join(name, file));
  });
  return filesBelow(path.join(root, group)).filter((file) => !claimed.includes(file));
}

/** Every expected file of a name below `test/fixtures`, as text. */
export function readExpected(name: string): readonly string[] {
  const files = filesBelow(root).filter((file) => path.posix.basename(file) === name);
  return files.map((file) => readFileSync(path.join(root, file), "utf8"));
}

/**
 * Prints facts for reading: JSON in which small objects stand on one line and places are `line:column`.
 *
 * @param value plain data
 * @param page file whose places need no name
 */
export async function printFacts(value: unknown, page: string | null): Promise<string> {
  const text = JSON.stringify(value, (_, inner: unknown) => (isPlace(inner) ? placeText(inner, page) : inner));
  return format(text, { parser: "json", printWidth: 200 });
}

/** Prints diagnostics, one a line: `line:column severity code message`; other places follow, indented. */
export function printDiagnostics(diagnostics: readonly Diagnostic<string>[], page: string | null): string {
  const lines = diagnostics.flatMap(({ code, severity, message, place, related }) => [
    `${placeText(place, page)} ${severity} ${code} ${message}`,
    ...related.map((other) => `  ${placeText(other.place, page)} ${other.message}`),
  ]);
  return lines.map((line) => `${line}\n`).join("");
}

function isPlace(value: unknown): value is Place {
  return typeof value === "object" && value !== null && Object.keys(value).join() === "file,line,column";
}

function placeText({ file, line, column }: Place, page: string | null): string {
  return file === page ? `${line}:${column}` : `${file}:${line}:${column}`;
}

function folders(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => statSync(path.join(folder, name)).isDirectory());
  return names.toSorted(compareStrings);
}

function filesBelow(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  return files
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .toSorted(compareStrings);
}
