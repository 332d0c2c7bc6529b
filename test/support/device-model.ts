import type { ApiModel } from "../../generator/api/model.ts";
import { memberIdentifier } from "../../generator/util/member-identifier.ts";
import {
  buildBody,
  buildEnum,
  buildExample,
  buildModel,
  buildOperation,
  buildProperty,
  buildRequest,
  buildResponse,
  buildType,
} from "./model.ts";

const TYPES = [
  buildType("entity", { kind: "entity", abstract: true, properties: [buildProperty("id")] }),
  buildType("device", {
    kind: "entity",
    baseType: "microsoft.graph.entity",
    description: "A device that the service knows.",
    properties: [
      buildProperty("displayName", "Edm.String", {
        nullable: true,
        description: "Name to show. Read-only.",
        readOnly: true,
      }),
      buildProperty("enrolledDateTime", "Edm.DateTimeOffset"),
      buildProperty("state", "microsoft.graph.enrollmentState", { nullable: true }),
      buildProperty("risk", "microsoft.graph.riskLevel"),
      buildProperty("allowed", "microsoft.graph.channel[]"),
      buildProperty("target", "microsoft.graph.assignmentTarget", { nullable: true }),
      buildProperty("a-b", "Edm.Int32"),
      buildProperty("__proto__", "Edm.Boolean"),
      buildProperty("settings", "microsoft.graph.Json"),
      buildProperty("owners", "microsoft.graph.device[]", { relationship: true, description: "Who has it." }),
    ],
  }),
  buildType("tablet", {
    kind: "entity",
    baseType: "microsoft.graph.device",
    properties: [buildProperty("pens", "microsoft.graph.device[]", { relationship: true })],
  }),
  // Redeclares a property of its base with a type that is not assignable to it.
  buildType("phone", {
    kind: "entity",
    baseType: "microsoft.graph.device",
    properties: [
      buildProperty("displayName", "Edm.Int32"),
      buildProperty("number"),
      buildProperty("serialNumber", "Edm.String", { readOnly: true }),
    ],
  }),
  buildType("assignmentTarget", { abstract: true, properties: [buildProperty("filterId")] }),
  buildType("groupTarget", {
    baseType: "microsoft.graph.assignmentTarget",
    properties: [buildProperty("groupId")],
  }),
  buildType("exclusionTarget", {
    baseType: "microsoft.graph.groupTarget",
    properties: [buildProperty("reason")],
  }),
  buildType("allDevicesTarget", { baseType: "microsoft.graph.assignmentTarget" }),
  buildType("bag", { open: true, properties: [buildProperty("size", "Edm.Int32")] }),
  // Names of the platform and of the runtime.
  ...["promise", "response", "collection", "request", "omit", "orSubtype", "event", "string", "index"].map((name) =>
    buildType(name, { properties: [buildProperty("self", `microsoft.graph.${name}`)] }),
  ),
  buildType("loopA", { baseType: "microsoft.graph.loopB" }),
  buildType("loopB", { baseType: "microsoft.graph.loopA" }),
];

const ENUMS = [
  buildEnum("enrollmentState", ["unknown", "enrolled", "pendingReset"], {
    members: ["unknown", "enrolled", "pendingReset"].map((name) => ({
      name,
      identifier: memberIdentifier(name),
      value: null,
      description: name === "enrolled" ? "Has joined." : null,
      source: { file: "", line: 1, column: 1 },
    })),
  }),
  buildEnum("riskLevel", ["low", "high", "unknownFutureValue"]),
  buildEnum("channel", ["mail", "chat", "a-b", "aB", "1st", "", "toString", "__proto__", "NaN"], { flags: true }),
  buildEnum("nothing", []),
];

const DEVICE_BODY = [
  buildProperty("displayName", "Edm.String", { required: true, description: "Name to show." }),
  buildProperty("state", "microsoft.graph.enrollmentState"),
  buildProperty("target", "microsoft.graph.assignmentTarget"),
  buildProperty("enrolledDateTime", "Edm.DateTimeOffset", { readOnly: true }),
];

const ONE_DEVICE = buildRequest("GET", "/devices/{deviceId}");

