import { expect, it } from "vitest";
import { diffApis } from "../../generator/diff/diff.ts";
import type { Change } from "../../generator/diff/change.ts";
import { compileUse } from "./compile.ts";
import { DOORS_USE } from "./doors.ts";
import { readDoors } from "./edits.ts";
import { OPERATION_CASES } from "./operation-cases.ts";
import { TYPE_CASES } from "./type-cases.ts";

const before = await readDoors();

function shown({ class: name, noticed, kind, subject }: Change): string {
  return [name, ...(noticed === "run" ? ["at run time"] : []), kind, subject].join(" ");
}

it("compiles the program against the package before the change", () => {
  expect(compileUse(before, DOORS_USE)).toEqual([]);
});

// The program uses the whole package, so it must fail to compile exactly where a change breaks compilation.
it.each([...TYPE_CASES, ...OPERATION_CASES])("classifies: %s", async (_, edits, want) => {
  const after = await readDoors(edits);
  const changes = diffApis({ before, after });
  expect(changes.map(shown)).toEqual(want);
  const errors = compileUse(after, DOORS_USE);
  expect(errors.length > 0, errors.join("\n")).toBe(changes.some(({ noticed }) => noticed === "compile"));
});
