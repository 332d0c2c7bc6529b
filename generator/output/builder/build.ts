import path from "node:path";
import process from "node:process";
import { compilePackage } from "./compile.ts";
import { mapDeclarations } from "./maps.ts";
import { readDeclarations } from "./declarations.ts";
import { readPositions } from "./positions.ts";
import { quickComments } from "./quick-comments.ts";
import { regroup } from "./regroup.ts";
import { stripComments } from "./strip-comments.ts";
import { writeOutput } from "./write.ts";

/**
 * Builds the package: `src/` → `dist/`. Usage: node scripts/build.mjs. Exits with 1 if the sources do not compile.
 */
const folder = path.resolve(import.meta.dirname, "..");
const compiled = compilePackage(folder);
if (compiled.problems === "") {
  const scripts = [...compiled.scripts].map(([file, text]) => [file, stripComments(file, text)] as const);
  const declarations = [...regroup(readDeclarations(compiled.declarations))];
  const quick = new Map(declarations.map(([file, text]) => [file, quickComments(text)] as const));
  const mapped = mapDeclarations(quick, readPositions(folder));
  writeOutput(path.join(folder, "dist"), new Map([...scripts, ...mapped]));
} else {
  console.error(compiled.problems);
  process.exitCode = 1;
}
