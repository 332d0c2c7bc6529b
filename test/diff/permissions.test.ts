import { expect, it } from "vitest";
import type { OperationModel, PermissionModel } from "../../generator/api/model.ts";
import { permissionChanges } from "../../generator/diff/compare/permissions.ts";
import { sentenceOf } from "../../generator/diff/report/sentence.ts";
import { readModelFile } from "../../generator/diff/model-file.ts";
import { buildModel, buildOperation } from "../support/model.ts";

const PLACE = { file: "api/door-get.md", line: 9, column: 1 };

type Answer = boolean | null | "absent";

function withAnswer(answer: Answer): OperationModel {
  const known: PermissionModel = {
    scheme: "delegatedWork",
    scopes: ["Door.Read"],
    leastPrivileged: ["Door.Read"],
    supported: true,
    resource: null,
    source: PLACE,
  };
  const scopes = answer === true ? ["Door.Read.All"] : [];
  const asked = { ...known, scheme: "application", scopes, leastPrivileged: scopes } as const;
  const permissions = answer === "absent" ? [known] : [known, { ...asked, supported: answer }];
  return buildOperation("getDoor", { permissions });
}

const answers: readonly [before: Answer, after: Answer, changes: string][] = [
  [false, true, "additive permission-support-added"],
  [null, true, "additive permission-support-added"],
  ["absent", true, "additive permission-support-added"],
  [true, false, "breaking permission-support-removed"],
  [null, false, "docs permission-support-denied"],
  ["absent", false, "docs permission-support-denied"],
  [true, null, "docs permission-support-unknown"],
  [false, null, "docs permission-support-unknown"],
  [true, "absent", "docs permission-support-unknown"],
  [null, null, ""],
  [null, "absent", ""],
  [false, false, ""],
];

it.each(answers)("compares permissions that are supported: %s, then %s", (before, after, want) => {
  const topic = { module: "door", subject: "getDoor" };
  const changes = permissionChanges(topic, { before: withAnswer(before), after: withAnswer(after) });
  expect(changes.map((change) => `${change.class} ${change.kind}`).join()).toBe(want);
});

it("reads a model of format 1, in which nothing is unknown and an absent permission type is not supported", () => {
  const model = { ...buildModel({ operations: [withAnswer(true)] }), formatVersion: 1 };
  const text = JSON.stringify(model)
    .replace('"scopes":["Door.Read.All"]', '"scopes":[]')
    .replaceAll("repaired", "mended");
  const api = readModelFile(JSON.parse(text));
  expect(typeof api === "string" ? api : api.operations[0]?.permissions).toMatchObject([
    { scheme: "delegatedWork", supported: true },
    { scheme: "application", supported: null },
    { scheme: "delegatedPersonal", supported: null },
  ]);
});

it("names the version of a model that it cannot read", () => {
  expect(readModelFile({ ...buildModel(), formatVersion: 3 })).toBe(
    "formatVersion 3 is newer than 2: use the version of the program that wrote it",
  );
});

const needs: readonly [before: Answer, after: Answer, text: string][] = [
  [true, false, "(before: Door.Read.All; now: not supported)"],
  [true, null, "(before: Door.Read.All; now: unknown)"],
  [null, true, "(before: unknown; now: Door.Read.All)"],
  [false, null, "(before: not supported; now: unknown)"],
];

it.each(needs)("states what was needed and is needed now: %s, then %s", (before, after, text) => {
  const topic = { module: "door", subject: "getDoor" };
  const [change] = permissionChanges(topic, { before: withAnswer(before), after: withAnswer(after) });
  expect(change === undefined ? "" : sentenceOf(change, (name) => name)).toContain(text);
});

it("does not take an unknown permission for none", () => {
  const open = withAnswer(null).permissions.map((item) => ({ ...item, scopes: [], leastPrivileged: [] }));
  const kinds = [null, true].map((supported) => {
    const before = buildOperation("getDoor", { permissions: open.map((item) => ({ ...item, supported })) });
    const topic = { module: "door", subject: "getDoor" };
    return permissionChanges(topic, { before, after: withAnswer(true) })[0]?.kind;
  });
  expect(kinds).toEqual(["permission-support-added", "permission-required"]);
});