const OPERATIONS = [
  buildOperation("listDevices", {
    kind: "list",
    summary: "Get the devices.",
    requests: [
      buildRequest("GET", "/devices"),
      buildRequest("GET", "/me/devices"),
      buildRequest("GET", "/users/{userId}/devices"),
    ],
    query: [
      {
        name: "startDateTime",
        type: "Edm.DateTimeOffset",
        collection: false,
        values: [],
        required: false,
        description: "First day.",
        source: { file: "", line: 1, column: 1 },
      },
    ],
    response: buildResponse("microsoft.graph.device[]"),
    examples: [buildExample("GET", "https://graph.microsoft.com/v1.0/users/42/devices?$top=5", null)],
    permissions: [
      {
        scheme: "delegatedWork",
        scopes: ["Device.Read", "Device.ReadWrite"],
        leastPrivileged: ["Device.Read"],
        supported: true,
        resource: null,
        source: { file: "", line: 1, column: 1 },
      },
      {
        scheme: "application",
        scopes: [],
        leastPrivileged: [],
        supported: false,
        resource: null,
        source: { file: "", line: 1, column: 1 },
      },
    ],
  }),
  buildOperation("createDevice", {
    kind: "create",
    requests: [buildRequest("POST", "/devices")],
    requestBody: buildBody(DEVICE_BODY, { type: "microsoft.graph.device" }),
    response: buildResponse("microsoft.graph.device", { status: 201, statuses: [201] }),
    examples: [
      buildExample("POST", "https://graph.microsoft.com/v1.0/devices", {
        "@odata.type": "#microsoft.graph.phone",
        displayName: "Kitchen */ `${x}` @deprecated",
        state: "String",
        number: "0170",
        "owner@odata.bind": "users/1",
        target: { "@odata.type": "microsoft.graph.groupTarget", groupId: "1" },
      }),
    ],
  }),
  buildOperation("updateDevice", {
    kind: "update",
    requests: [buildRequest("PATCH", "/devices/{deviceId}"), buildRequest("PATCH", "/me/devices/{deviceId}")],
    headers: [{ name: "If-Match", required: true, description: "ETag.", source: { file: "", line: 1, column: 1 } }],
    requestBody: buildBody([], { type: "microsoft.graph.phone" }),
    response: buildResponse("microsoft.graph.phone", { statuses: [200, 204] }),
    examples: [
      {
        ...buildExample("PATCH", "https://graph.microsoft.com/v1.0/me/devices/7", { number: "1" }),
      },
    ],
  }),
  buildOperation("getDevice", {
    requests: [
      {
        ...ONE_DEVICE,
        parameters: ONE_DEVICE.parameters.map((item) => ({ ...item, description: "Id of the device." })),
      },
    ],
    response: buildResponse("microsoft.graph.device"),
    examples: [
      buildExample("GET", "https://graph.microsoft.com/v1.0/devices/7?$select=id,state&$Expand=owners&$filter=x", null),
    ],
  }),
  buildOperation("getTablet", {
    requests: [buildRequest("GET", "/tablet")],
    response: buildResponse("microsoft.graph.tablet"),
  }),
  buildOperation("getBag", { requests: [buildRequest("GET", "/bag")], response: buildResponse("microsoft.graph.bag") }),
  buildOperation("deleteDevice", { kind: "delete", requests: [buildRequest("DELETE", "/devices/{deviceId}")] }),
  buildOperation("addOwner", {
    kind: "addReference",
    requests: [buildRequest("POST", "/devices/{deviceId}/owners/$ref")],
    requestBody: buildBody([], { kind: "reference" }),
  }),
  buildOperation("putPhoto", {
    kind: "putContent",
    requests: [buildRequest("PUT", "/devices/{deviceId}/photo/$value")],
    requestBody: buildBody([], { kind: "binary" }),
  }),
  buildOperation("getPhoto", {
    kind: "getContent",
    requests: [buildRequest("GET", "/devices/{deviceId}/photo/$value")],
    response: buildResponse("Edm.Stream"),
  }),
  buildOperation("isManaged", {
    kind: "function",
    requests: [buildRequest("GET", "/devices/{deviceId}/isManaged(by='{manager}')")],
    response: buildResponse("Edm.Boolean"),
  }),
  buildOperation("countDevices", {
    kind: "count",
    requests: [buildRequest("GET", "/devices/$count")],
    response: buildResponse("Edm.Int32"),
  }),
  buildOperation("getTarget", { response: buildResponse("microsoft.graph.assignmentTarget") }),
  buildOperation("getPromise", { module: "promise", response: buildResponse("microsoft.graph.promise") }),
  buildOperation("request", { module: "promise", response: buildResponse("microsoft.graph.response[]") }),
];

/** A small service with every shape that the emitter knows, and with the names that are hard for it. */
export const DEVICE_MODEL: ApiModel = buildModel({ types: TYPES, enums: ENUMS, operations: OPERATIONS });
