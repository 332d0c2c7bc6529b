import { expect, it } from "vitest";
import { runCommand, type Ran } from "../support/command-line.ts";
import { expectOutput, listFixtures, readInputs, type Fixture } from "../support/fixtures.ts";
import { createMemoryHost, type MemoryHost } from "../support/memory-host.ts";
import { createDocsHost, RESOURCE_PAGE } from "../support/pages.ts";

/*
 * What each command prints in each state of the folder. `call.txt` of a case states the state and the call, and
 * `output.txt` contains what it prints.
 */

const PAGE = "/project/docs-input/resources/badge.md";
const BADGE = "/project/generated/src/badge.ts";
const FAULTY = `${RESOURCE_PAGE}\nTODO\n\n[!INCLUDE [note](../includes/missing.md)]\n`;
const SUPPRESSED = FAULTY.replace(
  "Namespace:",
  "<!-- lint disable todo-left include-missing -- an example -->\n\nNamespace:",
);

/** Changes of a folder whose package is up to date; `fresh` has no package. */
const STATES: Readonly<Record<string, (host: MemoryHost) => void>> = {
  fresh: (host) => {
    for (const file of host.files.keys()) if (file.startsWith("/project/generated/")) host.files.delete(file);
  },
  current: () => undefined,
  stale: (host) => {
    write(host, PAGE, RESOURCE_PAGE.replace("Doors that it opens.", "Doors."));
  },
  new: (host) => {
    write(host, PAGE.replace("badge", "token"), RESOURCE_PAGE.replaceAll("badge", "token"));
  },
  edited: (host) => {
    write(host, BADGE, "// mine\n");
  },
  missing: (host) => {
    host.files.delete(BADGE);
  },
  faulty: (host) => {
    write(host, PAGE, FAULTY);
  },
  suppressed: (host) => {
    write(host, PAGE, SUPPRESSED);
  },
};

function write(host: MemoryHost, file: string, text: string): void {
  host.files.set(file, new TextEncoder().encode(text));
}

/** Maximum number of lines to compare. */
const MOST = 15;

const UP_TO_DATE = createDocsHost();
await runCommand(UP_TO_DATE, "generate", "--cache-dir", "cache");

function readCase(fixture: Fixture): { readonly state: string; readonly argv: readonly string[] } {
  const text = new TextDecoder().decode(readInputs(fixture)["call.txt"]);
  const [state = "", call = ""] = text.split("\n");
  return { state, argv: call.split(" ").slice(2) };
}

const copyOf = (host: MemoryHost): MemoryHost => createMemoryHost(Object.fromEntries(host.files));

/** Numbers of all files, and long lists of them, change with the runtime. */
function printed({ code, stdout, stderr }: Ran): string {
  const lines = stdout.replace(/\b\d{2,}(?= (?:files|unchanged)\b)/g, "N").split("\n");
  const shown = lines.length > MOST ? [...lines.slice(0, 3), "…", ""] : lines;
  return `exit code ${code}\n\n--- stdout\n${shown.join("\n")}\n--- stderr\n${stderr}`;
}

it.each(listFixtures("commands", 1))("prints what is expected, with and without a cache: $name", async (fixture) => {
  const { state, argv } = readCase(fixture);
  const before = copyOf(UP_TO_DATE);
  STATES[state]?.(before);
  const cold = printed(await runCommand(copyOf(before), ...argv));
  expectOutput(fixture, "output.txt", cold);
  if (!["generate", "check", "lint"].includes(argv[0] ?? "")) return;
  // The cache of the same call, in the folder as it was before.
  const first = copyOf(before);
  await runCommand(first, ...argv, "--cache-dir", "cache");
  const cached = copyOf(before);
  for (const [file, bytes] of first.files) if (file.startsWith("/project/cache/")) cached.files.set(file, bytes);
  expect(printed(await runCommand(cached, ...argv, "--cache-dir", "cache"))).toBe(cold);
});

it("knows the state of every case", () => {
  const states = listFixtures("commands", 1).map((fixture) => readCase(fixture).state);
  expect([...new Set(states)].toSorted()).toEqual(Object.keys(STATES).toSorted());
});
