import { expect, it } from "vitest";
import { builtScripts, scriptTasks } from "../../generator/emit/builder.ts";
import { printTask } from "../../generator/emit/package-text.ts";
import { formatFiles } from "../../generator/output/format.ts";

it("gives a package the build scripts as they are printed from their sources", async () => {
  const used = await formatFiles(builtScripts() ?? []);
  const printed = await formatFiles(scriptTasks().map(printTask));
  expect(used.length).toBeGreaterThan(0);
  expect(used).toEqual(printed);
});
