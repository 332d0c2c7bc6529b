import path from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, expect, it } from "vitest";
import { emitPackage } from "../../generator/emit/package-text.ts";
import { DEVICE_MODEL } from "../support/device-model.ts";
import { removePackage, writePackage } from "../support/package-folder.ts";

/** The hover text and the completions of an editor at `^` in a program. */
const HEAD = `
import { createClient, paginate } from "devices/runtime";
import { createDevice, deleteDevice, getDevice, listDevices, updateDevice, type Device } from "devices/device";
import { EnrollmentState } from "devices/enums/enrollmentState";
const client = createClient();
declare const device: Device;
`;

let folder = "";
let service: ts.LanguageService;
let text = "";
let version = 0;
beforeAll(() => {
  folder = writePackage(emitPackage(DEVICE_MODEL, { packageName: "devices", packageVersion: "1.0.0" }));
  const file = path.join(folder, "use.ts");
  const settings: ts.CompilerOptions = {
    strict: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: [],
    paths: { "devices/runtime": ["./src/runtime/index.ts"], "devices/*": ["./src/*.ts"] },
  };
  service = ts.createLanguageService({
    getCompilationSettings: () => settings,
    getScriptFileNames: () => [file],
    getScriptVersion: (name) => (name === file ? String(version) : "0"),
    getScriptSnapshot: (name) => {
      const content = name === file ? text : ts.sys.readFile(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: (name) => (name === file ? text : ts.sys.readFile(name)),
    directoryExists: (name) => ts.sys.directoryExists(name),
    getDirectories: (name) => ts.sys.getDirectories(name),
  });
});
afterAll(() => {
  service.dispose();
  removePackage(folder);
});

function open(marked: string): { readonly file: string; readonly position: number } {
  version += 1;
  const position = HEAD.length + marked.indexOf("^");
  text = HEAD + marked.replace("^", "");
  return { file: path.join(folder, "use.ts"), position };
}

const hovers: readonly (readonly [what: string, program: string, want: string])[] = [
  ["a property", "device.dis^playName;", "Name to show. Read-only."],
  ["an interface", "const x: Dev^ice = {};", "A device that the service knows."],
  ["an enum member", "EnrollmentState.En^rolled;", "Has joined."],
  ["a function", "list^Devices(client);", "Get the devices."],
  ["a path key", 'getDevice(client, { path: { dev^iceId: "1" } });', "Id of the device."],
  ["a property of a body", 'createDevice(client, { body: { dis^playName: "x" } });', "Name to show."],
  ["a header", 'updateDevice(client, { path: { deviceId: "" }, body: {}, headers: { "If-M^atch": "*" } });', "ETag."],
  ["a query option", "listDevices(client, { query: { $t^op: 1 } });", "Maximum number of items on a page."],
  ["a query option of the page", 'listDevices(client, { query: { start^DateTime: "" } });', "First day."],
  [
    "a selected property",
    'void getDevice(client, { path: { deviceId: "" }, query: { $select: ["displayName"] } }).then((x) => x.disp^layName);',
    "Name to show. Read-only.",
  ],
];

it.each(hovers)("shows the page's text about %s", (_, program, want) => {
  const { file, position } = open(program);
  const info = service.getQuickInfoAtPosition(file, position);
  expect(ts.displayPartsToString(info?.documentation)).toContain(want);
});

const completions: readonly (readonly [what: string, program: string, names: readonly string[]])[] = [
  ["$select", 'listDevices(client, { query: { $select: ["^"] } });', ["displayName", "state"]],
  ["$select of pages", 'paginate(client, listDevices, { query: { $select: ["^"] } });', ["displayName", "state"]],
  ["$expand", 'getDevice(client, { path: { deviceId: "" }, query: { $expand: ["^"] } });', ["owners"]],
  ["$orderby", 'listDevices(client, { query: { $orderby: ["^"] } });', ["state", "state desc"]],
  ["a list's options", "listDevices(client, { query: { ^ } });", ["$top", "$filter", "startDateTime"]],
  ["options of pages", "paginate(client, listDevices, { query: { ^ } });", ["$top", "$filter", "startDateTime"]],
  ["headers", 'deleteDevice(client, { path: { deviceId: "" }, headers: { "^" } });', ["If-Match", "Prefer"]],
  ["an enum", 'createDevice(client, { body: { displayName: "", state: "^" } });', ["enrolled", "pendingReset"]],
  ["an evolvable enum", 'device.risk = "^";', ["low", "high"]],
  ["flags", 'device.allowed = ["^"];', ["mail", "chat"]],
  ["a nested body", "createDevice(client, { body: { displayName: '', target: { ^ } } });", ["filterId", "groupId"]],
  ["a route", 'listDevices(client, { route: "^" });', ["/devices", "/me/devices"]],
];

function offered(program: string): readonly string[] {
  const { file, position } = open(program);
  const entries = service.getCompletionsAtPosition(file, position, {})?.entries ?? [];
  return entries.map(({ name }) => name.replace(/^"|"$/g, ""));
}

it.each(completions)("completes %s", (_, program, names) => {
  expect(offered(program)).toEqual(expect.arrayContaining([...names]));
});

it("does not complete a query of a request that reads nothing", () => {
  expect(offered('deleteDevice(client, { path: { deviceId: "" }, query: { ^ } });')).not.toContain("$top");
});
