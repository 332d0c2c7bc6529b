import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { createProgram } from "../generator/commands/program.ts";
import { REPOSITORY } from "./support/node-docs.ts";

const read = (file: string) => readFileSync(path.join(REPOSITORY, file), "utf8");
const readme = read("README.md");

/** Content of the fences of a language, in order. */
function fences(language: string): readonly string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "gm"))].map((match) => match[1] ?? "");
}

it("shows a table row that stands in the docs", () => {
  const row = fences("markdown")[0]?.split("\n")[2] ?? "missing";
  expect(read("docs-input/resources/windowsautopilotdeviceidentity.md")).toContain(row);
});

it("shows the interface and the function that the row gives", () => {
  const [shown = "missing", call = "missing"] = fences("ts");
  const generated = read("generated/src/windowsAutopilotDeviceIdentity.ts");
  for (const line of shown.trim().split("\n")) expect(generated).toContain(line);
  const name = /await (\w+)\(/.exec(call)?.[1] ?? "missing";
  expect(generated).toContain(`export async function ${name}(`);
});

it("names every command and every flag", () => {
  const program = createProgram(() => undefined);
  for (const command of program.commands) {
    expect(readme).toContain(`| \`${command.name()}\``);
    for (const { long } of command.options) expect(readme).toContain(`\`${long ?? ""}`);
  }
});

it("names only scripts that there are, here or in the generated package", () => {
  const scripts = read("package.json") + read("generated/package.json");
  for (const [, script = ""] of readme.matchAll(/npm run (?:-s )?([\w:]+)/g))
    expect(scripts).toContain(`"${script}": `);
});
