import { expect, it } from "vitest";
import { linkPages } from "../../generator/api/link.ts";
import { createMemoryStore } from "../../generator/cache/memory-store.ts";
import { NO_STORE } from "../../generator/cache/store.ts";
import { createOperationMemory } from "../../generator/kept-operations.ts";
import { parsePage, printPage } from "../../generator/page-text.ts";
import { pageTask } from "../../generator/page-task.ts";
import type { ApiModel } from "../../generator/api/model.ts";
import type { Page } from "../../generator/page/model.ts";

/** An operation that no edit touches, and what may become of the rest of the docs. */
interface Case {
  readonly operation: string;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
}

function readPages(files: Readonly<Record<string, string>>): readonly Page[] {
  return Object.entries(files).flatMap(([path, text]) => {
    const result = pageTask({ path, text, problem: null, includes: {} });
    return parsePage(Buffer.from(printPage(result)))?.[0] ?? [];
  });
}

const resource = (name: string, rows: readonly string[], more = ""): string =>
  `# ${name} resource type\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n${rows.join("\n")}\n\n${more}\n`;

const annotated = (facts: string): string =>
  `## JSON representation\n\n<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.x", ${facts} } -->\n\`\`\`json\n{}\n\`\`\`\n`;

const enumeration = (name: string, members: readonly string[]): string =>
  `# ${name} enum type\n\n## Members\n\n|Member|Value|Description|\n|:---|:---|:---|\n${members.map((member, at) => `|${member}|${at}|A value.|`).join("\n")}\n`;

const http = (text: string): string => `\`\`\`http\n${text}\n\`\`\`\n`;
const get = (response: string, answer = ""): string =>
  `# Get bird\n\n## HTTP request\n\n${http("GET /birds/{id}/thing")}\n## Response\n\nReturns a \`200 OK\` response code${response}.\n\n${answer}`;
const answer = (body: string): string =>
  `## Example\n\n### Request\n\n${http("GET https://service.example/v1.0/birds/1/thing")}\n### Response\n\n${http(`HTTP/1.1 200 OK\nContent-Type: application/json\n\n${body}`)}`;
const post = (rows: readonly string[], body: string, lead = ""): string =>
  `# Create bird\n\n## HTTP request\n\n${http("POST /birds")}\n## Request body\n\n${lead}\n\n|Property|Type|Description|\n|:---|:---|:---|\n${rows.join("\n")}\n\n## Response\n\nReturns \`204 No Content\`.\n\n## Example\n\n### Request\n\n${http(`POST https://service.example/v1.0/birds\nContent-Type: application/json\n\n${body}`)}`;

const ID = "|id|String|Key.|";
const bird = resource("bird", [ID, "|song|String|Song.|"]);
const listed = "|tone|String|Tone. Possible values are: `high`, `low`.|";
const supplied = "Supply the [bird](../resources/bird.md) object.";

const birdLink = " and a [bird](../resources/bird.md) object in the response body";
const nestLink = " and a [nest](../resources/nest.md) object in the response body";
const hen = bird.replaceAll("bird", "hen");
const tones = ["high", "low"];
const namesTone = (type: string) =>
  resource("hen", [ID, `|tone|[${type}](${type}.md)|Tone. Possible values are: \`high\`, \`low\`.|`]);
const airBird = bird.replace("## P", "Namespace: microsoft.graph.air\n\n## P");

const limbs = ["|wings|Int32|Wings.|", "|feet|Int32|Feet.|", "|eyes|Int32|Eyes.|"];
const creatures = {
  "resources/animal.md": resource("animal", [ID, ...limbs]),
  "resources/bird.md": bird.replace("## P", "Inherits from [creature](creature.md).\n\n## P"),
};
const creature = (song: string): string =>
  post([...limbs, `|song|String|${song}|`], "{}", "Supply the [creature](../resources/creature.md) object.");

const edits: Readonly<Record<string, Case>> = {
  "the spelling of a name": {
    operation: post(["|tone|tone|Tone.|"], "{}"),
    before: { "resources/tone.md": enumeration("tone", tones) },
    after: { "resources/tone.md": enumeration("Tone", tones) },
  },
  "the page that a link leads to": {
    operation: get(birdLink),
    before: { "resources/aviary.md": bird, "resources/bird.md": bird },
    after: { "resources/aviary.md": bird, "resources/bird.md": hen },
  },
  "a name that two namespaces have": {
    operation: get(" and a bird object in the response body"),
    before: { "resources/bird.md": airBird },
    after: { "resources/bird.md": airBird, "resources/duck.md": airBird.replace(".air", ".water") },
  },
  "the enum that has the values of a row": {
    operation: post([listed], '{ "tone": "high" }'),
    before: { "resources/pitch.md": enumeration("pitchTone", tones) },
    after: { "resources/pitch.md": enumeration("soundTone", tones) },
  },
  "the enum that another row names beside these values": {
    operation: post([listed], '{ "tone": "high" }'),
    before: {
      "resources/a.md": enumeration("a", ["x"]),
      "resources/b.md": enumeration("b", ["y"]),
      "resources/hen.md": namesTone("a"),
    },
    after: {
      "resources/a.md": enumeration("a", ["x"]),
      "resources/b.md": enumeration("b", ["y"]),
      "resources/hen.md": namesTone("b"),
    },
  },
  "a property with the name that all collections have": {
    operation: get(birdLink, answer('{ "value": [{ "id": "1" }] }')).replace("{id}/", ""),
    before: { "resources/bird.md": bird },
    after: { "resources/bird.md": resource("bird", [ID, "|value|String collection|Values.|"]) },
  },
  "whether a type is open": {
    operation: get(birdLink, answer('{ "value": true }')),
    before: { "resources/bird.md": bird + annotated('"openType": false') },
    after: { "resources/bird.md": bird + annotated('"openType": true') },
  },
  "what a base has": {
    operation: post(["|wings|Int32|Wings.|"], '{ "bird": { "wings": 2 } }', supplied),
    before: { "resources/bird.md": bird },
    after: {
      "resources/bird.md": bird.replace("## P", "Inherits from [animal](animal.md).\n\n## P"),
      "resources/animal.md": resource("animal", ["|bird|String|Bird.|", "|wings|Int32|Wings.|"]),
    },
  },
  "what the methods of a resource return": {
    operation: get(""),
    before: { "resources/bird.md": bird },
    after: {
      "resources/bird.md": `${bird}\n## Methods\n\n|Method|Return type|Description|\n|:---|:---|:---|\n|[Get](../api/bird-get.md)|[bird](bird.md)|Gets it.|\n`,
    },
  },
  "a type that another operation is the first to name": {
    operation: get("", answer('{ "@odata.type": "#microsoft.graph.nest", "eggs": 1 }')),
    before: {},
    after: { "api/aaa.md": get(nestLink) },
  },
  "a base that a remark elsewhere takes from a type": {
    operation: get(birdLink, answer('{ "id": "1", "wings": 2, "feet": 2, "eyes": 2 }')),
    before: { ...creatures, "api/creature-post.md": creature("Song. Inherited from [bird](../resources/bird.md).") },
    after: { ...creatures, "api/creature-post.md": creature("Song.") },
  },
};

