import { syntaxErrors } from "../syntax-errors.ts";
import { lineOf, linesOfData, type Code, type Facts } from "./code.ts";
import { isResolved, unsafeMembers, unsafePaths } from "./names.ts";
import { readPackage, type ReadCode } from "./package.ts";

/** Facts of the code of packages that pages with plain words lead to. */
export interface Known {
  readonly shapes: Set<string>;
  readonly free: Set<string>;
  readonly imported: Set<string>;
  readonly tags: Set<string>;
  readonly comments: Set<string>;
}

export interface Finding {
  readonly kind: "foreign" | "parse error" | "unsafe name" | "other";
  readonly file: string;
  readonly line: number;
  readonly what: string;
  /** The line. */
  readonly text: string;
}

/** What was looked at, and what was found. */
export interface Checked {
  readonly files: number;
  readonly nodes: number;
  readonly findings: readonly Finding[];
}

const SETS = ["shapes", "free", "imported", "tags", "comments"] as const;
/** Control characters, and those that change the order of the others. */
const HIDDEN = /[^\P{Cc}\n]|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
/** Copies of the pages, which are as their authors wrote them. */
const COPIES = "docs/";

export function emptyKnown(): Known {
  return { shapes: new Set(), free: new Set(), imported: new Set(), tags: new Set(), comments: new Set() };
}

/** Files of a package by path. */
type Files = ReadonlyMap<string, string>;

function changedFiles(files: Files, base: Files): readonly (readonly [file: string, text: string])[] {
  return [...files].filter(([file, text]) => base.get(file) !== text && !file.startsWith(COPIES));
}

/** Adds what a package of plain words consists of, where it differs from another; returns the facts that are new. */
export function learn(known: Known, files: Files, base: Files): readonly string[] {
  return unknownFacts(readPackage(changedFiles(files, base)), known, new Set(files.keys())).flatMap(({ set, key }) => {
    if (known[set].has(key)) return [];
    known[set].add(key);
    return [`${set} ${key}`];
  });
}

interface Unknown {
  readonly code: Code;
  readonly set: (typeof SETS)[number];
  readonly key: string;
  readonly position: number;
}

/** Facts that are not known, and names that the package itself does not explain. */
function unknownFacts(read: readonly ReadCode[], known: Known, paths: ReadonlySet<string>): readonly Unknown[] {
  const names = declaredIn(read);
  const isOwn = (code: Code, set: Unknown["set"], key: string): boolean =>
    (set === "imported" && isResolved(code, key, paths)) || (set === "free" && names.has(key));
  return read.flatMap(([code, facts]) =>
    SETS.flatMap((set) =>
      [...facts[set]]
        .filter(([key]) => !known[set].has(key) && !isOwn(code, set, key))
        .map(([key, position]) => ({ code, set, key, position })),
    ),
  );
}

/** Names that the modules of documented API declare, as examples refer to them. */
function declaredIn(read: readonly ReadCode[]): ReadonlySet<string> {
  const modules = read.filter(([{ kind, file }]) => kind === "module" && !/^src\/(?:runtime|testing)\//.test(file));
  return new Set(modules.flatMap(([, { declared }]) => [...declared.keys()].map((name) => `example ${name}`)));
}

/**
 * Checks a package.
 *
 * @param files files by path
 * @param base files of another package; those that are the same in both depend on no page
 */
export function checkPackage(files: Files, base: Files, known: Known): Checked {
  const changed = changedFiles(files, base);
  const read = readPackage(changed);
  const paths = new Set(files.keys());
  const faults = syntaxErrors(read.map(([{ source }]) => source));
  const errors = read.flatMap(([code], index) =>
    (faults[index] ?? []).map(({ position, message }) => at("parse error", code, position, message)),
  );
  const findings = [
    ...errors,
    ...unknownFacts(read, known, paths).map(({ code, set, key, position }) =>
      at("foreign", code, position, `${set}: ${key}`),
    ),
    ...read.flatMap(([code, facts]) => unsafe(code, facts, known)),
    ...read.flatMap(([code]) => checkJson(code.file, linesOfData(code))),
    ...unsafePaths([...paths].filter((file) => !file.startsWith(COPIES))).map((file) =>
      inFile("unsafe name", file, "path"),
    ),
    ...changed.flatMap(([file, text]) => checkText(file, text)),
  ];
  const nodes = read.reduce((sum, [, facts]) => sum + facts.nodes, 0);
  return { files: changed.length, nodes, findings };
}

/** Names that hide what other code of the file refers to, and members that mean something else. */
function unsafe(code: Code, { declared }: Facts, { free }: Known): readonly Finding[] {
  const hiding = [...declared].filter(([name]) => code.kind === "module" && free.has(`module ${name}`));
  return [...hiding, ...unsafeMembers(code)].map(([name, position]) => at("unsafe name", code, position, name));
}

function at(kind: Finding["kind"], code: Code, position: number, what: string): Finding {
  const line = lineOf(code, position);
  const text = code.source.text.slice(position).trimStart().split("\n", 1)[0] ?? "";
  return { kind, file: code.file, line, what, text: text.slice(0, 200) };
}

function inFile(kind: Finding["kind"], file: string, what: string, line = 0, text = ""): Finding {
  return { kind, file, line, what, text: text.slice(0, 200) };
}

/** Characters that no file may contain, and JSON that cannot be parsed. */
function checkText(file: string, text: string): readonly Finding[] {
  const lines = text.split("\n");
  const hidden = lines.flatMap((line, index) =>
    HIDDEN.test(line) ? [inFile("other", file, "hidden character", index + 1, JSON.stringify(line))] : [],
  );
  const json = file.endsWith(".json") ? [text] : file.endsWith(".jsonl") ? lines : [];
  return [...hidden, ...checkJson(file, json)];
}

function checkJson(file: string, texts: readonly string[]): readonly Finding[] {
  const broken = texts.filter((text) => text !== "" && !isJson(text));
  return broken.map((text) => inFile("other", file, "broken JSON", 0, text));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
