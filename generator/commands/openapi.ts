import { authorityOf } from "../openapi/authority.ts";
import { createDocument } from "../openapi/document.ts";
import { toVersion30 } from "../openapi/version-3-0.ts";
import type { OpenApiFormat, OpenApiVersion } from "../openapi/versions.ts";
import type { Settings } from "../settings.ts";
import { toJson } from "../util/json.ts";
import { jsonText } from "../util/visible.ts";
import { countPages } from "./package/build.ts";
import { shownPath, type Context, type ExitCode } from "./context.ts";
import { expectContent, readSelected } from "./read.ts";

/** How the document is printed. */
export interface OpenApiOptions {
  readonly format: OpenApiFormat;
  readonly version: OpenApiVersion;
}

/**
 * Prints the documented API as an OpenAPI document on stdout.
 *
 * @param context environment of the command
 * @param settings settings of the run; the document gets the name and version of the package
 * @returns 0, even if the docs have problems
 * @throws CommandFailure if the docs describe nothing
 */
export async function openapi(context: Context, settings: Settings, options: OpenApiOptions): Promise<ExitCode> {
  await countPages(context, settings);
  const { whole, model } = await readSelected(context, settings);
  expectContent(whole, shownPath(context, settings.docs));
  const info = { title: settings.packageName, version: settings.packageVersion };
  const document = await context.progress.step("Creating the document", () =>
    createDocument(model, info, authorityOf(model.baseUrl, settings.authority)),
  );
  const printed = options.version === "3.0" ? toVersion30(document) : toJson(document);
  if (options.format === "json") {
    await context.stdout.writeEscaped(`${jsonText(printed)}\n`);
    return 0;
  }
  const { printYaml } = await import("../util/yaml.ts");
  await context.stdout.writeEscaped(printYaml(printed));
  return 0;
}
