import path from "node:path";
import { Command } from "commander";
import { loadConfig } from "../config/load.ts";
import { ConfigError } from "../config/model.ts";
import { PROGRAM, type CommandName, type Config, type Flags } from "../config/options.ts";
import { resolveSettings, type Settings } from "../settings.ts";
import { programVersion } from "../util/version.ts";
import type { WorkOptions } from "../workers/work.ts";
import type { Context, ExitCode } from "./context.ts";
import { describeExitCodes } from "./exit-codes.ts";
import { addFlags, readFlags } from "./flags.ts";
import { flagsForGenerate } from "./flags-for-generate.ts";

/** A command with its flags and arguments, ready to run. */
export type Call = (context: Context) => Promise<ExitCode>;

interface CommandDefinition<Name extends CommandName> {
  readonly description: string;
  readonly arguments?: readonly (readonly [syntax: string, description: string])[];
  /** Example calls, without the name of the program. */
  readonly examples: readonly string[];
  /** Imports the code of the command: each command needs different libraries. */
  readonly run: (context: Context, flags: Flags<Name>, args: readonly string[]) => Promise<ExitCode>;
}

interface CommandFactory {
  readonly name: CommandName;
  readonly create: (choose: (call: Call) => void) => Command;
}

/** All commands, in the order in which `--help` lists them; `config/options.ts` has their flags. */
const COMMANDS: readonly CommandFactory[] = [
  define("generate", {
    description: "write the package",
    examples: ["generate --docs ../my-docs --out ../my-client", 'generate --include "/users/**" calendar'],
    run: (context, flags) =>
      withSettings(context, flags, async (running, settings) => {
        const { generate } = await load(running, () => import("./package/generate.ts"));
        return generate(running, settings, { force: flags.force ?? false });
      }),
  }),
  define("check", {
    description: "check that the package is up to date without writing; fail when a file would change",
    examples: ["check --diff", "check --staged"],
    run: (context, flags) => {
      const options = { diff: flags.diff ?? false, flags: flagsForGenerate(flags) };
      if (flags.staged !== true) {
        return withSettings(context, flags, async (running, settings, config) =>
          (await load(running, () => import("./package/check.ts"))).check(running, settings, config, options),
        );
      }
      return withSettings(
        context,
        flags,
        async (running, settings, config) => {
          const { checkStaged } = await load(running, () => import("./staged/check-staged.ts"));
          return checkStaged(running, settings, config, options);
        },
        isAnythingStaged,
      );
    },
  }),
  define("watch", {
    description: "write the package now, and again whenever the docs or the config file change",
    examples: ["watch --docs ../my-docs"],
    run: async (context, flags) => {
      if (context.live === undefined)
        throw new ConfigError({
          problem: "watch cannot run here: file changes are not reported",
          remedy: "Run generate after each change.",
        });
      const { watch } = await load(context, () => import("./watch/watch.ts"));
      const reload = () => readSettings(context, flags);
      return watch(context, await reload(), {
        live: context.live,
        reload,
        withWork: async (settings, use) => {
          const { withCache } = await load(context, () => import("./cache.ts"));
          return withCache(context, settings, { ...flags, isLasting: true }, use);
        },
      });
    },
  }),
  define("init", {
    description:
      "write a config file for the docs found in the current folder, and a hook; never replace a config file",
    examples: ["init", "init --docs ../my-docs --license MIT --hook husky"],
    run: async (context, flags) => (await load(context, () => import("./init/init.ts"))).init(context, flags),
  }),
  define("lint", {
    description: "list the problems of the docs; fail when one is an error",
    examples: [
      "lint --max-warnings 0",
      "lint --changed-since main --format github",
      "lint --metadata metadata.xml --undocumented",
    ],
    run: (context, flags) =>
      withSettings(context, flags, async (running, settings) => {
        const { lint } = await load(running, () => import("./lint/lint.ts"));
        return lint(running, settings, {
          format: flags.lintFormat ?? "pretty",
          examples: flags.examples ?? true,
          maxWarnings: flags.maxWarnings ?? Number.POSITIVE_INFINITY,
          changedSince: flags.changedSince ?? null,
          baseline: flags.baseline === undefined ? null : path.resolve(context.cwd, flags.baseline),
          updateBaseline: flags.updateBaseline ?? false,
          fix: flags.fix ?? false,
          metadata: flags.metadata === undefined ? null : path.resolve(context.cwd, flags.metadata),
          undocumented: flags.undocumented ?? false,
        });
      }),
  }),
  define("explain", {
    description: "explain what a rule checks, why it matters and how to fix it; without a name, list all rules",
    arguments: [["[rule]", "name of the rule, as lint prints it"]],
    examples: ["explain link-case"],
    run: async (context, _, [rule = null]) =>
      (await load(context, () => import("./lint/explain-rule.ts"))).explainRule(context, rule),
  }),
  define("model", {
    description: "print the intermediate model as JSON",
    examples: ["model --include user > user.json"],
    run: (context, flags) =>
      withSettings(context, flags, async (running, settings) =>
        (await load(running, () => import("./model.ts"))).model(running, settings),
      ),
  }),
  define("openapi", {
    description: "print the documented API as an OpenAPI document",
    examples: ["openapi --package-name my-api > openapi.json", "openapi --format yaml --openapi-version 3.0"],
    run: (context, flags) =>
      withSettings(context, flags, async (running, settings) => {
        const { openapi } = await load(running, () => import("./openapi.ts"));
        const { openapiFormat: format = "json", openapiVersion: version = "3.1" } = flags;
        return openapi(running, settings, { format, version });
      }),
  }),
  define("mock", {
    description: "serve the documented API on this machine: the examples of the pages answer the requests",
    examples: ["mock --port 8080", "mock --latency 300 --fail 429:1"],
    run: (context, flags) =>
      withSettings(context, flags, async (running, settings) => {
        const { mock } = await load(running, () => import("./mock/mock.ts"));
        const { readFailing } = await load(running, () => import("./mock/failures.ts"));
        const { port = 3000, latency = 0, fail } = flags;
        return mock(running, settings, { port, latency, fail: fail === undefined ? null : readFailing(fail) });
      }),
  }),
  define("scopes", {
    description: "print the least-privileged scopes that a TypeScript or JavaScript program needs, with its calls",
    arguments: [["[files...]", "files of the program; without any, those of the project"]],
    examples: [
      "scopes --project my-app/tsconfig.json",
      "scopes src/main.ts --scheme application --format manifest",
      "scopes --scheme delegatedWork --check package.json#scopes",
    ],
    run: async (context, flags, files) => {
      const { scopes } = await load(context, () => import("./scopes/scopes.ts"));
      const { project = null, scheme = null, scopesFormat: format = "pretty", checkScopes: check = null } = flags;
      return scopes(context, { files, project, scheme, format, check });
    },
  }),
  define("diff", {
    description: "list the changes between two states of the docs or of a package, breaking changes first",
    arguments: [
      ["<before>", "docs folder, generated package, file that model printed, or folder in Git (HEAD~1:docs)"],
      ["<after>", "the same, for the later state"],
    ],
    examples: ["diff HEAD~1:docs docs", "diff before.json after.json --fail-on breaking"],
    run: async (context, flags, [before = "", after = ""]) => {
      const { diff, diffSettings } = await load(context, () => import("./diff/diff.ts"));
      const config = await loadConfig(context, flags.config ?? null);
      const options = {
        before,
        after,
        format: flags.diffFormat ?? "markdown",
        failOn: flags.failOn ?? null,
        ...diffSettings(context, flags, config),
      };
      const folders = { docs: path.resolve(context.cwd, after), out: path.resolve(context.cwd, before) };
      const { withCache } = await load(context, () => import("./cache.ts"));
      return withCache(context, folders, flags, (work) => diff({ ...context, work }, options));
    },
  }),
  define("update", {
    description: "write the package for docs that changed, with its next version and its changelog",
    examples: ["update --commit", "update --from HEAD~1:docs"],
    run: (context, flags) =>
      withSettings(context, flags, async (running, settings) => {
        const { update } = await load(running, () => import("./diff/update.ts"));
        const { from = null, commit = false, force = false } = flags;
        const config = await loadConfig(running, flags.config ?? null);
        return update(running, settings, { from, commit, force, config });
      }),
  }),
];

