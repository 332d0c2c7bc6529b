import path from "node:path";
import { Command, InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { loadConfig } from "../config/load.ts";
import { ConfigError, type Config } from "../config/model.ts";
import { CHANGE_CLASSES, DIFF_FORMATS } from "../diff/model.ts";
import { REPORT_FORMATS } from "../lint/report/report.ts";
import { resolveSettings, type Settings } from "../settings.ts";
import { programVersion } from "../util/version.ts";
import type { WorkOptions } from "../work.ts";
import type { Context, ExitCode } from "./context.ts";
import { comparingCommand, docsCommand, packageCommand, selectingCommand } from "./flags.ts";

/** A command with its flags, ready to run. Its code is loaded when it runs: each command needs other libraries. */
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
    .addCommand(watchCommand(choose))
    .addCommand(initCommand(choose))
    .addCommand(lintCommand(choose))
    .addCommand(explainCommand(choose))
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
      choose(
        running(flags, async (context, settings) => {
          const { generate } = await import("./generate.ts");
          return generate(context, settings, { force: flags.force ?? false });
        }),
      );
    });

const checkCommand = (choose: (call: Call) => void) =>
  packageCommand("check")
    .description("do the same without writing; fail when a file would change")
    .option("--diff", "print what would change as a unified diff")
    .option("--staged", "check what is staged in Git instead of the files on disk, for a pre-commit hook")
    .action((flags) => {
      choose(
        running(
          flags,
          async (context, settings) => {
            const options = { diff: flags.diff ?? false };
            if (flags.staged === true)
              return (await import("./check-staged.ts")).checkStaged(context, settings, options);
            return (await import("./check.ts")).check(context, settings, options);
          },
          flags.staged === true ? isAnythingStaged : undefined,
        ),
      );
    });

const initCommand = (choose: (call: Call) => void) =>
  new Command("init").description("write a config file for the docs found here; never replaces one").action(() => {
    choose(async (context) => (await import("./init.ts")).init(context));
  });

const watchCommand = (choose: (call: Call) => void) =>
  packageCommand("watch")
    .description("write the package, and again whenever the docs change")
    .option("--strict", "write nothing while the docs have an error")
    .action((flags) => {
      choose(async (context) => {
        if (context.live === undefined) throw new ConfigError("watch cannot be used here: nothing tells of changes");
        const { watch } = await import("./watch.ts");
        const ask = () => askFor(context, flags);
        return watch(context, await ask(), {
          live: context.live,
          ask,
          withWork: async (settings, use) => (await import("../work.ts")).withWork(context, settings, flags, use),
        });
      });
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
        running(flags, async (context, settings) => {
          const { lint } = await import("./lint.ts");
          return lint(context, settings, {
            format,
            examples,
            maxWarnings: maxWarnings ?? Number.POSITIVE_INFINITY,
            changedSince: changedSince ?? null,
            baseline: baseline === undefined ? null : path.resolve(context.cwd, baseline),
            updateBaseline: updateBaseline ?? false,
            fix: fix ?? false,
          });
        }),
      );
    });

const explainCommand = (choose: (call: Call) => void) =>
  new Command("explain")
    .description("print what a rule finds, why it matters and how to mend it; without a name, a line for each rule")
    .argument("[rule]", "name of the rule, as lint prints it")
    .action((rule) => {
      choose(async (context) => {
        const { explainRule } = await import("./explain-rule.ts");
        return explainRule(context, rule ?? null);
      });
    });

const modelCommand = (choose: (call: Call) => void) =>
  selectingCommand("model")
    .description("print the intermediate model as JSON")
    .action((flags) => {
      choose(
        running(flags, async (context, settings) => {
          const { model } = await import("./model.ts");
          return model(context, settings);
        }),
      );
    });

const openapiCommand = (choose: (call: Call) => void) =>
  selectingCommand("openapi")
    .option("--package-name <name>", "title of the document")
    .option("--package-version <version>", "version of the document")
    .description("print the documented API as an OpenAPI 3.1 document")
    .action((flags) => {
      choose(
        running(flags, async (context, settings) => {
          const { openapi } = await import("./openapi.ts");
          return openapi(context, settings);
        }),
      );
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
        const { diff, diffSettings } = await import("./diff.ts");
        const config = await loadConfig(context, flags.config ?? null);
        const settings = diffSettings(context, flags, config);
        const folders = { docs: path.resolve(context.cwd, after), out: path.resolve(context.cwd, before) };
        const { withWork } = await import("../work.ts");
        return withWork(context, folders, flags, (work) =>
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
          const { update } = await import("./update.ts");
          const config = await loadConfig(context, flags.config ?? null);
          return update(context, settings, { from, commit, force, config });
        }),
      );
    });

/** Asked before anything else is opened: most commits touch neither the docs nor the package. */
async function isAnythingStaged(context: Context, settings: Settings): Promise<boolean> {
  const { stagedFiles } = await import("./staged-files.ts");
  return (await stagedFiles(context, settings)).length > 0;
}

function refuseVersion({ packageVersion }: Config): void {
  if (packageVersion === undefined) return;
  throw new ConfigError("--package-version cannot be used here: update raises the version of the config file");
}

type Running = (context: Context, settings: Settings) => Promise<ExitCode>;

/** Settles what was said, and runs with what earlier runs have done, where there is anything to do. */
function running(
  flags: Config & WorkOptions & { readonly config?: string },
  command: Running,
  isNeeded: (context: Context, settings: Settings) => Promise<boolean> = () => Promise.resolve(true),
): Call {
  return async (context) => {
    const settings = await settle(context, flags);
    if (!(await isNeeded(context, settings))) return 0;
    const { withWork } = await import("../work.ts");
    return withWork(context, settings, flags, (work) => command({ ...context, work }, settings));
  };
}

/** What the command line says, with what the config file says where it says nothing. */
async function settle(context: Context, flags: Config & { readonly config?: string }): Promise<Settings> {
  return (await askFor(context, flags)).settings;
}

/** The same, with the config file. */
async function askFor(context: Context, flags: Config & { readonly config?: string }) {
  const config = await loadConfig(context, flags.config ?? null);
  const settings = await resolveSettings(context.host, context.cwd, flags, config);
  const file = config?.origin.file ?? null;
  return { settings, config: file === null ? null : path.resolve(context.cwd, file) };
}
