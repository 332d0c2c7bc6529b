import { expect, it } from "vitest";
import { findDiagnostics } from "../../generator/commands/lint/find.ts";
import { createNodeHost } from "../../generator/host/node-host.ts";
import { resolveSettings } from "../../generator/settings.ts";
import { createContext } from "../support/command-line.ts";
import { REPOSITORY } from "../support/node-docs.ts";

it("reports nothing in docs-input", async () => {
  const { context } = createContext(createNodeHost(), REPOSITORY);
  const settings = await resolveSettings(context.host, REPOSITORY, { docs: "docs-input" });
  expect(await findDiagnostics(context, settings, true)).toEqual([]);
});
