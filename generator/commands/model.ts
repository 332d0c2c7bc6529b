import { printModel } from "../api/print.ts";
import type { Settings } from "../settings.ts";
import { countPages } from "./package/build.ts";
import type { Context, ExitCode } from "./context.ts";
import { readSelected } from "./read.ts";

/**
 * Prints the intermediate model as JSON on stdout.
 *
 * @param context environment of the command
 * @param settings settings of the run
 * @returns 0, even if the docs have problems: the model lists them
 */
export async function model(context: Context, settings: Settings): Promise<ExitCode> {
  await countPages(context, settings);
  await context.stdout.write(printModel((await readSelected(context, settings)).model));
  return 0;
}
