import path from "node:path";
import { Command, InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { REPORT_FORMATS } from "../diagnostics/report/model.ts";
import { loadConfig } from "../config/load.ts";
import { ConfigError, ENUM_STYLES, type Config } from "../config/model.ts";
import { DEFAULT_DOCS, DEFAULT_OUT, resolveSettings, type Settings } from "../settings.ts";
import { programVersion } from "../util/version.ts";
import { CHANGE_CLASSES } from "../diff/model.ts";
import { withWork, type WorkOptions } from "../work.ts";
import { check } from "./check.ts";
import { checkStaged } from "./check-staged.ts";
import type { Context, ExitCode } from "./context.ts";
import { diff, DIFF_FORMATS, diffSettings } from "./diff.ts";
import { generate } from "./generate.ts";
import { lint } from "./lint.ts";
import { model } from "./model.ts";
import { openapi } from "./openapi.ts";
import { update } from "./update.ts";

/** A command with its flags, ready to run. */
export type Call = (context: Context) => Promise<ExitCode>;

/**
 * Makes the parser of the command line.
 *
 * @param choose is told which command was asked for; parsing itself runs nothing
 */
export function createProgram(choose: (call: Call) => void): Command<[], { verbose?: true }> {
  return new Command("graph-docs-codegen")
    .description("Turns API reference Markdown in the Microsoft Graph style into a typed TypeScript package.")
    .version(programVersion())
    .option("--verbose", "show the time of each step, and the stack of an unexpected error")
    .addCommand(generateCommand(choose))
    .addCommand(checkCommand(choose))
    .addCommand(lintCommand(choose))
    .addCommand(modelCommand(choose))
    .addCommand(openapiCommand(choose))
    .addCommand(diffCommand(choose))
    .addCommand(updateCommand(choose));
}

const generateCommand = (choose: (call: Call) => void) =>
  packageCommand("generate")
    .description("write the package")
    .option("--strict", "fail, and write nothing, when the docs have an error")
    .option("--force", "replace files that were edited by hand or that this program did not write")
    .action((flags) => {
      choose(running(flags, (context, settings) => generate(context, settings, { force: flags.force ?? false })));
    });

const checkCommand = (choose: (call: Call) => void) =>
  packageCommand("check")
    .description("do the same without writing; fail when a file would change")
    .option("--diff", "print what would change as a unified diff")
    .option("--staged", "check what is staged in Git instead of the files on disk, for a pre-commit hook")
    .action((flags) => {
      choose(
        running(flags, (context, settings) =>
          (flags.staged === true ? checkStaged : check)(context, settings, { diff: flags.diff ?? false }),
        ),
      );
    });

const lintCommand = (choose: (call: Call) => void) =>
  docsCommand("lint")
    .description("list what is wrong with the docs; fail when one is an error")
    .addOption(new Option("--format <format>", "how to print").choices(REPORT_FORMATS).default("pretty" as const))
    .option("--no-examples", "leave out whether the JSON examples agree with the tables")
    .option("--max-warnings <count>", "fail when there are more warnings", readCount)
    .option("--changed-since <revision>", "list only what was not wrong at a git revision")
    .option("--baseline <file>", "list only what the file does not know")
    .option("--update-baseline", "write what is found to the file of --baseline")
    .option("--fix", "mend in the pages what can be mended mechanically")
    .action(({ format, examples, maxWarnings, changedSince, baseline, updateBaseline, fix, ...flags }) => {
      choose(
        running(flags, (context, settings) =>
          lint(context, settings, {
            format,
            examples,
            maxWarnings: maxWarnings ?? Number.POSITIVE_INFINITY,
            changedSince: changedSince ?? null,
            baseline: baseline === undefined ? null : path.resolve(context.cwd, baseline),
            updateBaseline: updateBaseline ?? false,
            fix: fix ?? false,
          }),
        ),
      );
    });

const modelCommand = (choose: (call: Call) => void) =>
  selectingCommand("model")
    .description("print the intermediate model as JSON")
    .action((flags) => {
      choose(running(flags, (context, settings) => model(context, settings)));
    });

const openapiCommand = (choose: (call: Call) => void) =>
  selectingCommand("openapi")
    .option("--package-name <name>", "title of the document")
    .option("--package-version <version>", "version of the document")
    .description("print the documented API as an OpenAPI 3.1 document")
    .action((flags) => {
      choose(running(flags, (context, settings) => openapi(context, settings)));
    });

function readCount(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Expected a number such as 0 or 10.");
}

const diffCommand = (choose: (call: Call) => void) =>
  comparingCommand("diff")
    .description("list what changed between two states of the docs, and what it breaks")
    .argument("<before>", "docs folder, file that model printed, or folder in a git revision (HEAD~1:docs)")
    .argument("<after>", "the same, later")
    .addOption(new Option("--format <format>", "how to print").choices(DIFF_FORMATS).default("markdown" as const))
    .addOption(new Option("--fail-on <class>", "fail on a change that is as bad as this").choices(CHANGE_CLASSES))
    .action((before, after, { format, failOn = null, ...flags }) => {
      choose(async (context) => {
        const config = await loadConfig(context, flags.config ?? null);
        const settings = diffSettings(context, flags, config);
        const folders = { docs: path.resolve(context.cwd, after), out: path.resolve(context.cwd, before) };
        return withWork(context.host, context.cwd, folders, flags, (work) =>
          diff({ ...context, work }, { before, after, format, failOn, ...settings }),
        );
      });
    });

const updateCommand = (choose: (call: Call) => void) =>
  packageCommand("update")
    .description("write the package of docs that changed, its next version and its changelog")
    .option("--from <docs>", "docs before: folder, model, or REV:PATH in their repository (default: the last commit)")
    .option("--commit", "commit the docs, the package and the config file")
    .option("--strict", "fail, and write nothing, when the docs have an error")
    .option("--force", "replace files that were edited by hand or that this program did not write")
    .action(({ from = null, commit = false, force = false, ...flags }) => {
      choose(
        running(flags, async (context, settings) => {
          refuseVersion(flags);
          const config = await loadConfig(context, flags.config ?? null);
          return update(context, settings, { from, commit, force, config });
        }),
      );
    });

function refuseVersion({ packageVersion }: Config): void {
  if (packageVersion === undefined) return;
  throw new ConfigError("--package-version cannot be used here: update raises the version of the config file");
}

/** A command that compares docs: each side has its own folder of includes. */
const comparingCommand = (name: string) =>
  new Command(name)
    .option("--config <file>", "config file (default: graph-docs.config.* or graph-docs in package.json)")
    .option("--root <folder>", "folder that includes may come from, seen from each docs folder, e.g. ..")
    .option("--base-url <url>", "address of the service (default: the one that the examples use most)")
    .option("--include <patterns...>", "resources, operations, modules, URL paths (/users/**) or pages to compare")
    .option("--exclude <patterns...>", "what to leave out of them")
    .option("--package-version <version>", "version of the package before")
    .option("--cache-dir <folder>", "folder of kept results (default: node_modules/.cache/graph-docs-codegen)")
    .option("--no-cache", "read everything anew, and keep nothing");

/** A command that reads docs. */
const docsCommand = (name: string) =>
  new Command(name)
    .option("--config <file>", "config file (default: graph-docs.config.* or graph-docs in package.json)")
    .option("--docs <folder>", `folder that holds api/ and resources/ (default: ${DEFAULT_DOCS})`)
    .option("--root <folder>", "folder that includes may come from (default: the docs folder)")
    .option("--base-url <url>", "address of the service (default: the one that the examples use most)")
    .option("--cache-dir <folder>", "folder of kept results (default: node_modules/.cache/graph-docs-codegen)")
    .option("--no-cache", "read and print everything anew, and keep nothing")
    .option("--threads <number>", "processors to use at most (default: all, up to 4)", wholeNumber);

/** A command that reads docs and takes a part of what they describe. */
const selectingCommand = (name: string) =>
  docsCommand(name)
    .option("--include <patterns...>", "resources, operations, modules, URL paths (/users/**) or pages to take")
    .option("--exclude <patterns...>", "what to leave out of them");

/** A command that reads docs and makes a package. */
const packageCommand = (name: string) =>
  selectingCommand(name)
    .option("--out <folder>", `folder of the package (default: ${DEFAULT_OUT})`)
    .option("--package-name <name>", "name of the package")
    .option("--package-version <version>", "version of the package")
    .addOption(new Option("--enum-style <style>", "how enums are written (default: enum)").choices(ENUM_STYLES))
    .option("--page-url <url>", "public address of the pages, e.g. https://host/docs/{page}")
    .option("--ship-docs", "copy the pages that declarations lead to into the package");

function wholeNumber(text: string): number {
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Expected a number from 1 to 99.");
}

type Running = (context: Context, settings: Settings) => Promise<ExitCode>;

/** Settles what was said, and runs with what earlier runs have done. */
function running(flags: Config & WorkOptions & { readonly config?: string }, command: Running): Call {
  return async (context) => {
    const settings = await settle(context, flags);
    return withWork(context.host, context.cwd, settings, flags, (work) => command({ ...context, work }, settings));
  };
}

/** What the command line says, with what the config file says where it says nothing. */
async function settle(context: Context, flags: Config & { readonly config?: string }): Promise<Settings> {
  const config = await loadConfig(context, flags.config ?? null);
  return resolveSettings(context.host, context.cwd, flags, config);
}
