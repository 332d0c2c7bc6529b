import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { unified } from "unified";
import { VFile } from "vfile";
import { afterAll, afterEach, expect, it } from "vitest";
import { remarkGraphDocs } from "../../generator/remark/index.ts";
import { startLanguageServer, type LanguageServer } from "../support/language-server.ts";
import { REPOSITORY } from "../support/node-docs.ts";
import { createRemarkProject, type RemarkProject } from "../support/remark-project.ts";

const BOAT = "docs/resources/boat.md";
const SERVER = ["--import", "tsx", path.join(REPOSITORY, "test/remark/server.ts")];

let project: RemarkProject;
const servers: LanguageServer[] = [];

afterEach(() => {
  project.remove();
});
afterAll(async () => {
  for (const server of servers) await server.close();
});

/** A project with a `.remarkrc` and a changed page of the boat. */
function createProject(config: object, ...changes: readonly (readonly [from: string, to: string])[]): string {
  project = createRemarkProject();
  project.write(".remarkrc.json", JSON.stringify(config));
  const text = changes.reduce(
    (left, [from, to]) => left.replace(from, to),
    readFileSync(path.join(project.folder, BOAT), "utf8"),
  );
  project.write(BOAT, text);
  return text;
}

const PLUGIN = { plugins: ["graph-docs-codegen/remark"] };
const TODO = ["Length in metres.", "TODO"] as const;
const BACKSLASH = ["(../api/boat-get.md)", "(..\\api\\boat-get.md)"] as const;

it("adds no messages to pages without findings", async () => {
  createProject(PLUGIN);
  const { code, output } = await project.remark("--frail", "--quiet", "docs");
  expect(output).toBe("");
  expect(code).toBe(0);
});

it("adds each finding as a message at its place", async () => {
  createProject(PLUGIN, TODO, BACKSLASH);
  const { code, output } = await project.remark("--quiet", "docs");
  expect(lines(output)).toEqual([
    "docs/resources/boat.md",
    "18:13-18:31 warning Unexpected backslash in the link target ..\\api\\boat-get.md, expected / between folders link-backslash graph-docs",
    '27:15-27:19 warning Unexpected "TODO", expected finished text todo-left graph-docs',
    "⚠ 2 warnings",
  ]);
  expect(code).toBe(0);
});

const settings: readonly [name: string, config: object, expected: readonly string[], code: number][] = [
  ["of the plugin", withOptions({ rules: { "todo-left": "error" } }), ["error todo-left"], 1],
  ["that turns a rule off", withOptions({ rules: { "todo-left": "off" } }), [], 0],
  ["that turns it into an info", withOptions({ rules: { "todo-left": "info" } }), ["info todo-left"], 0],
  ["with the folder of the docs", withOptions({ docs: "docs" }), ["warning todo-left"], 0],
  ["with another folder of docs", withOptions({ docs: "other" }), [], 0],
];

it.each(settings)("accepts a setting %s", async (_, config, expected, code) => {
  createProject(config, TODO);
  const ran = await project.remark("--quiet", "docs");
  expect(found(ran.output)).toEqual(expected);
  expect(ran.code).toBe(code);
});

it("uses the docs folder and the levels of the generator's config", async () => {
  createProject(PLUGIN, TODO);
  project.write("graph-docs.config.json", JSON.stringify({ docs: "docs", rules: { "todo-left": "error" } }));
  const { output } = await project.remark("--quiet", "docs");
  expect(found(output), output).toEqual(["error todo-left"]);
});

it("knows the words of the docs from the generator's config", async () => {
  createProject(
    PLUGIN,
    ["## Properties", "## Eigenschappen"],
    ["|Property|Type|Description|", "|Eigenschap|Soort|Uitleg|"],
  );
  expect(found((await project.remark("--quiet", BOAT)).output)).not.toEqual([]);
  const columns = { name: ["Eigenschap"], type: ["Soort"], description: ["Uitleg"] };
  const vocabulary = { headings: { properties: ["Eigenschappen"] }, columns };
  project.write("graph-docs.config.json", JSON.stringify({ docs: "docs", vocabulary }));
  expect(found((await project.remark("--quiet", BOAT)).output)).toEqual([]);
});