it.each(Object.entries(edits))("links an operation again for %s", (_, { operation, before, after }) => {
  const read = (files: Readonly<Record<string, string>>) => readPages({ ...files, "api/bird-get.md": operation });
  const want = linkPages(read(after), []);
  expect(factsOf(linkTwice(read(before), read(after)))).toBe(factsOf(want));
  expect(partOf(want), "the edit makes a difference").not.toEqual(partOf(linkPages(read(before), [])));
});

/** Operations of which the rest of the docs needs more than the operation itself. */
const telling: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "a list of values beside a defined enum": {
    "api/bird-get.md": post(["|tone|tone|Tone. Possible values are: `high`, `low`, `middle`.|"], "{}"),
    "resources/tone.md": enumeration("tone", tones),
  },
  "values of an enum that another lists": {
    "api/aaa.md": post(["|tone|[tone](tone.md)|Tone. Possible values are: `deep`, `low`.|"], "{}"),
    "api/bird-get.md": post(["|tone|[tone](tone.md)|Tone. Possible values are: `high`, `low`.|"], "{}"),
  },
  "values that combine": {
    "api/bird-get.md": post(
      ["|tone|tone|Tones, as values combined with commas or comma-separated. Possible values are: `high`, `low`.|"],
      "{}",
    ),
    "resources/tone.md": enumeration("tone", tones),
  },
  "members of a type without a page": {
    "api/aaa.md": get(nestLink, answer('{ "eggs": 1 }')),
    "api/bird-get.md": get(nestLink, answer('{ "eggs": 1, "twigs": 2 }')),
  },
  "members that a page leaves out, and a base has": {
    "api/bird-get.md": get(birdLink, answer('{ "song": "x", "wings": 2, "feet": 2, "eyes": 2 }')),
    "resources/bird.md": bird,
    "resources/animal.md": resource("animal", [ID, "|wings|Int32|Wings.|", "|feet|Int32|Feet.|", "|eyes|Int32|Eyes.|"]),
  },
  "a type of its own": { "api/bird-get.md": get(nestLink, answer('{ "eggs": 1 }')) },
  alternatives: {
    "api/bird-get.md": post(["|thing|[bird](../resources/bird.md) or [hen](../resources/hen.md)|Thing.|"], "{}"),
    "resources/bird.md": bird,
    "resources/hen.md": hen,
  },
  "what is wrong with it": {
    "api/bird-get.md": get(birdLink, answer('{ "id": "1" }')).replace(
      "### Response",
      '### Response\n\n<!-- { "blockType": "response", "@odata.type": "microsoft.graph.hen" } -->',
    ),
    "resources/bird.md": bird,
    "resources/hen.md": hen,
  },
};

it.each(Object.entries(telling))("loses nothing of %s where the operation is known", (_, files) => {
  const without = linkPages(readPages({ ...files, "api/bird-get.md": "# Nothing" }), []);
  const want = linkPages(readPages(files), []);
  expect(factsOf(linkTwice(readPages(files), readPages(files)))).toBe(factsOf(want));
  expect([want.types, want.enums, want.diagnostics], "it tells something").not.toEqual([
    without.types,
    without.enums,
    without.diagnostics,
  ]);
});

const factsOf = (model: ApiModel): string => JSON.stringify(model);

/** What an edit of other pages can change in one operation, and through it. */
function partOf({ operations, types, enums }: ApiModel) {
  const own = operations.filter(({ source }) => source.file === "api/bird-get.md");
  return [
    own,
    types.map(({ name, baseType, inferred, properties }) => [name, baseType, inferred && properties]),
    enums,
  ];
}

/** Links pages with what a run over others has kept. */
function linkTwice(before: readonly Page[], after: readonly Page[]): ApiModel {
  const store = createMemoryStore(NO_STORE);
  linkPages(before, [], createOperationMemory(store, ""));
  return linkPages(after, [], createOperationMemory(store, ""));
}
