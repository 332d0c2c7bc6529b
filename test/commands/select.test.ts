import { expect, it } from "vitest";
import { runCommand } from "../support/command-line.ts";
import { createDocsHost, OPERATION_PAGE, RESOURCE_PAGE } from "../support/pages.ts";

const door = (page: string): string => page.replaceAll("badge", "door").replaceAll("Badge", "Door");
const host = () =>
  createDocsHost({ "resources/door.md": door(RESOURCE_PAGE), "api/door-get.md": door(OPERATION_PAGE) });

/** Names of the types and operations in the output of `model`. */
async function modelNames(...argv: readonly string[]): Promise<string> {
  const { code, stdout } = await runCommand(host(), "model", ...argv);
  expect(code).toBe(0);
  return [...stdout.matchAll(/^ {6}"name": "(\w+)"/gm)].map(([, name]) => name).join(" ");
}

it("prints the model of the selection", async () => {
  expect(await modelNames()).toBe("badge door getBadge getDoor");
  expect(await modelNames("--include", "/doors/**")).toBe("door getDoor");
  expect(await modelNames("--include", "getDoor", "getBadge")).toBe("badge door getBadge getDoor");
  expect(await modelNames("--include", "door", "--include", "api/badge-*.md")).toBe("badge door getBadge getDoor");
  expect(await modelNames("--exclude", "door")).toBe("badge getBadge");
});

it("writes and checks a package of the selection", async () => {
  const files = host();
  await runCommand(files, "generate");
  expect(files.text("/project/generated/src/door.ts")).toContain("export interface Door");
  const { code, stdout } = await runCommand(files, "generate", "--include", "badge");
  expect(code).toBe(0);
  expect(stdout).toContain("1 type, 0 enums, 1 operation");
  expect(files.text("/project/generated/src/door.ts")).toBeNull();
  expect((await runCommand(files, "check", "--include", "badge")).code).toBe(0);
  expect((await runCommand(files, "check")).code).toBe(1);
});

it("lints all docs, regardless of the selection", async () => {
  const files = createDocsHost({
    "resources/door.md": door(RESOURCE_PAGE).replace("|Doors that it opens.|", "|"),
  });
  files.files.set("/project/graph-docs.config.json", new TextEncoder().encode('{ "include": ["badge"] }'));
  expect((await runCommand(files, "lint")).stdout).toContain("table-row-missing-cells");
  expect((await runCommand(files, "generate")).stderr).toBe("");
});
