import fc from "fast-check";
import remarkParse from "remark-parse";
import remarkGfm from "remark-gfm";
import { unified } from "unified";
import type { Nodes } from "mdast";
import { expect, it } from "vitest";
import { diffApis } from "../../generator/diff/diff.ts";
import { printMarkdown } from "../../generator/diff/report/markdown.ts";
import { buildModel, buildOperation, buildProperty, buildResponse, buildType } from "../support/model.ts";
import { check, door, get, readDoors } from "./edits.ts";

const PIECES = [
  "`",
  "``",
  "*/",
  "](x)",
  "<b>",
  "<!--",
  "\n# x",
  "\n\n- y",
  "\r",
  "\u2028",
  "\u202e",
  "|",
  "$&",
  "{after}",
  "a",
];

function kindsOf(node: Nodes): readonly string[] {
  return [node.type, ...("children" in node ? node.children.flatMap((child) => kindsOf(child)) : [])];
}

it("shows names from pages only as code", () => {
  const name = fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary" })))
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(name, name, (text, other) => {
      const response = { before: buildResponse(text), after: buildResponse(other) };
      const source = { file: `api/${text}.md`, line: 1, column: 1 };
      const before = buildModel({ operations: [buildOperation("get", { response: response.before })] });
      const after = buildModel({
        types: [buildType(text, { properties: [buildProperty(other)], source })],
        operations: [
          buildOperation("get", { response: response.after, module: other }),
          buildOperation(text, { source }),
        ],
      });
      const kinds = new Set(
        kindsOf(
          unified()
            .use(remarkParse)
            .use(remarkGfm)
            .parse(printMarkdown(diffApis({ before, after }))),
        ),
      );
      const allowed = ["root", "paragraph", "text", "heading", "inlineCode", "list", "listItem"];
      expect([...kinds].filter((kind) => !allowed.includes(kind))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it("prints a changelog entry", async () => {
  const before = await readDoors();
  const after = await readDoors([
    [door, "|note|String|What somebody wrote.|\n", ""],
    [door, "|tags|", "|depth|Int32|How thick.|\n|tags|"],
    [get, "Door.Read, Door.ReadWrite", "Door.ReadWrite"],
    [check, "door: check in words.", "Checks it."],
    [door, "Name on it.", "What it is called."],
  ]);
  expect(printMarkdown(diffApis({ before, after }))).toBe(`2 breaking, 1 additive, 3 documentation.

### Breaking (2)

#### \`door\`

- Property \`door.note\` was removed — \`resources/door.md:13\`
- \`getDoor (delegatedWork)\` no longer accepts permission \`Door.Read\`: clients that were granted only this permission need consent for another one (before: \`Door.Read or Door.ReadWrite\`; now: \`Door.ReadWrite\`) — \`api/door-get.md:11\`

### Added (1)

#### \`door\`

- Property \`door.depth\` was added — \`resources/door.md:14\`

### Documentation (3)

#### \`door\`

- The least privileged permission of \`getDoor (delegatedWork)\` changed from \`Door.Read\` to \`Door.ReadWrite\`: the previous one is no longer accepted (before: \`Door.Read or Door.ReadWrite\`; now: \`Door.ReadWrite\`) — \`api/door-get.md:11\`
- The documentation of \`checkDoor\` changed from \`door: check in words.\` to \`Checks it.\` — \`api/door-check.md:1\`
- The documentation of \`door.name\` changed from \`Name on it. Not nullable.\` to \`What it is called. Not nullable.\` — \`resources/door.md:12\`
`);
});

it("lists only some of many documentation changes in a changelog", async () => {
  const before = await readDoors();
  const after = await readDoors(
    ["Key of", "Name on", "What somebody", "In cent", "Words.", "Whether", "How creaks"]
      .slice(0, 6)
      .map((text) => [door, text, `${text} X`]),
  );
  const entry = printMarkdown(diffApis({ before, after }), { words: 4 });
  expect(entry.match(/^- The documentation/gm)).toHaveLength(5);
  expect(entry).toContain("- The documentation changed in 2 more places");
});
