import { createDocument } from "../openapi/document.ts";
import type { Settings } from "../settings.ts";
import { countPages } from "./package/build.ts";
import type { Context, ExitCode } from "./context.ts";
import { readSelected } from "./read.ts";

/**
 * Prints the documented API as an OpenAPI 3.1 document on stdout.
 *
 * @param context environment of the command
 * @param settings settings of the run; the document gets the name and version of the package
 * @returns 0, even if the docs have problems
 */
export async function openapi(context: Context, settings: Settings): Promise<ExitCode> {
  await countPages(context, settings);
  const { model } = await readSelected(context, settings);
  const document = createDocument(model, { title: settings.packageName, version: settings.packageVersion });
  await context.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  return 0;
}
