import { expect, it } from "vitest";
import { link, operation, resource } from "../support/linked-pages.ts";

it("treats a PATCH by alternate key as an upsert", async () => {
  const { operations } = await link({ "api/bird-upsert.md": operation("PATCH /birds(ring='{ring}')") });
  expect(operations[0]?.kind).toBe("upsert");
});

it("returns a number from $count", async () => {
  const { operations } = await link({ "api/bird-count.md": operation("GET /birds/$count") });
  expect(operations[0]?.response.type).toBe("Edm.Int32");
});

it.each([
  ["a text", "base-64 picture string", '{ "value": "3 fathoms" }', "Edm.String"],
  ["a truth value", "whether the boat floats", '{ "value": true }', "Edm.Boolean"],
  ["nothing if the sentence names another type", "a **wind** object", '{ "value": "north" }', "unknown"],
])("returns %s from an example when the sentence names no type that is defined", async (_, what, shown, want) => {
  const { operations } = await link({
    "api/boat-measure.md": `${operation("GET /boats/{id}/measure")}\n## Response\n\n\`200 OK\` and ${what} in the response body.\n\n## Example\n\n\`\`\`http\nHTTP/1.1 200 OK\n\n${shown}\n\`\`\``,
  });
  expect(operations[0]?.response.type).toBe(want);
});

it("treats a page titled List as a list, even if it does not describe the response", async () => {
  const { operations } = await link({ "api/bird-list.md": operation("GET /birds", "List birds") });
  expect(operations[0]?.kind).toBe("list");
});

const bodyTable = "\n## Request body\n\n|Property|Type|Description|\n|:---|:---|:---|\n|song|String|What it sings.|\n";

it.each([
  ["of its page", "A page.", "microsoft.graph.bird"],
  ["that its introduction mentions", "Updates a [bird](../resources/bird.md).", "microsoft.graph.bird"],
  ["unless its introduction mentions another", "Updates a [nest](../resources/nest.md).", null],
])("takes the body of an update that returns nothing for the resource %s", async (_, intro, want) => {
  const page = operation("PATCH /birds/{id}", `Update bird\n\n${intro}`) + bodyTable;
  const { operations } = await link({
    "api/bird-update.md": `${page}\n## Response\n\nReturns \`204 No Content\`.\n`,
    "resources/bird.md": resource("bird", ["|id|String|Key.|", "|song|String|Song.|"]),
    "resources/nest.md": resource("nest", ["|id|String|Key.|"]),
  });
  expect(operations[0]?.requestBody?.type).toBe(want);
});

it("sets the base of a type that only the page of the base lists", async () => {
  const intro = "It is the base type for [hen](hen.md).";
  const { types } = await link({ "resources/bird.md": resource("bird", ["|id|String|Key of the bird.|"], intro) });
  expect(types.find(({ name }) => name === "hen")?.baseType).toBe("microsoft.graph.bird");
});

function example(body: unknown, type: string): string {
  const fence = (info: string, text: string) => `\`\`\`${info}\n${text}\n\`\`\`\n`;
  const response = `HTTP/1.1 200 OK\n\n${JSON.stringify(body)}`;
  return `\n## Response\n\nReturns a [${type}](../resources/${type}.md).\n\n## Example\n\n${fence("http", response)}`;
}

const rowsOf = (...names: readonly string[]) => names.map((name) => `|${name}|String|A ${name}.|`);

it("infers the largest type whose members examples show as the base, or the first of equal ones", async () => {
  const shown = { id: "1", beak: "long", claws: "sharp", feathers: "grey", wings: "wide" };
  const { types } = await link({
    "api/owl-get.md": operation("GET /owls/{id}") + example(shown, "owl"),
    "resources/animal.md": resource("animal", rowsOf("beak", "claws", "feathers")),
    "resources/bird.md": resource("bird", rowsOf("beak", "claws", "feathers", "wings")),
    "resources/fowl.md": resource("fowl", rowsOf("wings", "feathers", "claws", "beak")),
    "resources/hen.md": resource("hen", rowsOf("beak", "claws", "feathers", "wings", "eggs")),
    "resources/owl.md": resource("owl", rowsOf("id")),
  });
  expect(types.find(({ name }) => name === "owl")?.baseType).toBe("microsoft.graph.bird");
});

