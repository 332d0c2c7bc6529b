import type { Nodes } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { run } from "../../generator/commands/run.ts";
import { createSink } from "../../generator/commands/sink.ts";
import { printYaml } from "../../generator/util/yaml.ts";
import { toJson } from "../../generator/util/json.ts";
import { createContext } from "../support/command-line.ts";
import { createMemoryHost, type MemoryHost } from "../support/memory-host.ts";
import { OPERATION_PAGE, RESOURCE_PAGE } from "../support/pages.ts";

/** What nobody may run or follow, in each text and name that the docs choose. */
const CONTROL = "\u001b[31m\u009b2J\u202e\u2066\u061c\u200f";
const MARKUP = "<img src=x> [EVIL](https://evil.example) ![EVIL](x) @EVIL ##[error]EVIL";
const NAME = "page\n::error::EVIL\r\u001b]0;EVIL\u0007\u009b\u202e.md";

/** Docs whose pages have text, names and file names that try to control the reader. */
function hostileDocs(docs: string, change: string): Readonly<Record<string, string>> {
  const resource = RESOURCE_PAGE.replaceAll("A badge that opens doors.", `Opens${CONTROL} ${MARKUP} ${change}.`)
    .replace(
      "|doors|String collection|Doors that it opens.|",
      [
        `|doors|String collection|::error::EVIL ${CONTROL} ${MARKUP}|`,
        `|\`${change}${CONTROL}\`|String|EVIL \`|\` ${MARKUP}|`,
        `|color|String|Possible values: \`red\`, \`${CONTROL}\`, \`${change}${MARKUP}\`.|`,
        `|evil|missing${CONTROL}|EVIL`,
      ].join("\n"),
    )
    .replace('"id": "String (identifier)"', `"id": "${CONTROL}"`);
  const operation = OPERATION_PAGE.replace("Read one badge.", `Read${CONTROL} ${MARKUP} ${change}.`)
    .replace("GET /badges/{badgeId}", `GET /badges/{badgeId}/a\`|${MARKUP}\u202e\`?$evil=${CONTROL}`)
    .replace("Badge.Read.All|", `Badge.Read.${change}\`${MARKUP}|`)
    .replace('"id": "7"', `"id": "7", "EVIL${CONTROL}": "::error::${CONTROL}"`)
    .replace("](../resources/badge.md)", `](../resources/missing${CONTROL}.md)`);
  return {
    [`${docs}/resources/badge.md`]: resource,
    [`${docs}/api/badge-get.md`]: operation,
    [`${docs}/api/${NAME}`]: operation.replace("# Get badge", `# List ${change}badge ${CONTROL}${MARKUP}`),
    [`${docs}/api/::error::EVIL.md`]: `${operation}\n[a](missing.md)\n`,
    [`${docs}/::error::EVIL.md`]: "# a\n\n[a](missing.md)\n\n```json\n{\n",
  };
}

const host: MemoryHost = createMemoryHost({
  ...hostileDocs("/project/docs", "a"),
  ...hostileDocs("/project/now", "b"),
});

interface Output {
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command on a terminal with colours. */
async function call(files: MemoryHost, ...argv: readonly string[]): Promise<Output> {
  const pieces: Record<keyof Output, string[]> = { stdout: [], stderr: [] };
  const sink = (stream: keyof Output) =>
    createSink({ terminal: false, colour: true, write: (text) => Promise.resolve(void pieces[stream].push(text)) });
  await run(argv, { ...createContext(files).context, stdout: sink("stdout"), stderr: sink("stderr") });
  return { stdout: pieces.stdout.join(""), stderr: pieces.stderr.join("") };
}

const UNSAFE = /[^\P{Cc}\n]|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
/** Colours that the program itself writes. */
const COLOUR = /\u001b\[(?:31|33|36|39)m(?=error|warning|info|\s)/g;

/** Lines that a terminal or a CI service would follow. */
function followed(text: string): readonly string[] {
  const isOurs = (line: string): boolean => /^::(?:error|warning|notice) file=[^,]*,line=\d+,col=\d+,title=/.test(line);
  const lines = text.replace(COLOUR, "").split("\n");
  return lines.filter((line) => UNSAFE.test(line) || (!isOurs(line) && (/^\s*::/.test(line) || line.includes("##["))));
}

const DOCS = ["--docs", "docs", "--no-examples"];
const calls: readonly (readonly string[])[] = [
  ...["pretty", "json", "github", "sarif"].map((format) => ["lint", ...DOCS, "--format", format]),
  ["model", "--docs", "docs"],
  ["openapi", "--docs", "docs"],
  ["openapi", "--docs", "docs", "--format", "yaml", "--openapi-version", "3.0"],
  ["check", "--docs", "docs", "--out", "other", "--diff"],
  ["generate", "--docs", "docs", "--out", "shipped", "--ship-docs"],
  ["diff", "docs", "now"],
  ["diff", "docs", "now", "--format", "json"],
  ["init", "--docs", "docs", "--hook", "none"],
];

it.each(calls.map((argv) => [argv.join(" "), argv] as const))(
  "%s prints nothing that its reader follows",
  async (_, argv) => {
    const { stdout, stderr } = await call(host, ...argv);
    expect(stdout + stderr).toMatch(/evil|api|docs/i);
    expect(followed(stdout + stderr)).toEqual([]);
    if (argv.includes("json") || argv.includes("sarif")) JSON.parse(stdout);
    if (argv.includes("yaml")) expect(printYaml(toJson(parse(stdout)))).toBe(stdout);
  },
);

/** Markdown outside of code that a page wrote. */
function markup(text: string): readonly string[] {
  const visit = (node: Nodes): readonly string[] => {
    const own = JSON.stringify({ ...node, children: [], position: null });
    if (node.type === "inlineCode" || node.type === "code") return [];
    return [...(/evil|src=x/i.test(own) ? [own] : []), ...("children" in node ? node.children.flatMap(visit) : [])];
  };
  return visit(unified().use(remarkParse).use(remarkGfm).parse(text));
}

it("shows what pages wrote in a changelog as code", async () => {
  const { stdout } = await call(host, "diff", "docs", "now");
  expect(stdout).toMatch(/EVIL/);
  expect(markup(stdout)).toEqual([]);
});

it("writes a package whose files have no such character, and whose README shows names as code", async () => {
  const { stderr, stdout } = await call(host, "generate", "--docs", "docs", "--out", "out");
  expect(followed(stdout + stderr)).toEqual([]);
  const files = [...host.files.keys()].filter((file) => file.startsWith("/project/out/"));
  expect(files).toContain("/project/out/positions.json");
  expect(files.filter((file) => UNSAFE.test(host.text(file) ?? ""))).toEqual([]);
  for (const file of files.filter((name) => name.endsWith(".md"))) expect(markup(host.text(file) ?? "")).toEqual([]);
});
