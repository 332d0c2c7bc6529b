/** A small API reference that allows every kind of change, and a program that uses its whole package. */

const resource = (name: string, rows: readonly string[], annotation = ""): string => `# ${name} resource type

Namespace: microsoft.graph

About ${name}.

## Properties

|Property|Type|Description|
|:---|:---|:---|
${rows.map((row) => `|${row}|`).join("\n")}

## JSON representation

<!-- { "blockType": "resource", ${annotation}"@odata.type": "microsoft.graph.${name}" } -->
\`\`\`json
{ "@odata.type": "#microsoft.graph.${name}" }
\`\`\`
`;

const enumeration = (name: string, members: readonly string[]): string => `---
title: "${name} enum type"
doc_type: enumPageType
---

# ${name} enum type

Namespace: microsoft.graph

## Members

|Member|Description|
|:---|:---|
${members.map((member) => `|${member}|Says ${member}.|`).join("\n")}
`;

const operation = (title: string, urls: readonly string[], sections: string): string => `# ${title}

Namespace: microsoft.graph

${title} in words.

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|Door.Read, Door.ReadWrite|
|Delegated (personal Microsoft account)|Not supported.|
|Application|Door.Read.All|

## HTTP request

\`\`\`http
${urls.join("\n")}
\`\`\`

${sections}
`;

const link = (name: string): string => `[${name}](../resources/${name.toLowerCase()}.md)`;
const returns = (name: string): string =>
  `## Response\n\nIf successful, this method returns a \`200 OK\` response code and a ${link(name)} object in the response body.`;
const NOTHING = "## Response\n\nIf successful, this method returns a `204 No Content` response code.";

export const DOORS: Readonly<Record<string, string>> = {
  "resources/door.md": resource(
    "door",
    [
      "id|String|Key of the door. Read-only.",
      "name|String|Name on it. Not nullable.",
      "note|String|What somebody wrote.",
      "width|Int32|In centimetres. Not nullable.",
      "tags|String collection|Words.",
      `state|${link("doorState")}|Whether one can pass. Not nullable.`,
      `mood|${link("mood")}|How it creaks. Not nullable.`,
      `lock|${link("lock")}|What keeps it shut. Not nullable.`,
    ],
    '"keyProperty": "id", ',
  ),
  "resources/part.md": resource("part", ["label|String|What stands on it. Not nullable."]),
  "resources/lock.md": resource(
    "lock",
    ["code|String|Opens it. Not nullable.", "data|Int32|Something. Not nullable."],
    '"baseType": "microsoft.graph.part", ',
  ),
  "resources/latch.md": resource("latch", ["length|Int32|Its length."], '"baseType": "microsoft.graph.lock", '),
  "resources/bag.md": resource("bag", ["size|Int32|Its size. Not nullable."], '"openType": true, '),
  "resources/order.md": resource("order", [
    "text|String|What is ordered.",
    "amount|Int32|How many. Not nullable.",
    `finish|${link("finish")}|How it shines. Not nullable.`,
  ]),
  "resources/doorstate.md": enumeration("doorState", ["open", "shut"]),
  "resources/mood.md": enumeration("mood", ["calm", "angry", "unknownFutureValue"]),
  "resources/finish.md": enumeration("finish", ["matt", "gloss"]),
  "api/door-get.md": operation("Get door", ["GET /doors/{doorId}", "GET /halls/{hallId}/door"], returns("door")),
  "api/door-check.md": operation(
    "door: check",
    ["POST /doors/{doorId}/check", "POST /me/doors/{doorId}/check"],
    NOTHING,
  ),
  "api/door-paint.md": operation(
    "door: paint",
    ["POST /doors/{doorId}/paint"],
    `## Query parameters

|Parameter|Type|Description|
|:---|:---|:---|
|coats|Int32|How often.|

## Request headers

|Name|Description|
|:---|:---|
|X-Brush|Sort of brush.|

## Request body

In the request body, supply a JSON object with these parameters.

|Parameter|Type|Description|
|:---|:---|:---|
|colour|String|Which one. Required.|
|gloss|Int32|How much. Not nullable.|
|memo|String|A word to the painter.|

${NOTHING}`,
  ),
  "api/bag-get.md": operation("Get bag", ["GET /bags/{bagId}"], returns("bag")),
  "api/order-post.md": operation(
    "Create order",
    ["POST /orders"],
    `## Request body

In the request body, supply a JSON representation of the ${link("order")} object.

${NOTHING}`,
  ),
};

/** A program that reads all responses and sends all requests. */
export const DOORS_USE = `
import type { GraphClient } from "./src/runtime/index.js";
import { getDoor, checkDoor, paintDoor, type Door } from "./src/door.js";
import { getBag } from "./src/bag.js";
import { createOrder } from "./src/order.js";
import type { Latch } from "./src/latch.js";
import type { Lock } from "./src/lock.js";
import type { Part } from "./src/part.js";
import { DoorState } from "./src/enums/doorState.js";
import { Finish } from "./src/enums/finish.js";
import { Mood } from "./src/enums/mood.js";
import { getDoorPermissions } from "./src/permissions/door.js";

export const latch: Latch = {};
export const states = [DoorState.Open, DoorState.Shut, Mood.Calm, Mood.Angry, Finish.Matt, Finish.Gloss];
export const scopes: readonly string[] = [...getDoorPermissions.delegatedWork, ...getDoorPermissions.application];

function never(value: never): string {
  return value;
}

export function pass(state: NonNullable<Door["state"]>): string {
  switch (state) {
    case "open":
      return "yes";
    case "shut":
      return "no";
    default:
      return never(state);
  }
}

export async function read(client: GraphClient): Promise<void> {
  const door: Door = await getDoor(client, { path: { doorId: "1" } });
  await getDoor(client, { path: { hallId: "1" } });
  const id: string | null | undefined = door.id;
  const name: string | undefined = door.name;
  const note: string | null | undefined = door.note;
  const width: number | undefined = door.width;
  const tags: readonly string[] | undefined = door.tags;
  const mood: string | undefined = door.mood;
  const lock: Lock | undefined = door.lock;
  const part: Part | undefined = door.lock;
  const code: string | undefined = door.lock?.code;
  const label: string | undefined = door.lock?.label;
  const data: number | undefined = door.lock?.data;
  if (door.state !== undefined) pass(door.state);
  const bag = await getBag(client, { path: { bagId: "1" } });
  const size: number | undefined = bag.size;
  const more: unknown = bag.anything;
  void [id, name, note, width, tags, mood, lock, part, code, label, data, size, more];
}

export async function send(client: GraphClient): Promise<void> {
  await checkDoor(client, { path: { doorId: "1" } });
  await checkDoor(client, { path: { doorId: "1" }, route: "/me/doors/{doorId}/check" });
  return await paintDoor(client, {
    path: { doorId: "1" },
    query: { coats: 2 },
    headers: { "X-Brush": "wide" },
    body: { colour: "red", gloss: 1, memo: null },
  });
}

export async function order(client: GraphClient): Promise<void> {
  await createOrder(client, { body: { text: null, amount: 1, finish: "matt" } });
  await createOrder(client, { body: { finish: Finish.Gloss } });
  await paintDoor(client, { path: { doorId: "1" }, body: { colour: "red" } });
}
`;