it("treats a read whose example is a collection as a list", async () => {
  const pages = (body: unknown) => ({
    "api/nest-eggs.md": operation("GET /nests/{id}/eggs") + example(body, "egg"),
    "resources/egg.md": resource("egg", rowsOf("id")),
  });
  expect((await link(pages({ value: [{ id: "1" }] }))).operations[0]?.kind).toBe("list");
  expect((await link(pages({ id: "1" }))).operations[0]?.kind).toBe("get");
});

it("finds the family of a base whose name is one word", async () => {
  const rows = ["|id|String|Key.|", "|state|String|State.|", "|owner|String|Owner.|"];
  const tasks = ["copy", "scan", "bind"].map(
    (verb) => [`resources/${verb}task.md`, resource(`${verb}Task`, [...rows, `|${verb}s|Int32|Number.|`])] as const,
  );
  const { types } = await link({
    "resources/task.md": resource("task", rows),
    "resources/plan.md": resource("plan", ["|tasks|[task](task.md) collection|What to do.|"]),
    ...Object.fromEntries(tasks),
  });
  expect(types.find(({ name }) => name === "copyTask")?.baseType).toBe("microsoft.graph.task");
});

it("reports a keyProperty that no row states", async () => {
  const annotation = '<!-- {"blockType": "resource", "keyProperty": "no", "@odata.type": "microsoft.graph.pin"} -->';
  const sketch = `${annotation}\n\`\`\`json\n{ "label": "String" }\n\`\`\``;
  const { diagnostics } = await link({
    "resources/pin.md": resource("pin", ["|label|String|Text.|"], "A pin.", sketch),
  });
  expect(diagnostics.map(({ code }) => code)).toContain("key-undefined");
});

it("reports a URL with an ellipsis, which cannot be called", async () => {
  const url = "GET /folders/{id}/childFolders/{id}/.../messages/{id}";
  const { diagnostics } = await link({ "api/message-get.md": operation(`GET /messages/{id}\n${url}`) });
  expect(diagnostics.map(({ code, place }) => [code, place.line])).toContainEqual(["request-ellipsis", 7]);
});

it("makes a key that a subtype describes again not nullable", async () => {
  const { types } = await link({
    "resources/bird.md": resource("bird", ["|id|String|Key.|"]),
    "resources/hen.md": resource("hen", ["|id|String|Number of the hen.|"], "A hen. Inherits from [bird](bird.md)."),
  });
  const id = types.find(({ name }) => name === "hen")?.properties.find(({ name }) => name === "id");
  expect(id).toMatchObject({ nullable: false, description: "Number of the hen." });
});

it("requires a parameter of a read that is listed below Parameters, unless it is optional", async () => {
  const rows = ["|Name|Type|Description|", "|:---|:---|:---|", "|day|Date|A day.|", "|wing|String|Optional. A wing.|"];
  const page = `${operation("GET /birds/seen(day={day})")}\n## Parameters\n\n${rows.join("\n")}\n`;
  const { operations } = await link({ "api/bird-seen.md": page });
  const required = operations[0]?.functionParameters.map((each) => [each.name, each.required]);
  expect(required).toEqual([
    ["day", true],
    ["wing", false],
  ]);
});

it("sends bytes where the page asks for them, even if its example shows text", async () => {
  const example = "\n## Example\n\n```http\nPUT /birds/1/song\nContent-Type: text/plain\n\nTirili\n```\n";
  const body = "\n## Request body\n\nThe binary stream of the recording.\n";
  const { operations } = await link({ "api/bird-sing.md": operation("PUT /birds/{id}/song") + body + example });
  expect(operations[0]?.requestBody?.kind).toBe("binary");
});

