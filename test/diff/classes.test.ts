import { expect, it } from "vitest";
import { diffApis } from "../../generator/diff/diff.ts";
import type { Change } from "../../generator/diff/model.ts";
import { compileUse } from "./compile.ts";
import { DOORS_USE } from "./doors.ts";
import { readDoors } from "./edits.ts";
import { OPERATION_CASES } from "./operation-cases.ts";
import { TYPE_CASES } from "./type-cases.ts";

const before = await readDoors();

function shown({ class: name, noticed, kind, subject }: Change): string {
  return [name, ...(noticed === "run" ? ["at run time"] : []), kind, subject].join(" ");
}

it("has a program that compiles against the package before the change", () => {
  expect(compileUse(before, DOORS_USE)).toEqual([]);
});

// The program uses all of the package: it stops compiling just where a change is said to break compilation.
it.each([...TYPE_CASES, ...OPERATION_CASES])("knows what it does: %s", async (_, edits, want) => {
  const after = await readDoors(edits);
  const changes = diffApis({ before, after });
  expect(changes.map(shown)).toEqual(want);
  const complaints = compileUse(after, DOORS_USE);
  expect(complaints.length > 0, complaints.join("\n")).toBe(changes.some(({ noticed }) => noticed === "compile"));
});
