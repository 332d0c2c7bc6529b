import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, expect, it } from "vitest";
import { emitPackage } from "../../generator/emit/package-text.ts";
import { RUNTIME_EXPORTS } from "../../generator/emit/plan/runtime-names.ts";
import { DEVICE_MODEL } from "../support/device-model.ts";
import { DEVICE_USE } from "../support/device-use.ts";
import { buildModel } from "../support/model.ts";
import { otherPackages, guidePrograms } from "../support/readme-programs.ts";
import { COMPILERS, compile, removePackage, writePackage } from "../support/package-folder.ts";

const options = { packageName: "devices", packageVersion: "1.2.3" };
const files = emitPackage(DEVICE_MODEL, options);

function textOf(name: string): string {
  const file = files.find((item) => item.path === name);
  if (file === undefined) throw new Error(`Unexpected package without ${name}`);
  return file.text;
}

/** The code of all examples, as the body of a program that imports what they call. */
function exampleProgram(): string {
  const imports = new Set<string>();
  const calls: string[] = [];
  for (const { path: name, text } of files.filter((file) => /^src\/\w+\.ts$/.test(file.path))) {
    const module = name.replace(/^src\/(.*)\.ts$/, "$1");
    for (const [, code = ""] of text.matchAll(/^ \* ```ts\n([\s\S]*?)^ \* ```$/gm)) {
      const call = code.replace(/^ \* ?/gm, "");
      const called = /(?:await|paginate\(client,) (?!\()(\w+)/.exec(call)?.[1] ?? "";
      imports.add(`import { ${called} } from "devices/${module}";`);
      calls.push(`{\n${call}}`);
    }
  }
  const program = [
    ...imports,
    'import { createClient, paginate } from "devices/runtime";',
    "const client = createClient();",
  ];
  return [...program, ...calls].join("\n");
}

const useSettings = JSON.stringify({
  extends: "./tsconfig.json",
  compilerOptions: { rootDir: ".", noEmit: true, lib: ["es2022", "dom", "esnext.disposable"] },
  include: ["use"],
});

let folder = "";
beforeAll(() => {
  const use = [
    { path: "use/use.ts", text: DEVICE_USE },
    { path: "use/examples.ts", text: exampleProgram() },
    ...guidePrograms(textOf("README.md"), "devices", "use/readme"),
    otherPackages("use"),
    { path: "tsconfig.use.json", text: useSettings },
  ];
  folder = writePackage([...files, ...use]);
});
afterAll(() => {
  removePackage(folder);
});

it.each(COMPILERS)("compiles with %s and nothing installed", (_, compiler) => {
  expect(compile(compiler, folder)).toBe("");
});

it.each(COMPILERS)("types JSON on the wire for programs that %s checks", (_, compiler) => {
  expect(compile(compiler, path.join(folder, "tsconfig.use.json"))).toBe("");
});

function namesOf(module: unknown): readonly string[] {
  return typeof module === "object" && module !== null ? Object.keys(module) : [];
}

it("runs after compilation", async () => {
  const unions: unknown = await import(path.join(folder, "dist/unions/assignmentTarget.js"));
  expect(namesOf(unions)).toEqual(
    expect.arrayContaining(["isAnyAssignmentTarget", "isGroupTarget", "isExclusionTarget"]),
  );
  const enums: unknown = await import(path.join(folder, "dist/enums/enrollmentState.js"));
  expect({ ...Object(enums) }).toEqual({
    EnrollmentState: { Unknown: "unknown", Enrolled: "enrolled", PendingReset: "pendingReset" },
  });
});

it("includes the examples of pages, with values that the service accepts", () => {
  const program = exampleProgram();
  expect(program).toContain('state: "unknown"');
  expect(program).toContain(
    'for await (const item of paginate(client, listDevices, { path: { userId: "42" }, query: { $top: 5 } }))',
  );
  expect(program).toContain('route: "/me/devices/{deviceId}"');
});

it("shows permissions, page and deprecation", () => {
  expect(textOf("src/device.ts")).toContain(
    " * | Delegated (work or school account) | Device.Read, Device.ReadWrite |\n * | Application | Not supported. |",
  );
  expect(textOf("src/device.ts")).toContain(" * @see `resources/device.md`");
});

it("sorts files by path, and writes the same bytes for a model in another order", () => {
  const reversed = {
    ...DEVICE_MODEL,
    types: [...DEVICE_MODEL.types].reverse(),
    enums: [...DEVICE_MODEL.enums].reverse(),
    operations: [...DEVICE_MODEL.operations].reverse(),
  };
  const paths = files.map((file) => file.path);
  expect(paths).toEqual([...paths].sort());
  expect(new Set(paths).size).toBe(paths.length);
  expect(emitPackage(reversed, options)).toEqual(files);
});

it("does not import subtypes into the module of a base", () => {
  expect(textOf("src/assignmentTarget.ts")).not.toMatch(/import|GroupTarget/);
});

it("names the package and its modules", () => {
  expect(JSON.parse(textOf("package.json"))).toMatchObject({
    name: "devices",
    version: "1.2.3",
    description: "TypeScript client for https://graph.microsoft.com/v1.0, generated from its API reference.",
    sideEffects: false,
  });
});

it("copies facts about the package from the user, and invents none", () => {
  const packageInfo = { license: "Apache-2.0", homepage: "https://host/client", description: "Doors." };
  const files = emitPackage(DEVICE_MODEL, { ...options, packageInfo });
  expect(JSON.parse(files.find((file) => file.path === "package.json")?.text ?? "")).toMatchObject(packageInfo);
  expect(JSON.parse(textOf("package.json"))).not.toHaveProperty("license");
});

it("lists the exports of the runtime", () => {
  const text = readFileSync(path.resolve(import.meta.dirname, "../../generator/output/runtime/index.ts"), "utf8");
  const source = ts.createSourceFile("index.ts", text, ts.ScriptTarget.ES2022);
  const exported = source.statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || statement.exportClause === undefined) return [];
    if (!ts.isNamedExports(statement.exportClause)) return [];
    const { isTypeOnly } = statement;
    return statement.exportClause.elements.map((item) => [item.name.text, !isTypeOnly && !item.isTypeOnly] as const);
  });
  expect(new Map(RUNTIME_EXPORTS)).toEqual(new Map(exported));
});

it("sets the documented base URL of the client, or none", () => {
  expect(textOf("src/runtime/base-url.ts")).toContain('BASE_URL = "https://graph.microsoft.com/v1.0";');
  const empty = emitPackage(buildModel({ baseUrl: null }), options);
  const text = empty.find((file) => file.path === "src/runtime/base-url.ts")?.text;
  expect(text).toContain('BASE_URL = "";');
});
