import { expect, it } from "vitest";
import { builderDrafts, printedScripts } from "../../generator/emit/builder.ts";
import { printDraft } from "../../generator/emit/package-text.ts";
import { formatFiles } from "../../generator/output/format.ts";

it("gives a package the build scripts as they are printed from their sources", async () => {
  const used = await formatFiles(builderDrafts().map((draft) => printDraft(draft).file));
  const printed = await formatFiles(printedScripts().map((draft) => printDraft(draft).file));
  expect(used.length).toBeGreaterThan(0);
  expect(used).toEqual(printed);
});
