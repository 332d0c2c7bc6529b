import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { startEditor } from "../support/editor.ts";
import { readDeclaredNames, readLookups, writeLookups, type Lookup } from "../support/lookups.ts";

/**
 * Lets a language server open the definition of names of a built package, picked evenly, and compares what it opens
 * with the place in the docs. Usage: tsx test/corpus/positions.ts BUILT-PACKAGE [NAMES]; exit 1 when one differs, or when
 * a declared name has no place.
 */
const [built = "", names = "1000"] = process.argv.slice(2);
const folder = realpathSync(built);
const modules = readDeclaredNames(folder);
const lookups = new Map(readLookups(folder).map((lookup) => [lookup.name, lookup]));
const missing = [...modules.keys()].filter((name) => !lookups.has(name));
const picked = pick([...modules.keys()].flatMap((name) => lookups.get(name) ?? []).toSorted(byName), Number(names));

const program = realpathSync(mkdtempSync(path.join(tmpdir(), "positions-")));
mkdirSync(path.join(program, "node_modules"));
symlinkSync(folder, path.join(program, "node_modules/graph-client"), "junction");
const compilerOptions = { module: "nodenext", target: "es2022", strict: true, types: [] };
writeFileSync(path.join(program, "tsconfig.json"), JSON.stringify({ compilerOptions }));
const file = path.join(program, "lookups.mts");
writeFileSync(file, "");
const { text, uses } = writeLookups("graph-client", picked, modules);
const editor = startEditor();
editor.open(file, text);
let right = 0;
for (const [{ name, place }, offset] of uses) {
  const opened = await editor.definition(file, text, offset);
  const isRight = opened.some((at) => at.file === place.file && at.line === place.line && at.column === place.column);
  if (isRight) right += 1;
  else console.log(`WRONG ${name}: ${JSON.stringify(opened)}, expected ${JSON.stringify(place)}`);
}
await editor.close();
rmSync(program, { recursive: true });
console.log(`${right} of ${uses.length} names open their place in the docs`);
console.log(`${missing.length} of ${modules.size} declared names have no place: ${missing.slice(0, 5).join(", ")}`);
process.exitCode = right === uses.length && uses.length > 0 && missing.length === 0 ? 0 : 1;

function byName(a: Lookup, b: Lookup): number {
  return a.name < b.name ? -1 : 1;
}

/** Some items spread over all of them by a fixed step that is no divisor of their number. */
function pick(items: readonly Lookup[], count: number): readonly Lookup[] {
  if (items.length <= count) return items;
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)]).flatMap(
    (item) => item ?? [],
  );
}
