import type { Ran } from "../command-line.ts";

/** Maximum number of lines of a stream to compare. */
const MOST_LINES = 45;
/** Maximum number of files of a folder to list. */
const MOST_FILES = 6;

/** What differs from one run or machine to the next, and what to compare instead. */
const VOLATILE: readonly (readonly [pattern: RegExp, shown: string])[] = [
  // The runtime, the scripts and the rules grow with the program.
  [/\b\d{2,}(?= (?:files|unchanged)\b)/g, "N"],
  [/\b[0-9a-f]{16}(?=\.(?:modules|pages|files|findings|proofs|runs|sources|package)$)/gm, "HASH"],
  // The version of the program, on a line of its own.
  [/^\d+\.\d+\.\d+$/gm, "VERSION"],
  [/(?<=http:\/\/localhost:)\d+/g, "PORT"],
  [/(?<=^Commit {3})[0-9a-f]{7,}/gm, "HASH"],
  // As a user sees it who has installed the program.
  [/(?<=^See )\S+(?=generator\/config\/README\.md)/gm, "node_modules/graph-docs-codegen/"],
  [/(?<=not a git repository \(or any )(?:of the parent directories\): .git|parent up to[^]*?not set\)\.)/g, "…"],
];

/**
 * Prints what a command did, for comparison with `output.txt`.
 *
 * @param before files before the run
 * @param after files after it
 */
export function printRun(
  { code, stdout, stderr }: Ran,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string {
  const files = listChanges(before, after);
  const sections = { stdout, stderr, ...(files === "" ? {} : { files }) };
  const text = Object.entries(sections).map(([name, content]) => `\n--- ${name}\n${shortened(content)}`);
  return `exit code ${code}\n${text.join("")}`;
}

/** Replaces what differs from one run or machine to the next. */
export function stable(text: string): string {
  return VOLATILE.reduce((left, [pattern, shown]) => left.replace(pattern, shown), text);
}

function shortened(text: string): string {
  const lines = stable(text).split("\n");
  return lines.length > MOST_LINES ? [...lines.slice(0, 3), "…", ""].join("\n") : lines.join("\n");
}

/** Files whose content is not printed: those of the package and the cache, and pages. */
const NOT_PRINTED = /^(?:generated|lib|cache|docs-input)\//;
/** Maximum number of lines of a file to print. */
const MOST_TEXT = 20;

/** The text of a file, indented. */
function printFile(file: string, text = ""): string {
  if (NOT_PRINTED.test(file) || text.split("\n").length > MOST_TEXT) return "";
  return text.replace(/^(?=.)/gm, "    ");
}

/** One line for each file that was created, changed or removed, or for a folder with many. */
function listChanges(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string {
  const found = new Map<string, string[]>();
  for (const file of [...new Set([...before.keys(), ...after.keys()])].toSorted()) {
    const [old, now] = [before.get(file), after.get(file)];
    if (old === now) continue;
    const change = old === undefined ? "created" : now === undefined ? "removed" : "changed";
    const group = `${change} ${file.split("/")[0] ?? ""}/`;
    found.set(group, [...(found.get(group) ?? []), `${change} ${file}\n${printFile(file, now)}`]);
  }
  const lines = [...found].flatMap(([group, files]) => (files.length > MOST_FILES ? [`${group} (N files)\n`] : files));
  return lines.join("");
}
