import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ApiModel } from "../../generator/api/model.ts";
import { selectModel } from "../../generator/api/select/select.ts";
import { emitPackage } from "../../generator/emit/package-text.ts";
import type { OutputFile } from "../../generator/emit/model.ts";
import { buildModel, buildOperation, buildProperty, buildResponse, buildType } from "../support/model.ts";
import { readSampleModel } from "../support/node-docs.ts";
import { COMPILERS, compile, removePackage, writePackage } from "../support/package-folder.ts";

const PACKAGE = { packageName: "devices", packageVersion: "1.2.3" };

/** The exports of each module of the package. */
function exportsOf(files: readonly OutputFile[]): ReadonlyMap<string, readonly string[]> {
  const modules = files.filter(({ path }) => /^src\/(?!runtime\/|areas\/|index\.)/.test(path));
  return new Map(
    modules.map(({ path, text }) => [
      path,
      [...text.matchAll(/^export (?:async )?(?:interface|enum|type|function|const) (\w+)/gm)].map(
        ([, name = ""]) => name,
      ),
    ]),
  );
}

/** Exports of a partial package that the whole package lacks. */
function strangers(part: readonly OutputFile[], whole: readonly OutputFile[]): readonly string[] {
  const known = exportsOf(whole);
  return [...exportsOf(part)].flatMap(([module, names]) =>
    names.filter((name) => known.get(module)?.includes(name) !== true).map((name) => `${module} ${name}`),
  );
}

let sample: ApiModel;
let whole: readonly OutputFile[] = [];
const folders: string[] = [];

beforeAll(async () => {
  sample = await readSampleModel();
  whole = emitPackage(sample, PACKAGE);
});
afterAll(() => {
  folders.forEach(removePackage);
});

function emitPart(include: readonly string[]): readonly OutputFile[] {
  const { model, unmatched } = selectModel(sample, { include, exclude: [] });
  expect(unmatched).toEqual([]);
  return emitPackage(model, { ...PACKAGE, whole: sample });
}

const selections: readonly (readonly string[])[] = [
  ["windowsAutopilotDeviceIdentity"],
  ["/deviceManagement/deviceConfigurations/{id}"],
  ["update*"],
  ["deviceAndAppManagementAssignmentTarget"],
  ["*Assignment"],
  ["enrollmentState"],
];

it.each(selections)("compiles a package of only %s", (...include) => {
  const files = emitPart(include);
  expect(files.length).toBeLessThan(whole.length);
  const folder = writePackage(files);
  folders.push(folder);
  for (const [, compiler] of COMPILERS.slice(-1)) expect(compile(compiler, folder, "--noEmit")).toBe("");
});

it("uses the names of the whole package for any selection", () => {
  const names = [...sample.types, ...sample.enums, ...sample.operations].map(({ name }) => name);
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }), (include) => {
      expect(strangers(emitPart(include), whole)).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

it("keeps a name that another resource extended, even without that resource", () => {
  const model = buildModel({
    types: [
      buildType("getDoorOptions", { properties: [buildProperty("width")] }),
      buildType("graphClient"),
      buildType("door"),
    ],
    operations: [buildOperation("getDoor", { module: "door", response: buildResponse("microsoft.graph.door") })],
  });
  const part = selectModel(model, { include: ["getDoor"], exclude: [] }).model;
  const all = emitPackage(model, PACKAGE);
  expect(strangers(emitPackage(part, { ...PACKAGE, whole: model }), all)).toEqual([]);
  expect(strangers(emitPackage(part, PACKAGE), all)).toEqual(["src/door.ts GetDoorOptions"]);
});

it("keeps a base open for omitted subtypes", () => {
  const model = buildModel({
    types: [
      buildType("room", { kind: "entity" }),
      buildType("hall", { kind: "entity", baseType: "microsoft.graph.room" }),
    ],
    operations: [buildOperation("getRoom", { module: "room", response: buildResponse("microsoft.graph.room") })],
  });
  const part = selectModel(model, { include: ["getRoom"], exclude: [] }).model;
  const files = emitPackage(part, { ...PACKAGE, whole: model });
  expect(files.find(({ path }) => path === "src/room.ts")?.text).toContain('"@odata.type"?: string;');
  expect(files.map(({ path }) => path).filter((path) => path.startsWith("src/unions/"))).toEqual([]);
});
