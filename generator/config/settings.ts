import * as z from "zod/mini";
import { DIAGNOSTIC_CODES } from "../lint/catalog.ts";
import { LEVELS } from "../lint/levels.ts";
import { DEFAULT_NAMESPACE } from "../page/model.ts";
import { PACKAGE, READ, SELECT, WRITE, type Option } from "./option.ts";
import * as types from "./types.ts";

/**
 * Options of the config file, most of which are flags too.
 *
 * The flags of commands, `--help`, the table in the README, the checks of flags and config files, the JSON schema of
 * the config file and its published type are derived from this table and that of the flags in `options.ts`. To add an option, add an entry.
 */
export const SETTINGS = {
  docs: {
    type: types.text,
    description: "folder that holds api/ and resources/",
    placeholder: "folder",
    default: "docs-input",
    commands: READ,
  },
  root: {
    type: types.text,
    description: "folder that included files must be in",
    placeholder: "folder",
    fallback: "the docs folder",
    commands: READ,
  },
  out: {
    type: types.text,
    description: "folder of the package",
    placeholder: "folder",
    default: "generated",
    commands: [...PACKAGE, "init"],
  },
  baseUrl: {
    type: types.baseUrl,
    description: "base URL of the service",
    placeholder: "url",
    fallback: "the URL that most pages call",
    commands: [...READ, "diff", "init"],
  },
  namespace: {
    type: types.namespace,
    description: "main namespace, which names leave out; also that of pages without a Namespace line",
    placeholder: "namespace",
    default: DEFAULT_NAMESPACE,
    commands: [...READ, "diff"],
  },
  vocabulary: {
    type: types.vocabulary,
    description: "words of the docs besides those of Microsoft Graph: headings, column titles and names of types",
    commands: [],
  },
  packageName: {
    type: types.packageName,
    description: "name of the package, or title of the OpenAPI document",
    placeholder: "name",
    default: "graph-client",
    commands: [...PACKAGE, "openapi", "init"],
  },
  packageVersion: {
    type: types.packageVersion,
    description: "version of the package or of the OpenAPI document",
    placeholder: "version",
    default: "0.0.0",
    commands: ["generate", "check", "watch", "openapi"],
  },
  authorizationUrl: {
    type: types.endpoint,
    description: "URL at which users sign in, for the OpenAPI document; the docs do not state it",
    placeholder: "url",
    fallback: "the Microsoft identity platform if the service is graph.microsoft.com",
    commands: ["openapi"],
  },
  tokenUrl: {
    type: types.endpoint,
    description: "URL that issues access tokens, for the OpenAPI document",
    placeholder: "url",
    fallback: "as for --authorization-url",
    commands: ["openapi"],
  },
  packageInfo: {
    type: types.packageInfo,
    description: "more fields of the package's package.json, such as license, repository and author",
    commands: [],
  },
  include: {
    type: types.texts,
    description: "resources, operations, modules, URL paths (/users/**) or pages to select",
    placeholder: "patterns",
    fallback: "everything",
    commands: [...SELECT, "diff"],
  },
  exclude: {
    type: types.texts,
    description: "what to remove from the selection",
    placeholder: "patterns",
    fallback: "nothing",
    commands: [...SELECT, "diff"],
  },
  enumStyle: {
    type: types.oneOf(types.ENUM_STYLES),
    description: "emit enums as TypeScript enums, constant objects or union types",
    placeholder: "style",
    default: "enum",
    commands: PACKAGE,
  },
  pageUrl: {
    type: types.pageUrl,
    description: "public URL of the pages, such as https://host/docs/{page}, for links to them",
    placeholder: "url",
    fallback: "no links",
    commands: [...PACKAGE, "init"],
  },
  shipDocs: {
    type: types.toggle,
    description: "copy the pages that declarations refer to into the package",
    commands: PACKAGE,
  },
  strict: { type: types.toggle, description: "fail, and write nothing, if the docs have an error", commands: WRITE },
  rules: {
    type: z.partialRecord(z.enum(DIAGNOSTIC_CODES), types.oneOf(LEVELS), "an object with levels of rules"),
    description: "level of each rule of lint: off, info, warning or error",
    fallback: "the level that explain shows",
    commands: [],
  },
} as const satisfies Readonly<Record<string, Option>>;
