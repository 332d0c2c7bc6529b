import { expect, it } from "vitest";
import { addEntry, isRecorded } from "../../generator/diff/report/changelog.ts";
import type { Change } from "../../generator/diff/change.ts";
import type { ChangeClass } from "../../generator/diff/model.ts";
import { bumpOf, nextVersion } from "../../generator/diff/version.ts";

const PLACE = { file: "api/page.md", line: 1, column: 1 };

function changeOf(name: ChangeClass): Change {
  return {
    kind: "documentation-changed",
    class: name,
    noticed: null,
    reason: "",
    module: "door",
    subject: "door",
    before: null,
    after: null,
    needs: null,
    renamed: null,
    place: PLACE,
    side: "after",
  };
}

const versions: readonly (readonly [classes: readonly ChangeClass[], before: string, after: string])[] = [
  [["breaking", "additive"], "1.2.3", "2.0.0"],
  [["additive", "docs"], "1.2.3", "1.3.0"],
  [["docs"], "1.2.3", "1.2.4"],
  [[], "1.2.3", "1.2.3"],
  [["breaking", "docs"], "0.2.3", "0.3.0"],
  [["additive"], "0.2.3", "0.2.4"],
  [["docs"], "0.2.3", "0.2.4"],
  [["breaking"], "0.0.0", "0.1.0"],
  [["breaking"], "2.0.0-beta.1", "2.0.0"],
  [["additive"], "2.0.1-beta.1", "2.1.0"],
];

it.each(versions)("with %j, increments %s to %s", (classes, before, after) => {
  expect(nextVersion(classes.map(changeOf), before)).toBe(after);
});

it("determines the part to increment for an unknown version", () => {
  expect([bumpOf([changeOf("breaking")]), bumpOf([changeOf("docs")]), bumpOf([])]).toEqual(["major", "patch", null]);
});

const entries: readonly (readonly [name: string, before: string, after: string])[] = [
  ["a new changelog", "", "# Changelog\n\n## 1.1.0\n\nMore.\n"],
  ["a changelog without entries", "# News\n\nWords.\n", "# News\n\nWords.\n\n## 1.1.0\n\nMore.\n"],
  [
    "a changelog with an older entry",
    "# News\n\n## 1.0.0\n\nFirst.\n",
    "# News\n\n## 1.1.0\n\nMore.\n\n## 1.0.0\n\nFirst.\n",
  ],
  [
    "a changelog with an entry of the same version",
    "# News\n\n## 1.1.0\n\nOld.\n\n## 1.0.0\n\nFirst.\n",
    "# News\n\n## 1.1.0\n\nMore.\n\n## 1.0.0\n\nFirst.\n",
  ],
  ["text with Windows line endings", "# News\r\n\r\n## 1.0.0\r\n", "# News\n\n## 1.1.0\n\nMore.\n\n## 1.0.0\n"],
];

it.each(entries)("adds an entry to %s", (_, before, after) => {
  expect(addEntry(before, "1.1.0", "More.\n")).toBe(after);
  expect(isRecorded(before, "1.1.0", "More.\n")).toBe(false);
  expect(isRecorded(after, "1.1.0", "More.\n")).toBe(true);
});