/** Calls with which a user begins, from a folder of docs to a package that is checked. */
const FIRST_CALLS = ["init", "generate --docs ../my-docs --out ../my-client", "check"];

/** Names of all commands. */
export const COMMAND_NAMES: readonly CommandName[] = COMMANDS.map(({ name }) => name);

/**
 * Creates the parser of the command line.
 *
 * @param choose receives the call that was parsed; parsing runs nothing
 */
export function createProgram(choose: (call: Call) => void): Command {
  const program = addFlags(new Command(PROGRAM), PROGRAM)
    .description("Turns API reference Markdown in the Microsoft Graph style into a typed TypeScript package.")
    .addHelpText(
      "after",
      `\n${describeExamples(FIRST_CALLS)}\n\n${describeExitCodes()}\n\nRun "${PROGRAM} <command> --help" for the options and examples of a command.`,
    )
    .version(programVersion());
  for (const { create } of COMMANDS) program.addCommand(create(choose));
  return program;
}

/** Prints example calls for `--help`. */
function describeExamples(examples: readonly string[]): string {
  return ["Examples:", ...examples.map((example) => `  ${PROGRAM} ${example}`)].join("\n");
}

/** Defines a command with the flags that have its name in their list. */
function define<Name extends CommandName>(name: Name, definition: CommandDefinition<Name>): CommandFactory {
  const { description, arguments: parameters = [], examples, run } = definition;
  const create: CommandFactory["create"] = (choose) => {
    const command = addFlags(new Command(name), name).description(description);
    for (const [syntax, text] of parameters) command.argument(syntax, text);
    command.addHelpText("after", `\n${describeExamples(examples)}`);
    return command.action(() => {
      const flags = readFlags(name, command);
      choose((context) => run(context, flags, command.args));
    });
  };
  return { name, create };
}

