import type * as z from "zod/mini";
import { CHANGE_CLASSES, DIFF_FORMATS } from "../diff/model.ts";
import { REPORT_FORMATS } from "../lint/report/report.ts";
import { OPENAPI_FORMATS, OPENAPI_VERSIONS } from "../openapi/versions.ts";
import { SCHEMES, SCOPES_FORMATS } from "../scopes/model.ts";
import { PROGRAM, READ, type CommandName, type Option } from "./option.ts";
import { SETTINGS } from "./settings.ts";
import * as types from "./types.ts";

export { PROGRAM, type CommandName, type Option } from "./option.ts";

/** Options of the command line only. `settings.ts` has those that the config file can state as well. */
const FLAGS = {
  force: {
    type: types.toggle,
    description: "replace files that were edited by hand or were not written by this program",
    commands: ["generate", "update"],
  },
  diff: { type: types.toggle, description: "print the changes as a unified diff", commands: ["check"] },
  staged: {
    type: types.toggle,
    description: "check the files that are staged in Git instead of those on disk, for a pre-commit hook",
    commands: ["check"],
  },
  lintFormat: {
    flag: "format",
    type: types.oneOf(REPORT_FORMATS),
    description: "output format",
    placeholder: "format",
    default: "pretty",
    commands: ["lint"],
  },
  diffFormat: {
    flag: "format",
    type: types.oneOf(DIFF_FORMATS),
    description: "output format",
    placeholder: "format",
    default: "markdown",
    commands: ["diff"],
  },
  examples: {
    type: types.toggle,
    description: "do not check the JSON examples against the documented types",
    default: true,
    commands: ["lint"],
  },
  maxWarnings: {
    type: types.count(0, 999_999_999, "a whole number such as 0 or 10"),
    description: "fail if there are more warnings",
    placeholder: "count",
    fallback: "no limit",
    commands: ["lint"],
  },
  changedSince: {
    type: types.text,
    description: "report only findings that a Git revision does not have",
    placeholder: "revision",
    commands: ["lint"],
  },
  baseline: {
    type: types.text,
    description: "report only findings that the file does not list",
    placeholder: "file",
    commands: ["lint"],
  },
  updateBaseline: {
    type: types.toggle,
    description: "write the findings to the file of --baseline",
    commands: ["lint"],
  },
  fix: { type: types.toggle, description: "fix what can be fixed automatically, in the pages", commands: ["lint"] },
  metadata: {
    type: types.text,
    description: "compare the docs with the metadata of the service: the XML of its $metadata",
    placeholder: "file",
    commands: ["lint"],
  },
  undocumented: {
    type: types.toggle,
    description: "list what the docs leave out of the metadata",
    commands: ["lint"],
  },
  openapiFormat: {
    flag: "format",
    type: types.oneOf(OPENAPI_FORMATS),
    description: "output format",
    placeholder: "format",
    default: "json",
    commands: ["openapi"],
  },
  openapiVersion: {
    type: types.oneOf(OPENAPI_VERSIONS),
    description: "version of OpenAPI, for tools that cannot read 3.1",
    placeholder: "version",
    default: "3.1",
    commands: ["openapi"],
  },
  diffRoot: {
    flag: "root",
    type: types.text,
    description: "folder that included files must be in, relative to each docs folder",
    placeholder: "folder",
    fallback: "each docs folder",
    commands: ["diff"],
  },
  diffVersion: {
    flag: "packageVersion",
    type: types.packageVersion,
    description: "version of the package before the changes",
    placeholder: "version",
    fallback: "packageVersion of the config file",
    commands: ["diff"],
  },
  failOn: {
    type: types.oneOf(CHANGE_CLASSES),
    description: "fail on a change of this class or a worse one",
    placeholder: "class",
    commands: ["diff"],
  },
  from: {
    type: types.text,
    description: "docs before the changes: folder, file that model printed, or REV:PATH in the repository of the docs",
    placeholder: "docs",
    fallback: "those of the commit that set the version",
    commands: ["update"],
  },
  license: {
    type: types.license,
    description: "license of the package; asked for on a terminal",
    placeholder: "license",
    fallback: "the license in package.json, or UNLICENSED",
    commands: ["init"],
  },
  initDocs: {
    flag: "docs",
    type: types.text,
    description: "folder that holds api/ and resources/",
    placeholder: "folder",
    fallback: "the folder with the most pages",
    commands: ["init"],
  },
  initVersion: {
    flag: "packageVersion",
    type: types.packageVersion,
    description: "version of the package, which update raises",
    placeholder: "version",
    fallback: "0.1.0",
    commands: ["init"],
  },
  hook: {
    type: types.oneOf(types.HOOKS),
    description: "what runs check --staged before each commit",
    placeholder: "manager",
    fallback: "the hook manager of the project, if it has one",
    commands: ["init"],
  },
  commit: { type: types.toggle, description: "commit the docs, the package and the config file", commands: ["update"] },
  port: {
    type: types.count(0, 65_535, "a port from 0 to 65535"),
    description: "port of the server; 0 for any free port",
    placeholder: "port",
    fallback: "3000",
    commands: ["mock"],
  },
  latency: {
    type: types.count(0, 600_000, "a number of milliseconds"),
    description: "milliseconds before each response",
    placeholder: "ms",
    fallback: "none",
    commands: ["mock"],
  },
  fail: {
    type: types.failure,
    description: "respond to every request with this error status; with 429:2, only to the first two attempts of each",
    placeholder: "status",
    fallback: "no failures",
    commands: ["mock"],
  },
  project: {
    type: types.text,
    description: "tsconfig.json of the program, or its folder",
    placeholder: "file",
    fallback: "tsconfig.json in the current folder, or above the first file",
    commands: ["scopes"],
  },
  scheme: {
    type: types.oneOf(SCHEMES),
    description: "permission type",
    placeholder: "type",
    fallback: "all",
    commands: ["scopes"],
  },
  scopesFormat: {
    flag: "format",
    type: types.oneOf(SCOPES_FORMATS),
    description: "output format",
    placeholder: "format",
    default: "pretty",
    commands: ["scopes"],
  },
  checkScopes: {
    flag: "check",
    type: types.text,
    description:
      "fail if this manifest, list or key of a JSON file (package.json#scopes) lacks a scope or has too many",
    placeholder: "file",
    commands: ["scopes"],
  },
  config: {
    type: types.text,
    description: "config file",
    placeholder: "file",
    fallback: "graph-docs.config.*, or the key graph-docs of package.json",
    commands: [...READ, "diff"],
  },
  cacheDir: {
    type: types.text,
    description: "folder of the cache",
    placeholder: "folder",
    default: "node_modules/.cache/graph-docs-codegen",
    commands: [...READ, "diff"],
  },
  cache: {
    type: types.toggle,
    description: "neither read nor write the cache",
    default: true,
    commands: [...READ, "diff"],
  },
  threads: {
    type: types.count(1, 99, "a number from 1 to 99"),
    description: "maximum number of processors to use",
    placeholder: "number",
    fallback: "all, up to 4",
    commands: READ,
  },
  verbose: {
    type: types.toggle,
    description: "print the times of the steps, and the stack of an unexpected error",
    commands: [PROGRAM],
  },
} as const satisfies Readonly<Record<string, Option>>;

/** All options, in the order in which `--help` lists them. */
export const OPTIONS = { ...SETTINGS, ...FLAGS };

type Options = typeof OPTIONS;
type OptionName = keyof Options;

/** Values of all options. */
export type Values = { readonly [K in OptionName]?: z.infer<Options[K]["type"]> | undefined };

/** Values of the flags that a command takes. */
export type Flags<Command extends CommandName> = Pick<
  Values,
  { [K in OptionName]: Command extends Options[K]["commands"][number] ? K : never }[OptionName]
>;

/** Content of a config file. */
export type Config = Pick<Values, keyof typeof SETTINGS>;
