import { DOORS } from "./doors.ts";
import { check, createOrder, get, paint, type Case } from "./edits.ts";

/** Changes of operations. */
export const OPERATION_CASES: readonly Case[] = [
  [
    "an operation is added",
    [["api/door-shut.md", null, (DOORS[check] ?? "").replaceAll("check", "shut")]],
    ["additive operation-added shutDoor"],
  ],
  ["an operation is removed", [[check, null, null]], ["breaking operation-removed checkDoor"]],
  [
    "an operation is deprecated",
    [[check, "door: check in words.", "The operation is deprecated."]],
    ["additive deprecated checkDoor", "docs documentation-changed checkDoor"],
  ],
  ["a URL is added", [[get, "GET /halls", "GET /me/door\nGET /halls"]], ["additive url-added getDoor"]],
  [
    "a URL with unique path parameters is removed",
    [[get, "GET /halls/{hallId}/door\n", ""]],
    ["breaking url-removed getDoor"],
  ],
  [
    "a URL with a route is removed",
    [[check, "POST /me/doors/{doorId}/check\n", ""]],
    ["breaking url-removed checkDoor"],
  ],
  [
    "a URL is replaced",
    [[get, "GET /halls/{hallId}/door\n", "GET /houses/{hallId}/door\n"]],
    ["additive url-changed getDoor"],
  ],
  [
    "another URL becomes the default",
    [
      [
        check,
        "POST /doors/{doorId}/check\nPOST /me/doors/{doorId}/check",
        "POST /me/doors/{doorId}/check\nPOST /doors/{doorId}/check",
      ],
    ],
    ["breaking at run time default-url-changed checkDoor"],
  ],
  [
    "a path parameter is renamed",
    [["api/bag-get.md", "{bagId}", "{sackId}"]],
    ["breaking path-parameter-renamed getBag"],
  ],
  [
    "a query parameter is added",
    [[paint, "|coats|", "|dry|Boolean|Whether to wait.|\n|coats|"]],
    ["additive query-parameter-added paintDoor?dry"],
  ],
  [
    "a query parameter changes its type",
    [[paint, "|coats|Int32|", "|coats|Boolean|"]],
    ["breaking query-parameter-type-changed paintDoor?coats"],
  ],
  [
    "a query parameter becomes required",
    [[paint, "How often.", "How often. Required."]],
    ["breaking query-parameter-became-required paintDoor?coats"],
  ],
  [
    "a header is added",
    [[paint, "|X-Brush|", "|X-Pot|Size of the pot.|\n|X-Brush|"]],
    ["additive header-added paintDoor X-Pot"],
  ],
  [
    "a required header is added",
    [[paint, "|X-Brush|", "|X-Pot|Size of the pot. Required.|\n|X-Brush|"]],
    ["breaking header-added paintDoor X-Pot"],
  ],
  ["a header is removed", [[paint, "|X-Brush|Sort of brush.|\n", ""]], ["docs header-removed paintDoor X-Brush"]],

  [
    "an optional body property is added",
    [[paint, "|gloss|", "|shade|String|How dark.|\n|gloss|"]],
    ["additive body-property-added paintDoor.shade"],
  ],
  [
    "a required body property is added",
    [[paint, "|gloss|", "|shade|String|How dark. Required.|\n|gloss|"]],
    ["breaking body-property-added paintDoor.shade"],
  ],
  [
    "a body property is removed",
    [[paint, "|gloss|Int32|How much. Not nullable.|\n", ""]],
    ["breaking body-property-removed paintDoor.gloss"],
  ],
  [
    "a body property becomes required",
    [[paint, "How much.", "How much. Required."]],
    ["breaking body-property-became-required paintDoor.gloss"],
  ],
  [
    "a body property becomes optional",
    [[paint, "Which one. Required.", "Which one. Not nullable."]],
    ["additive body-property-became-optional paintDoor.colour"],
  ],
  [
    "a body property becomes nullable",
    [[paint, "How much. Not nullable.", "How much."]],
    ["additive body-property-became-nullable paintDoor.gloss"],
  ],
  [
    "a body property becomes non-nullable",
    [[paint, "A word to the painter.", "A word to the painter. Not nullable."]],
    ["breaking body-property-became-non-nullable paintDoor.memo"],
  ],
  [
    "a body property changes its type",
    [[paint, "|gloss|Int32|", "|gloss|String|"]],
    ["breaking body-property-type-changed paintDoor.gloss"],
  ],
  [
    "a body property becomes a collection",
    [[paint, "|gloss|Int32|", "|gloss|Int32 collection|"]],
    ["breaking body-property-collection-changed paintDoor.gloss"],
  ],
  [
    "a body property becomes read-only",
    [[paint, "How much.", "How much. Read-only."]],
    ["breaking body-property-became-read-only paintDoor.gloss"],
  ],
  [
    "a body is added",
    [
      [
        check,
        "## Response",
        "## Request body\n\nSupply these parameters.\n\n|Parameter|Type|Description|\n|:---|:---|:---|\n|who|String|Who asks.|\n\n## Response",
      ],
    ],
    ["breaking body-added checkDoor"],
  ],
  [
    "a body can also be text",
    [
      [
        paint,
        "## Request body",
        "## Request headers\n\n|Name|Description|\n|:---|:---|\n|Content-Type|`application/json` or `text/plain`.|\n\n## Request body",
      ],
    ],
    ["additive body-type-changed paintDoor"],
  ],
  [
    "a body changes its type",
    [[createOrder, "[order](../resources/order.md) object", "[latch](../resources/latch.md) object"]],
    ["breaking body-type-changed createOrder"],
  ],
  [
    "a body changes to a type that has subtypes",
    [[createOrder, "[order](../resources/order.md) object", "[part](../resources/part.md) object"]],
    ["breaking body-type-changed createOrder"],
  ],

  [
    "a response becomes empty",
    [
      [
        get,
        "a `200 OK` response code and a [door](../resources/door.md) object in the response body",
        "a `204 No Content` response code",
      ],
    ],
    ["breaking response-type-changed getDoor"],
  ],
  [
    "a response gains content",
    [
      [
        paint,
        "a `204 No Content` response code",
        "a `200 OK` response code and a [door](../resources/door.md) object in the response body",
      ],
    ],
    ["breaking response-type-changed paintDoor"],
  ],
  [
    "a response changes its type",
    [[get, "[door](../resources/door.md)", "[lock](../resources/lock.md)"]],
    [
      "breaking response-type-changed getDoor",
      ...["docs type-kind-changed latch", "docs type-kind-changed lock", "docs type-kind-changed part"],
    ],
  ],
  ["a status changes", [[get, "`200 OK`", "`201 Created`"]], ["docs response-status-changed getDoor"]],

  [
    "a permission is added",
    [[get, "Door.Read, Door.ReadWrite", "Door.Read, Door.Write, Door.ReadWrite"]],
    ["additive permission-added getDoor (delegatedWork)"],
  ],
  [
    "a permission is removed",
    [[get, "Door.Read, Door.ReadWrite", "Door.Read"]],
    ["breaking at run time permission-removed getDoor (delegatedWork)"],
  ],
  [
    "the least privileged permission changes",
    [[get, "Door.Read, Door.ReadWrite", "Door.Peek, Door.Read, Door.ReadWrite"]],
    ["additive permission-added getDoor (delegatedWork)", "docs least-privileged-changed getDoor (delegatedWork)"],
  ],
  [
    "a permission scheme becomes supported",
    [
      [
        get,
        "|Delegated (personal Microsoft account)|Not supported.|",
        "|Delegated (personal Microsoft account)|Door.Read|",
      ],
    ],
    ["additive permission-support-added getDoor (delegatedPersonal)"],
  ],
  [
    "a permission scheme is no longer supported",
    [[get, "|Application|Door.Read.All|", "|Application|Not supported.|"]],
    ["breaking at run time permission-support-removed getDoor (application)"],
  ],
  [
    "the page no longer states whether a permission scheme is supported",
    [[get, "|Application|Door.Read.All|\n", ""]],
    ["docs permission-support-unknown getDoor (application)"],
  ],
  [
    "an operation is renamed",
    [
      ["api/door-check.md", null, null],
      ["api/door-inspect.md", null, (DOORS[check] ?? "").replaceAll("check", "inspect")],
    ],
    ["breaking operation-removed checkDoor", "additive operation-added inspectDoor"],
  ],
];
