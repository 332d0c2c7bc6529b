import { createHash } from "node:crypto";
import { OPERATION_PAGE, RESOURCE_PAGE } from "../pages.ts";
import type { Folder } from "./folder.ts";

const PAGE = "docs-input/resources/badge.md";
const OPERATION = "docs-input/api/badge-get.md";
const MODULE = "generated/src/badge.ts";
const MANIFEST = "generated/.graph-docs-manifest.json";
const CONFIG = "graph-docs.config.json";

const FAULTY = `${RESOURCE_PAGE}\nTODO\n\n[!INCLUDE [note](../includes/missing.md)]\n`;
const SUPPRESSION = "<!-- lint disable todo-left include-missing -- an example -->";

/** Writes a file as an earlier version of the program has left it: the manifest has its hash. */
function writeAsRun(folder: Folder, file: string, change: (text: string) => string): void {
  const text = change(folder.files().get(file) ?? "");
  const hash = createHash("sha256").update(text).digest("hex");
  const entry = new RegExp(`("${file.replace("generated/", "")}": ")\\w+`);
  folder.write(file, text);
  folder.write(MANIFEST, (folder.files().get(MANIFEST) ?? "").replace(entry, `$1${hash}`));
}

/** Changes of a folder whose package is up to date. A case applies one or several of them, in order. */
export const STATES: Readonly<Record<string, (folder: Folder) => void>> = {
  current: () => undefined,
  /** There is no package yet. */
  fresh: (folder) => {
    folder.remove("generated");
  },
  /** The words of a page changed. */
  stale: (folder) => {
    folder.write(PAGE, RESOURCE_PAGE.replace("Doors that it opens.", "Doors."));
  },
  /** A page describes one property more. */
  grown: (folder) => {
    const text = RESOURCE_PAGE.replace("|doors|", "|colour|String|What it looks like.|\n|doors|");
    folder.write(PAGE, text.replace('  "doors"', '  "colour": "String",\n  "doors"'));
  },
  /** A page describes one property less. */
  shrunk: (folder) => {
    const text = RESOURCE_PAGE.replace(/\|doors\|.*\n/, "").replace(/,\n {2}"doors": .*/, "");
    folder.write(PAGE, text);
    folder.write(OPERATION, OPERATION_PAGE.replace(/,\n {2}"doors": .*/, ""));
  },
  new: (folder) => {
    folder.write(PAGE.replace("badge", "token"), RESOURCE_PAGE.replaceAll("badge", "token"));
  },
  /** A page describes a request that changes something. */
  updating: (folder) => {
    const text = OPERATION_PAGE.replaceAll("Get badge", "Update badge")
      .replaceAll("GET ", "PATCH ")
      .replace("Don't supply a request body for this method.", "Supply a [badge](../resources/badge.md) as JSON.");
    folder.write(OPERATION.replace("get", "update"), text);
  },
  removed: (folder) => {
    folder.remove(OPERATION);
  },
  /** A page is emptied, as some editors do for a moment while they save it. */
  emptied: (folder) => {
    folder.write(PAGE, "");
  },
  repaired: (folder) => {
    folder.write(PAGE, RESOURCE_PAGE);
  },
  edited: (folder) => {
    folder.write(MODULE, "// mine\n");
  },
  missing: (folder) => {
    folder.remove(MODULE);
  },
  /** A file of the user is in the package, where the program writes none. */
  foreign: (folder) => {
    folder.write("generated/src/own.ts", "// mine\n");
  },
  /** The folder of the package belongs to another project. */
  occupied: (folder) => {
    folder.remove("generated");
    folder.write("generated/package.json", '{ "name": "precious" }\n');
  },
  configured: (folder) => {
    folder.write(CONFIG, '{ "packageName": "other" }\n');
  },
  invalid: (folder) => {
    folder.write(CONFIG, '{\n  "packagename": "other"\n}\n');
  },
  versioned: (folder) => {
    folder.write(CONFIG, '{\n  "packageVersion": "1.0.0"\n}\n');
    writeAsRun(folder, "generated/package.json", (text) => text.replace('"0.0.0"', '"1.0.0"'));
  },
  /** A script of the project writes the same package. */
  scripted: (folder) => {
    folder.write("package.json", '{ "scripts": { "generate": "graph-docs-codegen generate --docs docs-input" } }\n');
  },
  /** A script of the project writes another package. */
  otherwise: (folder) => {
    folder.write("package.json", '{ "scripts": { "generate": "graph-docs-codegen generate --out other" } }\n');
  },
  /** Another version of the program wrote the package. */
  upgraded: (folder) => {
    writeAsRun(folder, "generated/src/runtime/batch.ts", () => "// older\n");
  },
  /** That version named a function differently. */
  renamed: (folder) => {
    for (const file of [MODULE, "generated/.graph-docs-api.jsonl"]) {
      writeAsRun(folder, file, (text) => text.replaceAll("getBadge", "readBadge"));
    }
  },
  /** The list of the files that the program wrote is damaged. */
  damaged: (folder) => {
    folder.write(MANIFEST, "{}\n");
  },
  unlisted: (folder) => {
    folder.remove(MANIFEST);
  },
  locked: (folder) => {
    folder.write("generated/.graph-docs-lock", '{ "id": 7, "machine": "elsewhere" }');
  },
  faulty: (folder) => {
    folder.write(PAGE, FAULTY);
  },
  /** A page has a warning that only `lint` lists. */
  unfinished: (folder) => {
    folder.write(PAGE, `${RESOURCE_PAGE}\nTODO\n`);
  },
  suppressed: (folder) => {
    folder.write(PAGE, FAULTY.replace("Namespace:", `${SUPPRESSION}\n\nNamespace:`));
  },
  /** An example has a value of another type than the table states. */
  contradicting: (folder) => {
    folder.write(OPERATION, OPERATION_PAGE.replace('["north"]', '"north"'));
  },
  /** A link has the wrong letter case, which `lint --fix` corrects. */
  fixable: (folder) => {
    folder.write(OPERATION, OPERATION_PAGE.replace("resources/badge.md", "resources/Badge.md"));
  },
  /** A file that is not of the docs and not of the package changed. */
  noted: (folder) => {
    folder.write("notes.txt", "More.\n");
  },
  docless: (folder) => {
    folder.remove("docs-input");
  },
  pageless: (folder) => {
    folder.remove("docs-input");
    folder.write("docs-input/notes.txt", "Nothing yet.\n");
  },
  factless: (folder) => {
    folder.remove("docs-input");
    folder.write("docs-input/resources/notes.md", "# Notes\n\nNothing yet.\n");
  },
  /** The docs as they are at this moment are also in another folder. */
  copied: (folder) => {
    for (const [file, text] of folder.files()) {
      if (file.startsWith("docs-input/")) folder.write(file.replace("docs-input/", "previous/"), text);
    }
  },
};