/** Loads code on demand, and measures that. */
function load<T>({ progress }: Context, code: () => Promise<T>): Promise<T> {
  return progress.step("Loading", code);
}

/** Checked before the cache is opened: most commits change neither the docs, the config nor the package. */
async function isAnythingStaged(context: Context, settings: Settings, config: string | null): Promise<boolean> {
  const { stagedFiles } = await load(context, () => import("./staged/staged-files.ts"));
  return (await stagedFiles(context, settings, config)).length > 0;
}

/** Resolves the settings and runs a command, with the configured cache and threads if it needs them. */
async function withSettings(
  context: Context,
  flags: Config & WorkOptions & Pick<Flags<"generate">, "config">,
  command: (context: Context, settings: Settings, config: string | null) => Promise<ExitCode>,
  isNeeded: (context: Context, settings: Settings, config: string | null) => Promise<boolean> = () =>
    Promise.resolve(true),
): Promise<ExitCode> {
  const { settings, config } = await readSettings(context, flags);
  if (!(await isNeeded(context, settings, config))) return 0;
  const { withCache } = await load(context, () => import("./cache.ts"));
  return withCache(context, settings, flags, (work) => command({ ...context, work }, settings, config));
}

/** Resolves the settings from the flags and the config file, whose absolute path is returned with them. */
async function readSettings(context: Context, flags: Config & Pick<Flags<"generate">, "config">) {
  const { settings, config } = await context.progress.step("Reading the settings", async () => {
    const loaded = await loadConfig(context, flags.config ?? null);
    return { settings: await resolveSettings(context.host, context.cwd, flags, loaded), config: loaded };
  });
  const file = config?.origin.file ?? null;
  return { settings, config: file === null ? null : path.resolve(context.cwd, file) };
}