it("passes a page on in the same turn in which it adds the messages", async () => {
  createProject(PLUGIN, TODO);
  const file = new VFile({ cwd: project.folder, path: BOAT, value: readFileSync(path.join(project.folder, BOAT)) });
  const transform = remarkGraphDocs.call(unified(), {});
  const isLater = await new Promise<boolean>((resolve, reject) => {
    let turned = false;
    file.messages.push = (...said) => {
      queueMicrotask(() => {
        turned = true;
      });
      return Array.prototype.push.apply(file.messages, said);
    };
    transform(null, file, (error) => {
      if (error === undefined) resolve(turned);
      else reject(error);
    });
  });
  expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(["todo-left"]);
  expect(isLater).toBe(false);
});

it("rejects a rule that does not exist, and suggests a similar one", async () => {
  createProject(withOptions({ rules: { "todo-lift": "off" } }));
  const { code, output } = await project.remark("--quiet", BOAT);
  expect(output).toContain('Unexpected rule "todo-lift" in rules\nDid you mean todo-left?');
  expect(code).toBe(1);
});

it("applies suppression comments, and ignores those about rules that need all pages", async () => {
  const ignored = "<!-- lint ignore todo-left -- the surveyor comes in May -->";
  const site = "<!-- lint disable link-case -- moved next week -->";
  createProject(PLUGIN, ["## Properties\n", `## Properties\n\n${site}\n\n${ignored}\n`], TODO);
  expect(found((await project.remark("--quiet", "docs")).output)).toEqual([]);
});

it("reads included files from the root of the docs", async () => {
  const include = "[!INCLUDE [note](../../includes/note.md)]\n\n";
  createProject(withOptions({ docs: "docs", root: "." }), ["## Methods\n", `${include}## Methods\n`]);
  project.write("includes/note.md", "TODO\n");
  const { output } = await project.remark("--quiet", BOAT);
  expect(output).toContain('../includes/note.md:1:1 Unexpected "TODO"');
  createProject(PLUGIN, ["## Methods\n", `${include}## Methods\n`]);
  expect(found((await project.remark("--quiet", BOAT)).output)).toEqual(["error include-missing"]);
});

it("preserves tables and front matter when remark writes a page", async () => {
  const text = createProject(PLUGIN);
  const { output } = await project.remark("--quiet", BOAT);
  expect(output).toContain("doc_type: resourcePageType\n---");
  expect(output).toMatch(/\| length +\| Int32 +\| Length in metres\. +\|/);
  expect(readFileSync(path.join(project.folder, BOAT), "utf8")).toBe(text);
});

it("reports findings to an editor while a page is being edited", async () => {
  const text = createProject(PLUGIN);
  const server = await startLanguageServer(SERVER, project.folder);
  servers.push(server);
  const uri = pathToFileURL(path.join(project.folder, BOAT)).href;
  const bad = text.replace(...TODO).replace(...BACKSLASH);
  server.notify("textDocument/didOpen", { textDocument: { uri, languageId: "markdown", version: 1, text: bad } });
  const { diagnostics } = await server.published(uri);
  const at = (line: number, from: number, to: number) => ({
    start: { line, character: from },
    end: { line, character: to },
  });
  expect(diagnostics.map(({ code, source, severity, range }) => ({ code, source, severity, range }))).toEqual([
    { code: "link-backslash", source: "graph-docs", severity: 2, range: at(17, 12, 30) },
    { code: "todo-left", source: "graph-docs", severity: 2, range: at(26, 14, 18) },
  ]);
  const actions = await server.request("textDocument/codeAction", {
    textDocument: { uri },
    range: diagnostics[0]?.range,
    context: { diagnostics },
  });
  expect(JSON.stringify(actions)).toContain('"newText":"../api/boat-get.md"');
  const change = { textDocument: { uri, version: 2 }, contentChanges: [{ text }] };
  server.notify("textDocument/didChange", change);
  expect((await server.published(uri)).diagnostics).toEqual([]);
});

function withOptions(options: object): object {
  return { plugins: [["graph-docs-codegen/remark", options]] };
}

/** Lines of a report with single spaces between columns. */
function lines(output: string): readonly string[] {
  return output
    .split("\n")
    .map((line) => line.trim().replace(/\s+/g, " "))
    .filter((line) => line !== "");
}

/** Severity and rule of each finding. */
function found(output: string): readonly string[] {
  return lines(output).flatMap((line) => {
    const match = /^(?:[\d:-]+ )?(error|warning|info) .* ([a-z-]+) graph-docs$/.exec(line);
    return match === null ? [] : [`${match[1] ?? ""} ${match[2] ?? ""}`];
  });
}
