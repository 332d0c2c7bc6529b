import { expect, it } from "vitest";
import { runCommand } from "../support/command-line.ts";
import type { MemoryHost } from "../support/memory-host.ts";
import { createDocsHost, RESOURCE_PAGE } from "../support/pages.ts";

const PAGE = "/project/docs-input/resources/badge.md";
const BADGE = "/project/generated/src/badge.ts";
const RUNTIME = "/project/generated/src/runtime/batch.ts";

const write = (host: MemoryHost, file: string, text: string): void => {
  host.files.set(file, new TextEncoder().encode(text));
};
/** Writes a file as an earlier run has left it. */
async function writeAsRun(host: MemoryHost, file: string, text: string): Promise<void> {
  const { createHash } = await import("node:crypto");
  const manifest = "/project/generated/.graph-docs-manifest.json";
  const name = file.slice("/project/generated/".length);
  const hash = createHash("sha256").update(text).digest("hex");
  write(host, file, text);
  write(host, manifest, (host.text(manifest) ?? "").replace(new RegExp(`("${name}": ")\\w+`), `$1${hash}`));
}

interface State {
  readonly make: (host: MemoryHost) => void | Promise<void>;
  readonly flags?: readonly string[];
  readonly line: string;
  readonly cause: string;
  readonly command: string;
}

const GENERATE = "npx graph-docs-codegen generate";

const states: Readonly<Record<string, State>> = {
  "a page changed": {
    make: (host) => {
      write(host, PAGE, RESOURCE_PAGE.replace("Doors that it opens.", "Doors."));
    },
    line: "would change generated/src/badge.ts (resources/badge.md)",
    cause: "the docs or the config changed",
    command: GENERATE,
  },
  "a page is new": {
    make: (host) => {
      write(host, PAGE.replace("badge", "token"), RESOURCE_PAGE.replaceAll("badge", "token"));
    },
    line: "would create generated/src/token.ts (resources/token.md)",
    cause: "the docs or the config changed",
    command: GENERATE,
  },
  "the config changed": {
    make: (host) => {
      write(host, "/project/graph-docs.config.json", '{ "packageName": "other" }');
    },
    line: "would change generated/package.json",
    cause: "the docs or the config changed",
    command: GENERATE,
  },
  "the flags are others": {
    make: () => undefined,
    flags: ["--package-name", "other", "--include", "/badges/**", "badge", "--threads", "1"],
    line: "would change generated/package.json",
    cause: "the docs or the config changed",
    command: `${GENERATE} --package-name other --include "/badges/**" badge`,
  },
  "a script writes the same": {
    make: (host) => {
      write(host, PAGE, RESOURCE_PAGE.replace("Doors that it opens.", "Doors."));
      write(
        host,
        "/project/package.json",
        '{ "scripts": { "generate": "graph-docs-codegen generate --docs docs-input" } }',
      );
    },
    line: "would change generated/src/badge.ts (resources/badge.md)",
    cause: "the docs or the config changed",
    command: "npm run generate",
  },
  "a script writes something else": {
    make: (host) => {
      write(host, PAGE, RESOURCE_PAGE.replace("Doors that it opens.", "Doors."));
      write(host, "/project/package.json", '{ "scripts": { "generate": "graph-docs-codegen generate --out other" } }');
    },
    line: "would change generated/src/badge.ts (resources/badge.md)",
    cause: "the docs or the config changed",
    command: GENERATE,
  },
  "a file was edited by hand": {
    make: (host) => {
      write(host, BADGE, "// mine\n");
    },
    line: "edited       generated/src/badge.ts (api/badge-get.md, resources/badge.md)",
    cause: "1 file was edited by hand",
    command: `${GENERATE} --force`,
  },
  "a file is missing": {
    make: (host) => void host.files.delete(BADGE),
    line: "missing      generated/src/badge.ts (api/badge-get.md, resources/badge.md)",
    cause: "1 file is missing",
    command: GENERATE,
  },
  "the program is another one": {
    make: (host) => writeAsRun(host, RUNTIME, "// older\n"),
    line: "would change generated/src/runtime/batch.ts",
    cause: "another version of the program wrote it",
    command: GENERATE,
  },
};

/** Words of a recommended command, without the name of the program. */
const wordsOf = (command: string): readonly string[] =>
  command
    .replace(/^npm run|^npx graph-docs-codegen/, "")
    .trim()
    .split(" ")
    .map((word) => word.replaceAll('"', ""));

it.each(Object.entries(states))("check recommends a command that works when %s", async (_, state) => {
  const { make, flags = [], line, cause, command } = state;
  const host = createDocsHost();
  await runCommand(host, "generate", "--cache-dir", "cache");
  await make(host);
  const call = [...flags, "--cache-dir", "cache"];
  const { code, stdout, stderr } = await runCommand(host, "check", ...call);
  expect(code).toBe(1);
  expect(stdout.split("\n")).toContain(line);
  const advice = command.endsWith("--force")
    ? "move what was written by hand away, which this command replaces:"
    : "run";
  expect(stderr).toBe(`generated is not up to date: ${cause}\nTo fix this, ${advice}\n  ${command}\n`);
  expect((await runCommand(host, ...wordsOf(command), "--cache-dir", "cache")).code).toBe(0);
  expect((await runCommand(host, "check", ...call)).code).toBe(0);
});
