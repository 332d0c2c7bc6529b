import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";
import { format, resolveConfig } from "prettier";
import ts from "typescript";
import { expect, it } from "vitest";
import { createProgram } from "../../generator/commands/program.ts";
import { syntaxOf } from "../../generator/commands/flags.ts";
import { createConfigSchema, printConfigType } from "../../generator/config/json-schema.ts";
import {
  ALL_OPTIONS,
  defaultOf,
  flagOf,
  CONFIG_OPTIONS,
  type NamedOption,
} from "../../generator/config/option-list.ts";
import { PROGRAM } from "../../generator/config/options.ts";
import { REPOSITORY } from "../support/node-docs.ts";

const PAGE = path.join(REPOSITORY, "generator/config/README.md");
const current = readFileSync(PAGE, "utf8");
const [BEGIN, END] = ["<!-- options -->", "<!-- /options -->"];

const code = (text: string) => `\`${text}\``;

/** The commands that take an option, in short where nearly all of them do. */
function shownCommands({ commands }: NamedOption): readonly string[] {
  const others = [...new Set(ALL_OPTIONS.flatMap((option) => option.commands))].filter(
    (name) => name !== PROGRAM && !commands.includes(name),
  );
  if (commands.includes(PROGRAM) || others.length === 0) return ["all"];
  return others.length <= 2 ? [`all but ${others.map(code).join(" and ")}`] : commands.map(code);
}

/** The table of all options, as the page about configuration has it. */
function optionsTable(): string {
  const rows = ALL_OPTIONS.map((option) => [
    option.commands.length === 0 ? "" : code(flagOf(option)),
    CONFIG_OPTIONS.includes(option) ? code(option.name) : "",
    shownCommands(option).join(", "),
    option.description,
    defaultOf(option) ?? "",
  ]);
  const lines = [["flag", "config key", "commands", "meaning", "default"], ["-", "-", "-", "-", "-"], ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |\n`).join("");
}

it("has every option in the page about configuration; UPDATE=1 writes the table", async () => {
  const [before = "", rest = ""] = current.split(`${BEGIN}\n`);
  const after = rest.slice(rest.indexOf(END));
  const text = `${before}${BEGIN}\n\n${optionsTable()}\n${after}`;
  const expected = await format(text, { ...(await resolveConfig(PAGE)), filepath: PAGE });
  if (process.env.UPDATE === "1") writeFileSync(PAGE, expected);
  else expect(current).toBe(expected);
});

it("has every option in the help of each command that takes it, and nothing else", () => {
  const program = createProgram(() => undefined);
  for (const command of [program, ...program.commands]) {
    const options = ALL_OPTIONS.filter(({ commands }) => commands.some((name) => name === command.name()));
    const flags = command.options.map((each) => each.flags).filter((each) => each !== "-V, --version");
    expect(flags).toEqual(options.map(syntaxOf));
    const help = command.helpInformation().replace(/\s+/g, " ");
    for (const { description } of options) expect(help).toContain(description);
  }
});

it("has every setting in the JSON schema and in the published type, with its description", () => {
  const schema = createConfigSchema();
  expect(Object.keys(schema.properties ?? {})).toEqual(["$schema", ...CONFIG_OPTIONS.map(({ name }) => name)]);
  const type = printConfigType();
  expect(type.match(/(?<=^ {2}readonly )\w+(?=\?:)/gm)).toEqual(CONFIG_OPTIONS.map(({ name }) => name));
  for (const { description } of CONFIG_OPTIONS) {
    expect(JSON.stringify(schema).toLowerCase()).toContain(description.toLowerCase());
    expect(type.toLowerCase()).toContain(description.toLowerCase());
  }
  expect(ts.transpileModule(type, { reportDiagnostics: true }).diagnostics).toEqual([]);
});

const validate = new Ajv({ strict: true }).compile(createConfigSchema());

it("has a JSON schema that accepts a config", () => {
  const config = {
    $schema: "./node_modules/graph-docs-codegen/generator/dist/config.schema.json",
    docs: "docs",
    packageName: "@me/client",
    packageInfo: { license: "MIT", keywords: ["graph"] },
    include: ["/users/**"],
    enumStyle: "const",
    strict: true,
    rules: { "link-case": "error" },
    vocabulary: { headings: { properties: ["Felder"] }, notSupported: ["nein"] },
  };
  validate(config);
  expect(validate.errors ?? []).toEqual([]);
});

it.each([
  ["an unknown setting", { docz: "x" }],
  ["another type", { docs: 1 }],
  ["an unknown style", { enumStyle: "object" }],
  ["a name that npm rejects", { packageName: "No" }],
  ["an unknown kind of heading", { vocabulary: { headings: { felder: ["Felder"] } } }],
  ["an unknown rule", { rules: { "link-cases": "error" } }],
  ["an unknown level", { rules: { "link-case": "fatal" } }],
  ["a field that the generator writes", { packageInfo: { exports: {} } }],
])("has a JSON schema that rejects %s", (_, config) => {
  expect(validate(config)).toBe(false);
});
