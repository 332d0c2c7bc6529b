import type { DrawnDocs } from "./docs.ts";
import { runCommand } from "../command-line.ts";
import { createMemoryHost } from "../memory-host.ts";
import { codeOf, examplesIn, readCode, type Code, type Facts } from "./code.ts";

/** Files of a generated package by path, or why there is none. */
export type Made = ReadonlyMap<string, string> | { readonly code: number; readonly reason: string };

const OUT = "/project/out/";

/** Runs `generate` on pages. */
export async function makePackage({ files, flags }: DrawnDocs): Promise<Made> {
  const host = createMemoryHost(files);
  const { code, stderr } = await runCommand(host, "generate", "--out", "out", "--no-cache", ...flags);
  const made = [...host.files.keys()].filter((file) => file.startsWith(OUT));
  if (code !== 0 || made.length === 0) return { code, reason: stderr };
  return new Map(made.map((file) => [file.slice(OUT.length), host.text(file) ?? ""]));
}

export function isPackage(made: Made): made is ReadonlyMap<string, string> {
  return made instanceof Map;
}

/** Code with what it consists of. */
export type ReadCode = readonly [code: Code, facts: Facts];

/** Reads the code of files: modules, and the examples in their comments and in Markdown files. */
export function readPackage(files: Iterable<readonly [path: string, text: string]>): readonly ReadCode[] {
  const read: ReadCode[] = [];
  const add = (code: Code): void => {
    const facts = readCode(code);
    read.push([code, facts]);
    facts.examples.forEach(add);
  };
  for (const [file, text] of files) {
    if (/\.m?[tj]s$/.test(file)) add(codeOf(file, text));
    if (file.endsWith(".md")) examplesIn(file, text, 0).forEach(add);
  }
  return read;
}