it.each([
  ["nothing below its heading", "", null],
  ["a sentence that denies it", "This method has no request content.", null],
  ["words of JSON alone", "Send the choice in a JSON body.", "json"],
])("reads a Request body section with %s", async (_, text, want) => {
  const page = `${operation("POST /birds/{id}/free")}\n## Request body\n\n${text}\n`;
  const { operations } = await link({ "api/bird-free.md": page });
  expect(operations[0]?.requestBody?.kind ?? null).toBe(want);
});

it("sends no body if the page denies it and the example shows an empty object", async () => {
  const example = "\n## Example\n\n```http\nPOST https://nest.example/v1.0/birds/1/free\n\n{ }\n```\n";
  const page = `${operation("POST /birds/{id}/free")}\n## Request body\n\nDo not supply a request body.\n${example}`;
  const { operations } = await link({ "api/bird-free.md": page });
  expect(operations[0]?.requestBody).toBeNull();
});

it("requires what a Required column marks", async () => {
  const rows = [
    "|Parameters|Type|Required?|Description|",
    "|:---|:---|:---|:---|",
    "|ring|String|✓|Ring.|",
    "|song|String||Song.|",
  ];
  const page = `${operation("POST /birds/{id}/mark")}\n## Request body\n\n${rows.join("\n")}\n`;
  const { operations } = await link({ "api/bird-mark.md": page });
  const required = operations[0]?.requestBody?.properties.map((each) => [each.name, each.required]);
  expect(required).toEqual([
    ["ring", true],
    ["song", false],
  ]);
});

it("makes the key of a body not nullable, as in its type", async () => {
  const rows = ["|Property|Type|Description|", "|:---|:---|:---|", "|id|String|Number of the ring.|"];
  const body = `\n## Request body\n\nA JSON representation of a [bird](../resources/bird.md).\n\n${rows.join("\n")}\n`;
  const { operations } = await link({
    "api/bird-create.md": operation("POST /birds", "Create bird") + body,
    "resources/bird.md": resource("bird", ["|id|String|Key.|"]),
  });
  expect(operations[0]?.requestBody?.properties[0]).toMatchObject({ name: "id", nullable: false });
});

it("leaves calls of other services out of the examples", async () => {
  const calls = ["POST https://nest.example/v1.0/birds/1/free", "POST https://caller.example/told"];
  const examples = calls.map(
    (call) => `\n\`\`\`http\n${call}\n\`\`\`\n\n\`\`\`http\nHTTP/1.1 204 No Content\n\`\`\`\n`,
  );
  const page = `${operation("POST /birds/{id}/free")}\n## Examples\n${examples.join("")}`;
  const { operations } = await link({ "api/bird-free.md": page });
  expect(operations[0]?.examples.map(({ request }) => request?.url)).toEqual([calls[0]?.slice(5)]);
});

it("reads a table of names below the query options as something else", async () => {
  const tables = [
    "|Name|Description|\n|:---|:---|\n|$top|Number of birds.|\n",
    "### Properties for $filter\n\n|Attribute|Operators|\n|:---|:---|\n|song|eq|\n",
  ];
  const page = `${operation("GET /birds")}\n## Optional query parameters\n\n${tables.join("\n")}`;
  const { operations } = await link({ "api/bird-list.md": page });
  expect(operations[0]?.query.map(({ name, type }) => `${name} ${type}`)).toEqual(["$top Edm.Int32"]);
});

const kettleFiles = (title: string, description: string, intro: string): Readonly<Record<string, string>> => ({
  "resources/kettle.md": `---\ndescription: ${description}\n---\n\n${resource(title, ["|id|String|Key.|"], intro)}`,
  "api/kettle-get.md": `${operation("GET /kettles/{id}")}\n## Response\n\nReturns a **kettles** object.\n`,
});

