import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { keepLibraries, requireKept } from "../generator/node-code.ts";

const PADDING = `// ${"x".repeat(300_000)}\n`;
const LIBRARY = `${PADDING}exports.factor = ((value) => value + 1)(1);\nexports.names = [__filename, require.resolve("./other.js")];\n`;
const LONG_AGO = new Date(0);

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "graph-docs-code-"));
  writeFileSync(path.join(folder, "library.js"), LIBRARY);
  writeFileSync(path.join(folder, "other.js"), "exports.small = true;");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const kept = (): string => path.join(folder, "code");
const keptFile = (): string => path.join(kept(), readdirSync(kept())[0] ?? "");

/** Loads a library as a run does, and says what it gives. */
function load(name = "library.js"): unknown {
  const require = createRequire(path.join(folder, "main.js"));
  const keep = keepLibraries(kept());
  try {
    Reflect.deleteProperty(require.cache, path.join(folder, name));
    const loaded: unknown = require(path.join(folder, name));
    return loaded;
  } finally {
    keep();
  }
}

/** Whether what is kept was written anew since the last question. */
function isWritten(): boolean {
  const written = statSync(keptFile()).mtimeMs !== LONG_AGO.getTime();
  utimesSync(keptFile(), LONG_AGO, LONG_AGO);
  return written;
}

const expected = () => ({ factor: 2, names: [path.join(folder, "library.js"), path.join(folder, "other.js")] });

it("keeps what it compiled, and takes it in the next run", () => {
  expect(load()).toEqual(expected());
  expect(isWritten()).toBe(true);
  expect(load()).toEqual(expected());
  expect(isWritten()).toBe(false);
});

const damages: readonly [name: string, damage: (bytes: Buffer) => Uint8Array][] = [
  ["a byte of the code that changed", (bytes) => bytes.fill(bytes.readUInt8(500) ^ 0xff, 500, 501)],
  ["the last byte that changed", (bytes) => bytes.fill(bytes.readUInt8(bytes.length - 1) ^ 0xff, bytes.length - 1)],
  ["a file that is cut off", (bytes) => bytes.subarray(0, bytes.length >> 1)],
  ["a file that ends in its header", (bytes) => bytes.subarray(0, 66)],
  ["an empty file", () => Buffer.alloc(0)],
  ["code of another Node or library", (bytes) => bytes.fill("0", 0, 64)],
];

it.each(damages)("takes %s for code that is not there", (_, damage) => {
  load();
  writeFileSync(keptFile(), damage(readFileSync(keptFile())));
  isWritten();
  expect(load()).toEqual(expected());
  expect(isWritten()).toBe(true);
});

it("takes nothing from a library that was replaced by one of the same size", () => {
  load();
  writeFileSync(path.join(folder, "library.js"), LIBRARY.replace("(1)", "(2)"));
  expect(load()).toMatchObject({ factor: 3 });
});

it("leaves small libraries, and large ones in another format, to Node", () => {
  writeFileSync(path.join(folder, "module.mjs"), `${PADDING}export const value = 1;`);
  writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(path.join(folder, "library.js"), `${PADDING}export const value = 1;`);
  expect(load("library.js")).toMatchObject({ value: 1 });
  expect(load("module.mjs")).toMatchObject({ value: 1 });
  expect(existsSync(kept())).toBe(false);
});

it("does without where nothing can be kept", () => {
  mkdirSync(kept());
  rmSync(kept(), { recursive: true });
  writeFileSync(kept(), "a file stands where the folder should");
  expect(load()).toEqual(expected());
  expect(readFileSync(kept(), "utf8")).toBe("a file stands where the folder should");
});

/** Loads the library as the program itself is loaded. */
function loadKept(use: string): unknown {
  const { loaded, keep } = requireKept(path.join(folder, "library.js"), kept(), use);
  keep();
  return loaded;
}

it("keeps what each use of one module compiled, apart from what others did", () => {
  expect(loadKept("check")).toEqual(expected());
  expect(isWritten()).toBe(true);
  expect(loadKept("check")).toEqual(expected());
  expect(isWritten()).toBe(false);
  expect(loadKept("generate")).toEqual(expected());
  expect(readdirSync(kept())).toHaveLength(2);
});

it("adds what a later run compiles besides, until there is little of it", () => {
  const body = Array.from({ length: 1000 }, (_, index) => `value += ${index};`).join("\n");
  const steps = Array.from({ length: 40 }, () => `(value) => {\n${body}\nreturn value;\n}`).join(",\n");
  const run = `exports.run = (value) => [${steps}].reduce((sum, step) => step(sum), value);`;
  writeFileSync(path.join(folder, "library.js"), run);
  const load = (isRun: boolean): number => {
    const { loaded, keep } = requireKept(path.join(folder, "library.js"), kept(), "check");
    if (isRun) runIt(loaded);
    keep();
    return statSync(keptFile()).size;
  };
  const idle = load(false);
  const busy = load(true);
  expect(busy).toBeGreaterThan(idle + 100_000);
  isWritten();
  expect(load(true)).toBe(busy);
  expect(load(false)).toBe(busy);
  expect(isWritten()).toBe(false);
});

function runIt(loaded: unknown): void {
  if (typeof loaded !== "object" || loaded === null || !("run" in loaded)) throw new Error("expected the library");
  if (typeof loaded.run !== "function") throw new Error("expected a function");
  expect(Reflect.apply(loaded.run, null, [0])).toBe(40 * 499_500);
}
