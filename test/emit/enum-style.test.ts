import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ApiModel } from "../../generator/api/model.ts";
import { emitPackage } from "../../generator/emit/package-text.ts";
import { ENUM_STYLES, type EnumStyle } from "../../generator/config/types.ts";
import { buildEnum, buildModel, buildProperty, buildType } from "../support/model.ts";
import { readSampleModel } from "../support/node-docs.ts";
import { COMPILERS, compile, removePackage, writePackage } from "../support/package-folder.ts";

const PACKAGE = { packageName: "devices", packageVersion: "1.2.3" };

/** A program over the sample with values that every style must accept or reject. */
const USE_OF_ALL = `
import type { WindowsAutopilotDeviceIdentity } from "devices/windowsAutopilotDeviceIdentity";
import type { EnrollmentState } from "devices/enums/enrollmentState";
const device: WindowsAutopilotDeviceIdentity = { enrollmentState: "enrolled" };
// @ts-expect-error an undocumented value
device.enrollmentState = "lost";
export const state: \`\${EnrollmentState}\` | null | undefined = device.enrollmentState;
`;

const USE_OF_VALUES = `
import { EnrollmentState } from "devices/enums/enrollmentState";
export const enrolled: EnrollmentState = EnrollmentState.Enrolled;
device.enrollmentState = enrolled;
`;

const USES: Readonly<Record<EnumStyle, string>> = {
  enum: USE_OF_VALUES,
  const: `${USE_OF_VALUES}export const plain: EnrollmentState = "enrolled";\n`,
  union: 'export const plain: EnrollmentState = "enrolled";\n',
};

/** One import of the enum is enough. */
function program(style: EnumStyle): string {
  const text = `${USE_OF_ALL}${USES[style]}`;
  return style === "union" ? text : text.replace(/^import type \{ EnrollmentState.*\n/m, "");
}

const SETTINGS = JSON.stringify({
  extends: "./tsconfig.json",
  compilerOptions: { rootDir: ".", noEmit: true },
  include: ["src", "use"],
});

let sample: ApiModel;
const folders = new Map<EnumStyle, string>();

beforeAll(async () => {
  sample = await readSampleModel();
  for (const enumStyle of ENUM_STYLES) {
    const use = [
      { path: "use/use.ts", text: program(enumStyle) },
      { path: "tsconfig.use.json", text: SETTINGS },
    ];
    const files = emitPackage(sample, { ...PACKAGE, enumStyle });
    // The program imports the sources, as nothing is built.
    const mapped = use.map((file) => ({ ...file, text: file.text.replaceAll("devices/", "../src/") }));
    const named = mapped.map((file) => ({ ...file, text: file.text.replace(/(from "[^"]+)"/g, '$1.js"') }));
    folders.set(enumStyle, writePackage([...files, ...named]));
  }
});
afterAll(() => {
  for (const folder of folders.values()) removePackage(folder);
});

const cases = ENUM_STYLES.flatMap((style) => COMPILERS.map(([name, compiler]) => ({ style, name, compiler })));

it.each(cases)("compiles the sample in style $style with $name", ({ style, compiler }) => {
  expect(compile(compiler, path.join(folders.get(style) ?? "", "tsconfig.use.json"))).toBe("");
});

const model = buildModel({
  types: [buildType("door", { properties: [buildProperty("state", "microsoft.graph.doorState")] })],
  enums: [
    buildEnum("doorState", ["open", "half-open"], {
      description: "How a door stands.",
      source: { file: "resources/enums.md", line: 1, column: 1 },
    }),
    buildEnum("nothing", []),
  ],
});

function textOf(enumStyle: EnumStyle, file: string): string {
  return emitPackage(model, { ...PACKAGE, enumStyle }).find((item) => item.path === file)?.text ?? "";
}

const texts: readonly [style: EnumStyle, declaration: string, property: string][] = [
  [
    "enum",
    'export enum DoorState {\n  Open = "open",\n  Half$dash$open = "half-open",\n}\n',
    "state?: `${DoorState}`;",
  ],
  [
    "const",
    'export const DoorState = {\n  Open: "open",\n  Half$dash$open: "half-open",\n} as const;\n',
    "state?: DoorState;",
  ],
  ["union", 'export type DoorState = "open" | "half-open";\n', "state?: DoorState;"],
];

it.each(texts)("writes an enum in style %s", (style, declaration, property) => {
  const text = textOf(style, "src/enums/doorState.ts");
  expect(text.replace(/^ +/gm, "")).toContain(declaration.replace(/^ +/gm, ""));
  expect(text).toContain("How a door stands.");
  expect(textOf(style, "src/door.ts")).toContain(property);
});

it("declares a type with the name of a constant object", () => {
  expect(textOf("const", "src/enums/doorState.ts")).toContain('export type DoorState = "open" | "half-open";');
});

it("accepts any text for an enum without members", () => {
  expect(textOf("union", "src/enums/nothing.ts")).toContain("export type Nothing = string;");
});
