import path from "node:path";
import { expect, it } from "vitest";
import { resolveSettings } from "../../generator/settings.ts";
import { createMemoryHost } from "../support/memory-host.ts";

const cwd = path.resolve("/work");
const V1 = ["docs/v1/api/boat-get.md", "docs/v1/resources/boat.md"];
const V2 = ["docs/v2/api/boat-get.md", "docs/v2/resources/boat.md"];
const MAIL = ["docs/mail/api/letter-get.md", "docs/mail/resources/letter.md"];

const folders: readonly [given: string, files: readonly string[], message: string | null][] = [
  ["docs/v1", V1, null],
  ["docs/v1/api", V1, "--docs docs/v1/api is only a part of the docs\nDid you mean docs/v1?"],
  ["docs/v1/resources", V1, "--docs docs/v1/resources is only a part of the docs\nDid you mean docs/v1?"],
  ["docs/v1/api", V1.slice(0, 1), null],
  ["docs", V1, "--docs docs is above the folder that holds api/ and resources/\nDid you mean docs/v1?"],
  [".", V1, "--docs . is above the folder that holds api/ and resources/\nDid you mean docs/v1?"],
  ["docs", [...V1, ...V2], "--docs docs holds several versions of the docs\nDid you mean docs/v1 or docs/v2?"],
  ["docs", [...V1, ...MAIL], null],
  ["docs", ["docs/boat.md", "docs/boat-get.md"], null],
];

it.each(folders)("checks the folder %s of %j", async (docs, files, message) => {
  const host = createMemoryHost(Object.fromEntries(files.map((file) => [path.join(cwd, file), new Uint8Array()])));
  const settled = resolveSettings(host, cwd, { docs }).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  expect(await settled).toBe(message);
});
