import { isLastBuildCurrent } from "../../generator/emit/builder.ts";
import { buildProgram } from "./program.ts";

/** Builds the program if the build scripts of packages have changed, as each run would print them otherwise. */
export async function setup(): Promise<void> {
  if (!isLastBuildCurrent()) await buildProgram();
}
