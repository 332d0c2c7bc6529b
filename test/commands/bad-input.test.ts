import { PAGE_RULES, SITE_RULES } from "../../generator/lint/catalog.ts";
import { expect, it } from "vitest";
import { runCommand } from "../support/command-line.ts";
import { changesOf } from "../support/memory-host.ts";
import type { MemoryHost } from "../support/memory-host.ts";
import { createDocsHost, OPERATION_PAGE, RESOURCE_PAGE } from "../support/pages.ts";

interface BadInput {
  readonly name: string;
  /** Files below the docs folder, beside two pages without fault. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Each expected diagnostic as `code severity file:line:column`. */
  readonly expected: readonly string[];
  /** A type that the package must have all the same. */
  readonly type?: string;
}

const door = RESOURCE_PAGE.replaceAll("badge", "door");
const doorGet = OPERATION_PAGE.replaceAll("badge", "door").replaceAll("Badge", "Door");

const inputs: readonly BadInput[] = [
  {
    name: "broken front matter",
    files: { "resources/door.md": door.replace('title: "door resource type"', "title: [door") },
    expected: ["front-matter-invalid error resources/door.md:3:1"],
    type: "Door",
  },
  {
    name: "front matter that never ends",
    files: { "resources/door.md": door.replace("doc_type: resourcePageType\n---", "doc_type: resourcePageType") },
    expected: ["front-matter-invalid error resources/door.md:1:1"],
    type: "Door",
  },
  {
    name: "an unclosed fence",
    files: { "resources/door.md": door.trimEnd().replace(/```$/, "") },
    expected: ["fence-unclosed error resources/door.md:28:1"],
    type: "Door",
  },
  {
    name: "a binary file",
    files: { "resources/door.md": Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 255]) },
    expected: ["file-unreadable error resources/door.md:1:1"],
  },
  {
    name: "bytes that are not UTF-8",
    files: { "resources/door.md": Uint8Array.from([0x23, 0x20, 0xe9, 0x0a]) },
    expected: ["file-unreadable error resources/door.md:1:1"],
  },
  {
    name: "a page of 5 MB",
    files: { "resources/door.md": door + "A door is a door. ".repeat(300_000) },
    expected: ["file-unreadable error resources/door.md:1:1"],
  },
  {
    name: "a missing include",
    files: {
      "resources/door.md": door.replace("## Properties", "[!INCLUDE [more](../includes/more.md)]\n\n## Properties"),
    },
    expected: ["include-missing error resources/door.md:13:1"],
    type: "Door",
  },
  {
    name: "an include that leaves the docs folder",
    files: { "resources/door.md": door.replace("## Properties", "[!INCLUDE [x](../../secret.md)]\n\n## Properties") },
    expected: ["include-missing error resources/door.md:13:1"],
    type: "Door",
  },
  {
    name: "an include that includes itself",
    files: {
      "resources/door.md": door.replace("## Properties", "[!INCLUDE [loop](../includes/loop.md)]\n\n## Properties"),
      "includes/loop.md": "Around.\n\n[!INCLUDE [loop](loop.md)]\n",
    },
    expected: ["include-cycle error includes/loop.md:3:1"],
    type: "Door",
  },
  {
    name: "includes that include each other",
    files: {
      "resources/door.md": door.replace("## Properties", "[!INCLUDE [loop](../includes/a.md)]\n\n## Properties"),
      "includes/a.md": "[!INCLUDE [b](b.md)]\n",
      "includes/b.md": "[!INCLUDE [a](a.md)]\n",
    },
    expected: ["include-cycle error includes/b.md:1:1"],
    type: "Door",
  },
  {
    name: "a table row with too few cells",
    files: {
      "resources/door.md": door.replace("|doors|String collection|Doors that it opens.|", "|doors|String collection|"),
    },
    expected: ["table-row-missing-cells warning resources/door.md:18:1"],
    type: "Door",
  },
  {
    name: "an annotation that is not JSON",
    files: { "resources/door.md": door.replace('"blockType": "resource",', "blockType = resource;") },
    expected: ["annotation-invalid warning resources/door.md:23:3"],
    type: "Door",
  },
  {
    name: "two pages that define one type",
    files: { "resources/door.md": door, "resources/door2.md": door },
    expected: ["symbol-defined-twice info resources/door2.md:7:1"],
    type: "Door",
  },
  {
    name: "an empty page",
    files: { "resources/door.md": "" },
    expected: ["page-without-facts info resources/door.md:1:1"],
  },
  {
    name: "a type with a name of 253 characters",
    files: {
      "resources/door.md": RESOURCE_PAGE.replaceAll("badge", `b${"a".repeat(252)}`),
      "api/door-get.md": OPERATION_PAGE.replaceAll(/badge/gi, `b${"a".repeat(252)}`),
    },
    expected: ["type-undefined warning api/door-get.md:34:1", "name-too-long error resources/door.md:7:1"],
  },
  {
    name: "an operation with a name of 253 characters",
    files: {
      [`api/door-${"a".repeat(240)}.md`]: doorGet.replaceAll("/doors/{doorId}", `/doors/{doorId}/b${"a".repeat(252)}`),
    },
    expected: [`name-too-long error api/door-${"a".repeat(240)}.md:7:1`],
  },
  {
    name: "an enum with a name of 253 characters",
    files: {
      "resources/door.md": `# b${"a".repeat(252)} enum type\n\n## Members\n\n|Member|\n|:---|\n|open|\n|closed|\n`,
    },
    expected: ["name-too-long error resources/door.md:1:1"],
  },
  {
    name: "a reference to a type with a name of 5,000 characters",
    files: { "resources/door.md": door.replace("String collection", `[${"a".repeat(5000)}](${"a".repeat(5000)}.md)`) },
    expected: ["type-undefined warning resources/door.md:18:9"],
    type: "Door",
  },
  {
    name: "2,000 lists in one another",
    files: { "resources/door.md": door.replace("## Properties", `${"- ".repeat(2000)}a\n\n## Properties`) },
    expected: ["nesting-too-deep error resources/door.md:13:65"],
  },
  {
    name: "an include of 5,000 quotes in one another",
    files: {
      "resources/door.md": door.replace("## Properties", "[!INCLUDE [deep](../includes/deep.md)]\n\n## Properties"),
      "includes/deep.md": `Deep.\n\n${"> ".repeat(5000)}\n`,
    },
    expected: ["nesting-too-deep error includes/deep.md:3:65"],
  },
  {
    name: "an operation page without a request",
    files: { "resources/door.md": door, "api/door-get.md": doorGet.replace("GET /doors/{doorId}\n", "\n") },
    expected: ["operation-without-request error api/door-get.md:7:1"],
    type: "Door",
  },
];

const rules = new Set<string>([...PAGE_RULES, ...SITE_RULES].map(({ name }) => name));

/** What the stages say of the docs as `code severity file:line:column`, from what `lint` prints; rules have tests of their own. */
async function lint(host: MemoryHost): Promise<readonly string[]> {
  const { stdout } = await runCommand(host, "lint");
  const found = stdout.matchAll(/^docs-input\/(\S+) (\w+) .* \[([\w-]+)\]$/gm);
  return [...found].flatMap(([, place = "", severity = "", code = ""]) =>
    rules.has(code) ? [] : [`${code} ${severity} ${place}`],
  );
}

it.each(inputs)("reports $name with its place", async ({ files, expected }) => {
  expect(await lint(createDocsHost(files))).toEqual(expected);
});

it.each(inputs)("generates all other pages beside $name", async ({ files, type = "Badge" }) => {
  const host = createDocsHost(files);
  const { code } = await runCommand(host, "generate");
  expect(code).toBe(0);
  const interfaces = [...host.files.keys()]
    .filter((file) => /generated\/.*\.ts$/.test(file))
    .map((file) => host.text(file));
  expect(interfaces.join("\n")).toMatch(/\bexport interface Badge\b/);
  expect(interfaces.join("\n")).toMatch(new RegExp(`\\bexport interface ${type}\\b`));
});

it.each(inputs.filter(({ expected }) => expected.some((line) => line.includes(" error "))))(
  "fails on $name with --strict and leaves the old package",
  async ({ files }) => {
    const host = createDocsHost();
    await runCommand(host, "generate");
    for (const [file, content] of createDocsHost(files).files) host.files.set(file, content);
    host.log.length = 0;
    const { code, stderr } = await runCommand(host, "generate", "--strict");
    expect({ code, log: changesOf(host) }).toEqual({ code: 1, log: [] });
    expect(stderr).toContain("The docs have errors and --strict is set: nothing is written");
    expect((await runCommand(host, "lint")).code).toBe(1);
  },
);

it("leaves the old package when a folder cannot be read, whose pages would seem to be removed", async () => {
  const host = createDocsHost();
  await runCommand(host, "generate");
  host.log.length = 0;
  host.failOn("list", /docs-input/, "EACCES");
  const { code, stderr } = await runCommand(host, "generate");
  expect({ code, log: changesOf(host) }).toEqual({ code: 1, log: [] });
  expect(stderr).toContain("error: docs-input: permission denied\n");
});

it("leaves the old package when no page says anything", async () => {
  const host = createDocsHost();
  await runCommand(host, "generate");
  for (const file of host.files.keys()) {
    if (file.startsWith("/project/docs-input/")) host.files.set(file, new TextEncoder().encode("# Nothing\n"));
  }
  host.log.length = 0;
  const { code, stderr } = await runCommand(host, "generate");
  expect({ code, log: changesOf(host) }).toEqual({ code: 1, log: [] });
  expect(stderr).toContain("error: No page in docs-input describes a type, an enum or an operation\n");
});