it.each([
  ["the description of a page", "kettles", "A kettle.", "Boils water.", "kettle"],
  ["the first sentence", "kettles", "Kettles.", "Represents a kettle in the kitchen.", "kettle"],
  ["a name of several words", "teaKettles", "A tea kettle object.", "Boils water.", "teaKettle"],
  ["a plural in the middle", "setsOfKettles", "A set of kettles.", "Represents a set of kettle.", "setOfKettle"],
  ["nothing: it goes on with another noun", "kettles", "A kettle lid.", "Boils water.", "kettles"],
  ["nothing: it speaks of many", "kettles", "Some kettles.", "Represents kettles.", "kettles"],
])("names a type in the singular by %s", async (_, title, description, intro, want) => {
  const { types, operations } = await link(kettleFiles(title, description, intro));
  expect(types.map(({ name }) => name)).toContain(want);
  // Sentences may go on to use the plural.
  if (title === "kettles") expect(operations[0]?.response.type).toBe(`microsoft.graph.${want}`);
});

it.each([
  ["an unquoted value of a String", "|on|String|On.|", '"on": true', "Edm.Boolean", false],
  ["an unquoted number of a String", "|on|String|On.|", '"on": 1.5', "Edm.Double", false],
  ["brackets", "|on|String|On.|", '"on": ["string"]', "Edm.String", true],
  ["no brackets", "|on|String collection|On.|", '"on": "string"', "Edm.String", false],
  ["nothing else: quotes may hold the name of a type", "|on|Int32|On.|", '"on": "string"', "Edm.Int32", false],
])("corrects a row by the JSON representation: %s", async (_, row, member, type, collection) => {
  const json = `<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.stove" } -->\n\n\`\`\`json\n{ ${member} }\n\`\`\``;
  const { types } = await link({ "resources/stove.md": resource("stove", [row], "A stove.", json) });
  expect(types[0]?.properties[0]).toMatchObject({ type, collection });
});

const oneKettle = "\n## Response\n\nReturns a [kettle](../resources/kettle.md) object.\n";
const keyed = { "api/kettle-delete.md": operation("DELETE /kitchens/{id}/kettles/{id}", "Delete kettle") };

it.each([
  ["a collection if a key addresses one of its objects", "GET /kitchens/{id}/kettles", keyed, true],
  ["one object if no URL has a key there", "GET /kitchens/{id}/kettles", {}, false],
  ["one object by its key", "GET /kitchens/{id}/kettles/{id}", keyed, false],
])("reads %s, although the text states one object", async (_, request, others, want) => {
  const model = await link({
    ...others,
    "api/kettle-get.md": operation(request) + oneKettle,
    "resources/kettle.md": resource("kettle", ["|id|String|Key.|"]),
  });
  const read = model.operations.find(({ source }) => source.file.endsWith("kettle-get.md"));
  expect(read?.response).toMatchObject({ type: "microsoft.graph.kettle", collection: want });
  const reported = model.diagnostics.some(({ code }) => code === "response-of-collection");
  expect(reported).toBe(want);
});

it.each([
  ["the object that a URL addresses if it expands a property", "?$expand=kettles", "microsoft.graph.stove"],
  ["what the text states if it expands something else", "?$expand=pans", "microsoft.graph.kettle"],
])("returns %s", async (_, query, want) => {
  const { operations } = await link({
    "api/kettle-list.md": operation(`GET /stoves/{id}${query}`) + oneKettle,
    "api/stove-get.md": `${operation("GET /stoves/{id}")}\n## Response\n\nReturns a [stove](../resources/stove.md) object.\n`,
    "resources/kettle.md": resource("kettle", ["|id|String|Key.|"]),
    "resources/stove.md": resource("stove", ["|kettles|[kettle](kettle.md) collection|On it.|", "|pans|String|Pans.|"]),
  });
  expect(operations.map(({ response }) => response.type)).toEqual([want, "microsoft.graph.stove"]);
});
