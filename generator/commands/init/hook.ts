import { isMap, isSeq, parseDocument } from "yaml";
import type { Hook } from "../../config/types.ts";

/** The command that a hook runs before each commit. */
const CHECK = "graph-docs-codegen check --staged";
const NPX_CHECK = `npx --no -- ${CHECK}`;

/** A file to write or change, so that a hook runs. */
export interface HookFile {
  /** Names that the file may have; a new file gets the first. */
  readonly paths: readonly [string, ...string[]];
  /**
   * Adds the hook to the content of the file; empty if the file does not exist.
   *
   * @returns the new content, or null if the hook cannot be added to it
   */
  readonly add: (text: string) => string | null;
  /** What the user still has to run, such as the installation of the hook. */
  readonly next: string;
}

/** The file of each way to run hooks; null for none. */
export const HOOK_FILES: Readonly<Record<Hook, HookFile | null>> = {
  husky: { paths: [".husky/pre-commit"], add: addLine(""), next: "npx husky" },
  lefthook: {
    paths: ["lefthook.yml", "lefthook.yaml", ".lefthook.yml", ".lefthook.yaml"],
    add: addLefthookJob,
    next: "npx lefthook install",
  },
  "pre-commit": { paths: [".pre-commit-config.yaml"], add: addPreCommitHook, next: "pre-commit install" },
  git: {
    paths: [".githooks/pre-commit"],
    add: addLine("#!/bin/sh\n"),
    next: "chmod +x .githooks/pre-commit && git config core.hooksPath .githooks",
  },
  none: null,
};

/** Files that show which hook manager a project uses. */
const SIGNS: readonly (readonly [sign: RegExp, hook: Hook])[] = [
  [/^\.husky\//, "husky"],
  [/^\.?lefthook\.ya?ml$/, "lefthook"],
  [/^\.pre-commit-config\.yaml$/, "pre-commit"],
  [/^\.githooks\//, "git"],
];

/**
 * Finds the hook manager of a project.
 *
 * @param files POSIX paths of the files of the project
 * @returns none if there is none, or none that is known
 */
export function findHook(files: readonly string[]): Hook {
  return SIGNS.find(([sign]) => files.some((file) => sign.test(file)))?.[1] ?? "none";
}

/** Appends the command to a shell script, which begins with `start` if it is new. */
function addLine(start: string): HookFile["add"] {
  return (text) => {
    if (text.includes(CHECK)) return text;
    const before = text === "" ? start : text.replace(/\n?$/, "\n");
    return `${before}${NPX_CHECK}\n`;
  };
}

/** @see https://lefthook.dev/configuration/jobs.html */
function addLefthookJob(text: string): string | null {
  return addItem(text, ["pre-commit", "jobs"], { run: NPX_CHECK });
}

/** @see https://pre-commit.com/#repository-local-hooks */
function addPreCommitHook(text: string): string | null {
  const hook = {
    id: "graph-docs-codegen",
    name: "generated package matches the docs",
    entry: NPX_CHECK,
    language: "system",
    pass_filenames: false,
    always_run: true,
  };
  return addItem(text, ["repos"], { repo: "local", hooks: [hook] });
}

/** Appends an item to a list of a YAML document, whose comments and order are preserved. */
function addItem(text: string, keys: readonly string[], item: object): string | null {
  if (text.includes(CHECK)) return text;
  const document = parseDocument(text === "" ? "{}" : text);
  if (document.errors.length > 0) return null;
  const list = document.getIn(keys);
  const parents = keys.map((_, index) => document.getIn(keys.slice(0, index)) ?? null);
  if (parents.some((parent) => parent !== null && !isMap(parent))) return null;
  if (list !== undefined && !isSeq(list)) return null;
  if (list === undefined) document.setIn(keys, [item]);
  else document.addIn(keys, document.createNode(item));
  if (text === "" && isMap(document.contents)) document.contents.flow = false;
  return document.toString();
}
