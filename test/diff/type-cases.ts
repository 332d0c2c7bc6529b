import { DOORS } from "./doors.ts";
import { door, lock, order, part, type Case } from "./edits.ts";

const base = '"baseType": "microsoft.graph.part", ';

/** Changes of types, properties and enums. */
export const TYPE_CASES: readonly Case[] = [
  ["no changes", [], []],
  ["other text", [[door, "Name on it.", "What it is called."]], ["docs documentation-changed door.name"]],
  ["a line that is wrapped at another word", [[door, "Name on it.", "Name  on it."]], []],
  ["an include is added", [[door, "About door.", "About door.\n\n[!INCLUDE [note](../includes/note.md)]"]], []],
  ["another language of a fence", [[door, "```json", "```jsonc"]], []],
  [
    "an annotation gains a member that is no fact",
    [[door, '"keyProperty": "id", ', '"keyProperty": "id", "ignorePropertiesNotInMetadata": true, ']],
    [],
  ],
  [
    "lines that move, with other text",
    [[door, "About door.", "About door.\n\nMore."]],
    ["docs documentation-changed door"],
  ],

  [
    "a type is added",
    [["resources/step.md", null, DOORS[part]?.replaceAll("part", "step") ?? ""]],
    ["additive type-added step"],
  ],
  [
    "a subtype is added",
    [["resources/bolt.md", null, DOORS["resources/latch.md"]?.replaceAll("latch", "bolt") ?? ""]],
    ["additive type-added bolt"],
  ],
  ["a type is removed", [["resources/latch.md", null, null]], ["breaking type-removed latch"]],
  [
    "a type gains a base",
    [
      [
        order,
        '"@odata.type": "microsoft.graph.order" }',
        '"baseType": "microsoft.graph.door", "@odata.type": "microsoft.graph.order" }',
      ],
    ],
    ["additive base-type-changed order", "docs type-kind-changed order"],
  ],
  ["a type loses its base", [[lock, base, ""]], ["breaking base-type-changed lock"]],
  [
    "a type gains an intermediate base",
    [
      [
        "resources/mid.md",
        null,
        DOORS["resources/latch.md"]
          ?.replaceAll("latch", "mid")
          .replace("length", "height")
          .replace('"microsoft.graph.lock"', '"microsoft.graph.part"') ?? "",
      ],
      [lock, base, '"baseType": "microsoft.graph.mid", '],
    ],
    ["additive base-type-changed lock", "additive type-added mid"],
  ],
  ["a type is closed", [["resources/bag.md", '"openType": true, ', ""]], ["breaking type-closed bag"]],
  [
    "a type is opened",
    [[door, '"keyProperty": "id", ', '"keyProperty": "id", "openType": true, ']],
    ["additive type-opened door"],
  ],
  [
    "a type is deprecated",
    [[door, "About door.", "About door. The door is deprecated."]],
    ["additive deprecated door", "docs documentation-changed door"],
  ],

  [
    "a property is added",
    [[door, "|note|", "|depth|Int32|How thick.|\n|note|"]],
    ["additive property-added door.depth"],
  ],
  [
    "a property is removed",
    [[door, "|note|String|What somebody wrote.|\n", ""]],
    ["breaking property-removed door.note"],
  ],
  [
    "a property moves to the base",
    [
      [lock, "|code|String|Opens it. Not nullable.|\n", ""],
      [part, "|label|", "|code|String|Opens it. Not nullable.|\n|label|"],
    ],
    ["additive property-added part.code", "docs property-moved lock.code"],
  ],
  [
    "a property changes its type",
    [[door, "|width|Int32|", "|width|String|"]],
    ["breaking property-type-changed door.width"],
  ],
  [
    "a property changes its numeric type",
    [[door, "|width|Int32|", "|width|Double|"]],
    ["docs property-type-changed door.width"],
  ],
  [
    "a property changes its type to a subtype",
    [[door, "[lock](../resources/lock.md)", "[latch](../resources/latch.md)"]],
    ["additive property-type-changed door.lock"],
  ],
  [
    "a property changes its type to a base",
    [[door, "[lock](../resources/lock.md)", "[part](../resources/part.md)"]],
    ["breaking property-type-changed door.lock"],
  ],
  [
    "a property becomes a collection",
    [[door, "|note|String|", "|note|String collection|"]],
    ["breaking property-collection-changed door.note", "additive property-became-non-nullable door.note"],
  ],
  [
    "a property of responses becomes nullable",
    [[door, "In centimetres. Not nullable.", "In centimetres."]],
    ["breaking property-became-nullable door.width"],
  ],
  [
    "a property of responses becomes non-nullable",
    [[door, "What somebody wrote.", "What somebody wrote. Not nullable."]],
    ["additive property-became-non-nullable door.note"],
  ],
  [
    "a property of requests becomes nullable",
    [[order, "How many. Not nullable.", "How many."]],
    ["additive property-became-nullable order.amount"],
  ],
  [
    "a property of requests becomes non-nullable",
    [[order, "What is ordered.", "What is ordered. Not nullable."]],
    ["breaking property-became-non-nullable order.text"],
  ],
  [
    "a property that is read becomes read-only",
    [[door, "What somebody wrote.", "What somebody wrote. Read-only."]],
    ["docs property-became-read-only door.note"],
  ],
  [
    "a property that is sent becomes read-only",
    [[order, "How many.", "How many. Read-only."]],
    ["breaking property-became-read-only order.amount"],
  ],
  [
    "a property of requests becomes required",
    [[order, "How many.", "How many. Required."]],
    ["breaking property-became-required order.amount"],
  ],
  [
    "a property of responses becomes required",
    [[door, "In centimetres.", "In centimetres. Required."]],
    ["docs property-became-required door.width"],
  ],
  [
    "a property is deprecated",
    [[door, "Name on it.", "Name on it. The property is deprecated."]],
    ["additive deprecated door.name"],
  ],

  [
    "an enum is removed",
    [
      ["resources/finish.md", null, null],
      [order, "[finish](../resources/finish.md)", "String"],
    ],
    ["breaking enum-removed finish", "additive property-type-changed order.finish"],
  ],
  [
    "an enum is added",
    [["resources/hue.md", null, DOORS["resources/finish.md"]?.replaceAll("finish", "hue") ?? ""]],
    ["additive enum-added hue"],
  ],
  [
    "a closed enum of responses gains a member",
    [["resources/doorstate.md", "|shut|", "|ajar|Between.|\n|shut|"]],
    ["breaking enum-member-added doorState.ajar"],
  ],
  [
    "a closed enum of requests gains a member",
    [["resources/finish.md", "|gloss|", "|satin|Between.|\n|gloss|"]],
    ["additive enum-member-added finish.satin"],
  ],
  [
    "an evolvable enum gains a member",
    [["resources/mood.md", "|calm|", "|sad|Low.|\n|calm|"]],
    ["additive enum-member-added mood.sad"],
  ],
  [
    "an evolvable enum loses a member",
    [["resources/mood.md", "|angry|Says angry.|\n", ""]],
    ["breaking enum-member-removed mood.angry"],
  ],
  [
    "a closed enum loses a member",
    [["resources/finish.md", "|matt|Says matt.|\n", ""]],
    ["breaking enum-member-removed finish.matt"],
  ],
  [
    "an enum of responses becomes evolvable",
    [["resources/doorstate.md", "|shut|", "|unknownFutureValue|More to come.|\n|shut|"]],
    ["breaking enum-opened doorState"],
  ],
  [
    "an enum of requests becomes evolvable",
    [["resources/finish.md", "|gloss|", "|unknownFutureValue|More to come.|\n|gloss|"]],
    ["additive enum-opened finish"],
  ],
  [
    "a member whose spelling is close to that of another one",
    [["resources/mood.md", "|calm|", "|CALM|Loud.|\n|calm|"]],
    ["additive enum-member-added mood.CALM"],
  ],
  [
    "the description of an enum member",
    [["resources/mood.md", "Says calm.", "Means calm."]],
    ["docs documentation-changed mood.calm"],
  ],
];
