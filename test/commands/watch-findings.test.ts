import { afterAll, expect, it } from "vitest";
import { createMemoryHost } from "../support/memory-host.ts";
import { startMemoryWatch } from "../support/memory-watch.ts";
import { OPERATION_PAGE, RESOURCE_PAGE } from "../support/pages.ts";

const PAGE = "/project/docs-input/resources/badge.md";
const NOTE = "/project/docs-input/includes/note.md";
const TODO = RESOURCE_PAGE.replace("|Doors that it opens.|", "|TODO|");
const INCLUDING = RESOURCE_PAGE.replace("## Properties", "[!INCLUDE [note](../includes/note.md)]\n\n## Properties");

const host = createMemoryHost({
  [PAGE]: RESOURCE_PAGE,
  [NOTE]: "A note.\n",
  "/project/docs-input/api/badge-get.md": OPERATION_PAGE,
});
const watch = await startMemoryWatch(host, "--no-cache");
afterAll(() => watch.stop());

async function save(file: string, text: string) {
  host.files.set(file, new TextEncoder().encode(text));
  return watch.tell([file]);
}

const FENCE =
  "Unexpected end of page inside a code fence, expected a closing fence; the rest of the page is read as code [fence-unclosed]";
const EMPTY =
  "Unexpected page without a definition, expected an HTTP request, a Properties table or a Members table [page-without-facts]";
const DONE = 'Unexpected "TODO", expected finished text [todo-left]';

/** One edit after the other, and what `watch` says of the findings and of pages that count as they were. */
const edits: readonly [edit: string, file: string, text: string, findings: readonly string[], broken: string | null][] =
  [
    ["causes a finding of a rule", PAGE, TODO, [`docs-input/resources/badge.md:18:26 warning ${DONE}`], null],
    ["moves it to another line", PAGE, TODO.replace("## Properties", "\n## Properties"), [], null],
    ["removes it", PAGE, INCLUDING, [`docs-input/resources/badge.md no longer: ${DONE}`], null],
    [
      "breaks a page in a file that it includes",
      NOTE,
      "```\nunclosed",
      [`docs-input/includes/note.md:1:1 error ${FENCE}`],
      "resources/badge.md",
    ],
    [
      "breaks it otherwise",
      PAGE,
      "",
      [`docs-input/resources/badge.md:1:1 info ${EMPTY}`, `docs-input/includes/note.md no longer: ${FENCE}`],
      "resources/badge.md",
    ],
    ["repairs it", PAGE, RESOURCE_PAGE, [`docs-input/resources/badge.md no longer: ${EMPTY}`], null],
  ];

it.each(edits)("prints what an edit does to the findings: it %s", async (_, file, text, findings, broken) => {
  const { stdout, stderr } = await save(file, text);
  expect(stderr).toBe(findings.map((line) => `${line}\n`).join(""));
  const kept = `; broken, so unchanged in the package: ${String(broken)} (0.00 s)`;
  if (broken === null) expect(stdout).toMatch(/^resources\/badge\.md changed: (?!.*broken)/);
  else expect(stdout).toContain(kept);
});

it("prints the findings of a run that `--strict` refuses", async () => {
  const docs = createMemoryHost({ [PAGE]: RESOURCE_PAGE });
  const strict = await startMemoryWatch(docs, "--no-cache", "--strict");
  docs.files.set(PAGE, new TextEncoder().encode(`${RESOURCE_PAGE}\n[!INCLUDE [gone](../includes/gone.md)]\n`));
  const { stderr } = await strict.tell([PAGE]);
  expect(stderr).toContain("[include-missing]");
  await strict.stop();
});
