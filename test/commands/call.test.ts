import { expect, it } from "vitest";
import { createMemoryHost } from "../support/memory-host.ts";
import { runCommand } from "../support/command-line.ts";

const host = () =>
  createMemoryHost({
    "/project/docs-input/api/notes.txt": "no page",
    "/project/empty/notes.txt": "no page",
    "/project/file.md": "# A file",
    "/elsewhere/x.md": "# Elsewhere",
  });

it("reports an unexpected error as its own fault", async () => {
  const broken = { ...host(), kind: () => Promise.reject(new Error("surprise")) };
  const plain = await runCommand(broken, "lint");
  expect(plain.code).toBe(1);
  expect(plain.stderr).toBe(
    "error: Unexpected failure: surprise\nThis is a bug in the program, not a problem in the docs.\nRun again with --verbose to see the stack.\n",
  );
  const verbose = await runCommand(broken, "lint", "--verbose");
  expect(verbose.stderr).toContain("call.test.ts");
});
