import path from "node:path";
import process from "node:process";
import { compilePackage } from "./compile.ts";
import { mapDeclarations } from "./maps.ts";
import { readDeclarations } from "./declarations.ts";
import { readPositions } from "./positions.ts";
import { quickComments } from "./quick-comments.ts";
import { regroup } from "./regroup.ts";
import { writeOutput } from "./write.ts";

/**
 * Builds the package: `src/` → `dist/`. Usage: node scripts/build.mjs [--no-maps]. Exits with 1 if the sources do not
 * compile. Without maps, no declaration leads to a page, as in a tarball that does not contain the pages.
 */
const folder = path.resolve(import.meta.dirname, "..");
const compiled = compilePackage(folder);
if (compiled.problems === "") {
  const declarations = [...regroup(readDeclarations(compiled.declarations))];
  const quick = new Map(declarations.map(([file, text]) => [file, quickComments(text)] as const));
  const hasMaps = !process.argv.includes("--no-maps");
  const mapped = hasMaps ? mapDeclarations(quick, readPositions(folder)) : quick;
  writeOutput(path.join(folder, "dist"), new Map([...compiled.scripts, ...mapped]));
} else {
  console.error(compiled.problems);
  process.exitCode = 1;
}
