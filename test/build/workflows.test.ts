import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { REPOSITORY } from "../support/repository.ts";

/** Workflows and actions of the repository. */
const files = readdirSync(path.join(REPOSITORY, ".github"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".yml"))
  .map((file) => `.github/${file.replaceAll(path.sep, "/")}`);

describe.each(files)("%s", (file) => {
  const text = readFileSync(path.join(REPOSITORY, file), "utf8");

  it("uses actions at a commit, with the version beside it", () => {
    for (const [line, action] of text.matchAll(/^.*\buses: (\S+).*$/gm)) {
      if (action?.startsWith("./") === true) continue;
      expect(line, line).toMatch(/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  it("takes no text of others into a script", () => {
    // Titles and branch names of pull requests reach scripts as variables of the environment.
    expect(text).not.toMatch(/run:[^\n]*\$\{\{ *(?:github\.(?:event|head_ref)|inputs)/);
    const blocks = text.match(/run: \|\n(?: {8,}.*\n)*/g) ?? [];
    for (const block of blocks) expect(block).not.toMatch(/\$\{\{ *(?:github\.(?:event|head_ref)|inputs)/);
  });

  it("states its permissions if it is a workflow", () => {
    if (file.includes("/workflows/")) expect(parse(text)).toHaveProperty("permissions");
  });
});