/** States of a folder on disk, which the others can follow. */
export const DISK_STATES: Readonly<Record<string, (folder: Folder) => void>> = {
  /** The folder is not in a Git repository. */
  unversioned: () => undefined,
  /** A program imports the package. */
  programmed: (folder) => {
    const compilerOptions = { paths: { "graph-client": ["./generated/src/index.ts"] } };
    folder.write("tsconfig.json", JSON.stringify({ compilerOptions, files: ["main.ts"] }));
    folder.write("main.ts", 'import { getBadge } from "graph-client";\n\nexport const read = getBadge;\n');
  },
  /** That program has a syntax error. */
  broken: (folder) => {
    folder.write("main.ts", 'import { getBadge from "graph-client";\n');
  },
  /** Nothing is committed yet. */
  initialized: (folder) => {
    folder.git("init", "--quiet");
  },
  committed: (folder) => {
    folder.git("init", "--quiet");
    folder.git("add", "--all");
    folder.git("commit", "--quiet", "--message", "Docs and package");
  },
  recommitted: (folder) => {
    folder.git("commit", "--quiet", "--all", "--message", "Docs again");
  },
  /** A merge changes a page that this branch changed too. */
  conflicting: (folder) => {
    folder.git("init", "--quiet");
    folder.git("add", "--all");
    folder.git("commit", "--quiet", "--message", "Docs and package");
    folder.git("checkout", "--quiet", "-b", "theirs");
    folder.write(PAGE, RESOURCE_PAGE.replace("Doors that it opens.", "Their doors."));
    folder.git("commit", "--quiet", "--all", "--message", "Theirs");
    folder.git("checkout", "--quiet", "main");
    folder.write(PAGE, RESOURCE_PAGE.replace("Doors that it opens.", "Our doors."));
    folder.git("commit", "--quiet", "--all", "--message", "Ours");
    try {
      folder.git("merge", "theirs");
    } catch {
      // Git fails because of the conflict.
    }
  },
  staged: (folder) => {
    folder.git("add", "--all");
  },
};
